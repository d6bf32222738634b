import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { ProblemError } from '../diagnostics/problem.ts'
import type { Io } from './io.ts'

/** Small writes are gathered up to this: a system call for every contact would cost more than the rest. */
export const GATHER: number = 1 << 16

/** A file that is written piece by piece; waits for the disk. */
export interface TextFile {
  /** @throws ProblemError when the file cannot be written. */
  write(text: string): Promise<void>
  /**
   * Ends the file; one that nothing was written to stays as it is.
   * @throws ProblemError when what was written did not reach the disk.
   */
  close(): Promise<void>
}

/**
 * A file to be written anew, or at its end. The first `write`, be it of nothing, opens and so empties it: a command that
 * fails before has destroyed nothing. `shown` is its name in messages.
 */
export function createTextFile(path: string, shown: string, append = false): TextFile {
  let opening: Promise<WriteStream> | undefined
  let broken: ProblemError | undefined
  const fail = (error: unknown): never => {
    throw unwritable(shown, error as NodeJS.ErrnoException)
  }

  async function open(): Promise<WriteStream> {
    const stream = createWriteStream(path, { flags: append ? 'a' : 'w' })
    await once(stream, 'open').catch(fail)
    stream.on('error', error => (broken = unwritable(shown, error)))
    return stream
  }

  return {
    async write(text) {
      opening ??= open()
      const stream = await opening
      if (broken) throw broken
      if (text !== '' && !stream.write(text)) await once(stream, 'drain').catch(fail)
    },
    async close() {
      if (!opening) return
      const stream = await opening
      stream.end()
      if (!stream.closed) await once(stream, 'close').catch(fail)
      if (broken) throw broken
    }
  }
}

/** Where a command writes: the file that was named, else standard output. */
export function targetOf(output: string | undefined, io: Pick<Io, 'cwd' | 'stdout'>): TextFile {
  if (output !== undefined) return createTextFile(resolve(io.cwd, output), output)
  return { write: text => io.stdout.write(text), close: () => Promise.resolve() }
}

export function unwritable(
  shown: string,
  { code, message }: Pick<NodeJS.ErrnoException, 'code' | 'message'>
): ProblemError {
  const values = { path: shown, reason: code ?? message }
  return new ProblemError([{ code: 'usage/unwritable', severity: 'error', values }])
}
