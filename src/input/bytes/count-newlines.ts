const NEWLINE = 10

/** Newlines among the bytes of [from, to). */
export function countNewlines(bytes: Buffer, from = 0, to = bytes.length): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) count++
  return count
}
