/** Chunks with a look at their beginning. `head` is handed out again as the first chunk. */
export interface Peeked {
  readonly head: Buffer
  /** Nothing comes after `head`. */
  readonly ended: boolean
  readonly chunks: AsyncIterableIterator<Buffer>
}

/** Waits for the first `atLeast` bytes, or the end. */
export async function peek(bytes: AsyncIterable<Uint8Array>, atLeast: number): Promise<Peeked> {
  const rest = bytes[Symbol.asyncIterator]()
  const { chunk: head, ended } = await gather(rest, [], atLeast)
  return { head, ended, chunks: prepend(head, rest) }
}

/** Takes chunks from an iterator until they make up `atLeast` bytes with the ones given. */
export async function gather(
  rest: AsyncIterator<Uint8Array>,
  chunks: Uint8Array[],
  atLeast: number
): Promise<{ chunk: Buffer; ended: boolean }> {
  let size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  while (size < atLeast) {
    const { done, value } = await rest.next()
    if (done) return { chunk: joined(chunks), ended: true }
    chunks.push(value)
    size += value.length
  }
  return { chunk: joined(chunks), ended: false }
}

/**
 * A chunk and then the rest. Not a generator: `return` must reach the source even when nothing was taken, so that
 * files are closed.
 */
export function prepend(first: Buffer, rest: AsyncIterator<Uint8Array>): AsyncIterableIterator<Buffer> {
  let pending: Buffer | undefined = first.length > 0 ? first : undefined
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      if (pending) {
        const value = pending
        pending = undefined
        return { done: false, value }
      }
      const { done, value } = await rest.next()
      return done ? { done: true, value: undefined } : { done: false, value: asBuffer(value) }
    },
    async return() {
      pending = undefined
      await rest.return?.()
      return { done: true, value: undefined }
    }
  }
}

function joined(chunks: readonly Uint8Array[]): Buffer {
  const only = chunks.length === 1 ? chunks[0] : undefined
  return only ? asBuffer(only) : Buffer.concat(chunks)
}

/** A view of the same memory with Buffer's methods. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
