const RETURN = 13
const NEWLINE = 10

/**
 * Every line end as `\n`: `\r\n`, a lone `\r` as of old Macs, and `\r\r\n`, which careless programs make of `\r\n`.
 * Files that mix them have the lines that an editor shows.
 */
export async function* plainLineEnds(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  /** Returns at the end of the chunk before, of which it is not known yet whether a line feed follows. */
  let returns = 0
  for await (const chunk of bytes) {
    if (returns === 0 && !chunk.includes(RETURN)) {
      yield chunk
      continue
    }
    const out = Buffer.alloc(chunk.length + returns)
    let length = 0
    for (const byte of chunk) {
      if (byte === RETURN) {
        returns++
        continue
      }
      const ends = byte === NEWLINE ? 0 : returns
      for (let i = 0; i < ends; i++) out[length++] = NEWLINE
      returns = 0
      out[length++] = byte
    }
    if (length > 0) yield out.subarray(0, length)
  }
  if (returns > 0) yield Buffer.alloc(returns, NEWLINE)
}
