import { wallMs } from '../times.ts'

const COLON = 58

/** `2026-03-02 09:00:05`, the commonest of all: 19 characters without an offset. */
export function isPlain(text: string): boolean {
  return text.length === 19 && text.charCodeAt(13) === COLON && text.charCodeAt(16) === COLON
}

/** Reads the plain shape without a regular expression, since a log has one in every row. NaN when it is not plain. */
export function readPlain(text: string): number {
  if (!isPlain(text)) return Number.NaN
  const separator = text.charCodeAt(4)
  if ((separator !== 45 && separator !== 47) || text.charCodeAt(7) !== separator) return Number.NaN
  const between = text.charCodeAt(10)
  if (between !== 32 && between !== 84) return Number.NaN
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  return wallMs(
    year,
    twoDigits(text, 5),
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17)
  )
}

/** NaN when they are no digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
