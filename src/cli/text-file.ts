import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { ProblemError } from '../diagnostics/problem.ts'

/** A file that is written piece by piece; waits for the disk. */
export interface TextFile {
  write(text: string): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a file to be written anew. `shown` is its name in messages.
 * @throws ProblemError when it cannot be written, then or later.
 */
export async function createTextFile(path: string, shown: string): Promise<TextFile> {
  const stream = createWriteStream(path)
  const fail = (error: NodeJS.ErrnoException): ProblemError =>
    new ProblemError([
      {
        code: 'usage/unwritable',
        severity: 'error',
        values: { path: shown, reason: error.code ?? error.message }
      }
    ])
  await once(stream, 'open').catch((error: NodeJS.ErrnoException) => {
    throw fail(error)
  })
  let broken: ProblemError | undefined
  stream.on('error', error => (broken = fail(error)))
  return {
    async write(text) {
      if (broken) throw broken
      if (text !== '' && !stream.write(text)) await once(stream, 'drain')
    },
    async close() {
      stream.end()
      if (!stream.closed) await once(stream, 'close')
      if (broken) throw broken
    }
  }
}
