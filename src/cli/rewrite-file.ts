import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ProblemError } from '../diagnostics/problem.ts'

const mark = '\uFEFF'

/** A text file that may be written anew. */
export interface RewritableText {
  /** Without the byte order mark. */
  readonly text: string
  /** Whether its bytes are UTF-8; what is not cannot be written back as it was. */
  readonly isUtf8: boolean
}

/**
 * Reads a text to be changed. `shown` is its name in messages.
 * @throws ProblemError when it cannot be read.
 */
export async function readForRewrite(path: string, shown: string): Promise<RewritableText> {
  try {
    const bytes = await readFile(path)
    const text = bytes.toString('utf8')
    return { text: text.startsWith(mark) ? text.slice(1) : text, isUtf8: Buffer.from(text).equals(bytes) }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ProblemError([
      { code: 'standard/not-found', severity: 'error', values: { path: shown, reason } }
    ])
  }
}

/**
 * Writes a file anew, all of it or nothing: whoever reads it meanwhile sees the old text or the new one. Its mode, the
 * byte order mark and what links to it stay.
 * @throws ProblemError when it cannot be written; the old text is there then.
 */
export async function rewriteFile(path: string, shown: string, text: string): Promise<void> {
  let fresh: string | undefined
  try {
    const real = await realpath(path)
    // A file is replaced by its folder's leave alone; what is not to be written stays.
    await access(real, constants.W_OK)
    const { mode } = await stat(real)
    const before = await readFile(real, 'utf8')
    fresh = join(dirname(real), `.${randomBytes(6).toString('hex')}.tmp`)
    await writeFile(fresh, before.startsWith(mark) ? mark + text : text, { flag: 'wx' })
    await chmod(fresh, mode)
    await rename(fresh, real)
  } catch (error) {
    if (fresh !== undefined) await rm(fresh, { force: true })
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ProblemError([{ code: 'usage/unwritable', severity: 'error', values: { path: shown, reason } }])
  }
}
