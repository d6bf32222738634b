// Figures are rounded here and nowhere else, when they are shown.

/**
 * A number in decimal notation with a fixed count of digits after the point, halves rounded away from zero.
 *
 * Rounded is the number's decimal form of 12 significant digits, not its binary one: 1.005, which is stored as
 * 1.00499999999999989, gives 1.01, and a mean of 86.24999999999999 that should have been 86.25 gives 86.3.
 */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value)
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(11).split('e')
  const shift = Number(exponent) - 11 + digits
  const scale = 10n ** BigInt(Math.abs(shift))
  const significant = BigInt(mantissa.replace('.', ''))
  const units = shift >= 0 ? significant * scale : (significant + scale / 2n) / scale
  const sign = value < 0 && units > 0n ? '-' : ''
  const text = units.toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** A number with at most so many digits after the point and no idle zeros: `10`, `7.5`. */
export function formatShort(value: number, digits = 1): string {
  const text = formatFixed(value, digits)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** A score of 0 to 100 with one digit, or the sign for "none". */
export function formatScore(score: number | null): string {
  return score === null ? NONE : formatFixed(score, 1)
}

/** Stands where there is no figure. */
export const NONE = '-'

/** A count with its thousands set apart: `12,345`. */
export function formatCount(count: number): string {
  return formatFixed(count, 0).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Milliseconds from the start of a contact as `mm:ss.s`, with hours before it when there are any. */
export function formatClock(ms: number): string {
  const tenths = Number(formatFixed(Math.max(0, ms) / 100, 0))
  const seconds = formatFixed((tenths % 600) / 10, 1).padStart(4, '0')
  const minutes = Math.floor(tenths / 600)
  const pad = (n: number): string => String(n).padStart(2, '0')
  return minutes < 60
    ? `${pad(minutes)}:${seconds}`
    : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${seconds}`
}
