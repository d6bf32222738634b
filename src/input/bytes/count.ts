export const NEWLINE = 10

/** How often a byte stands in [from, to). */
export function countByte(bytes: Buffer, byte: number, from = 0, to = bytes.length): number {
  let count = 0
  for (let at = bytes.indexOf(byte, from); at >= 0 && at < to; at = bytes.indexOf(byte, at + 1)) count++
  return count
}

/** How often a mark stands in a text. */
export function countMark(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) count++
  return count
}
