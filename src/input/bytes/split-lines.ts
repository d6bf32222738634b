import { NEWLINE } from './count.ts'

const RETURN = 13

/** A line longer than this is no record of anything; it is cut here so that it cannot fill the memory. */
const LONGEST = 1 << 27

/**
 * UTF-8 bytes -> batches of lines, without their line ends (`\n` or `\r\n`). A last line without an end counts; an
 * empty one after the last end does not.
 */
export async function* splitLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let open: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    const lines: string[] = []
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      if (open.length > 0) {
        open.push(chunk.subarray(from, end))
        const whole = Buffer.concat(open)
        lines.push(lineOf(whole, 0, whole.length))
        open = []
        size = 0
      } else lines.push(lineOf(chunk, from, end))
      from = end + 1
    }
    if (from < chunk.length && size < LONGEST) {
      open.push(chunk.subarray(from))
      size += chunk.length - from
    }
    if (lines.length > 0) yield lines
  }
  if (open.length > 0) {
    const whole = Buffer.concat(open)
    yield [lineOf(whole, 0, whole.length)]
  }
}

function lineOf(bytes: Buffer, from: number, to: number): string {
  const end = to > from && bytes[to - 1] === RETURN ? to - 1 : to
  return bytes.toString('utf8', from, Math.min(end, from + LONGEST))
}
