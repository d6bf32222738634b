import type { Writable } from 'node:stream'

/** The world as a command sees it; tests bring their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Folder of the package: where `rules` and `fixtures` are. */
  readonly home: string
}

/** A stream to write to, and what is known of who reads it. */
export interface Output {
  /** Resolves when more may be written. A reader that went away (`| head`) ends writing without a word. */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  readonly columns: number | undefined
}

export function createOutput(stream: Writable & { isTTY?: boolean; columns?: number }): Output {
  let closed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  })
  return {
    get isTerminal() {
      return stream.isTTY === true
    },
    get columns() {
      return stream.columns
    },
    write(text) {
      if (closed || text === '' || stream.write(text)) return Promise.resolve()
      return new Promise(resolve => {
        const done = (): void => {
          stream.off('drain', done)
          stream.off('close', done)
          stream.off('error', done)
          resolve()
        }
        stream.on('drain', done)
        stream.on('close', done)
        stream.on('error', done)
      })
    }
  }
}
