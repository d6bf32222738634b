// A double holds 15 decimal digits for certain; what follows them is noise (1.005 is stored as 1.00499999999999989).
const SURE_DIGITS = 15

/**
 * Rounds as on paper, half up, to `digits` decimals (an integer, 0 to 12): 1.005 to 1.01, and 28.499999999999996,
 * which is what 0.285 * 100 gives, to 28.5 and 29. A negative figure mirrors the positive one (-2.5 to -3), so that a
 * loss shows as large as the gain. For figures about to be shown, never for figures that are compared or summed.
 */
export function roundHalfUp(value: number, digits: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(SURE_DIGITS - 1)
    .split('e')
  const shift = Number(exponent) + digits
  if (!Number.isFinite(value) || shift >= SURE_DIGITS) return value
  const whole = Math.round(Number(`${mantissa}e${shift}`))
  const rounded = Number(`${whole}e${-digits}`)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}
