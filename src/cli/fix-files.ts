import { readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Problem } from '../diagnostics/problem.ts'
import { findNearest } from '../diagnostics/suggest.ts'
import { fixTexts, type Check, type FixResult } from '../standard/fix/fix.ts'
import type { Io } from './io.ts'

export interface FixedFiles extends FixResult {
  /** Why files were left as they are that would have been fixed. */
  readonly refused: readonly Problem[]
}

/**
 * Mends what is safe to mend in files and in those they extend; writes nothing. `named` are the files that were asked
 * for: of those that linecheck ships no other is touched, nor a file that is none of its own.
 */
export async function fixFiles(check: Check, named: readonly string[], io: Io): Promise<FixedFiles> {
  const shipped = join(io.home, 'rules') + sep
  const refused = new Map<string, Problem>()
  const known = new Map<string, boolean>()

  function decide(file: string): boolean {
    const path = resolve(io.cwd, file)
    if (!named.includes(file)) {
      if (path.startsWith(shipped)) return false
    } else if (!isOurs(readFileSync(path, 'utf8'))) return false
    const bytes = readFileSync(path)
    if (Buffer.from(bytes.toString('utf8')).equals(bytes)) return true
    refused.set(file, { code: 'usage/not-utf8', severity: 'warning', values: { path: file } })
    return false
  }

  const result = await fixTexts(check, file => {
    if (!known.has(file)) known.set(file, decide(file))
    return known.get(file)!
  })
  return { ...result, refused: [...refused.values()] }
}

/** Whether a file says that it is a standard or holds tests of one; in any other, unknown keys are no slips. */
function isOurs(text: string): boolean {
  const keys = [...text.matchAll(/^\uFEFF?["']?([\w-]+)["']?[ \t]*:/gm)].map(match => match[1]!)
  return keys.some(key => findNearest(key, ['linecheck']) !== undefined) || keys.includes('cases')
}
