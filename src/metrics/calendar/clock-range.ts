/** A stretch of the day in minutes from midnight: [from, to). */
export interface ClockRange {
  readonly from: number
  readonly to: number
}

/** What a stretch of the day looks like, for messages. */
export const clockRangeExamples = '09:00-18:00, 21:30-08:30, 00:00-24:00'

/**
 * Stretches of the day, parted by commas: `09:00-12:00, 13:30-18:00`. One that ends before it begins goes on past
 * midnight and gives two. `undefined` when it is none, or one without length.
 */
export function parseClockRanges(text: string): readonly ClockRange[] | undefined {
  const found: ClockRange[] = []
  for (const part of text.split(/[,，]/)) {
    const match = /^\s*(\d{1,2})[:：](\d{2})\s*[-–~]\s*(\d{1,2})[:：](\d{2})\s*$/.exec(part)
    if (!match) return undefined
    const from = minuteOf(match[1]!, match[2]!)
    const to = minuteOf(match[3]!, match[4]!)
    if (from === undefined || to === undefined || from === to || from === 1440) return undefined
    if (from < to) found.push({ from, to })
    else found.push({ from, to: 1440 }, ...(to === 0 ? [] : [{ from: 0, to }]))
  }
  return found
}

/** Whether a moment of the day lies in one of the stretches; the last moment of each is outside. */
export function isInRanges(minute: number, ranges: readonly ClockRange[]): boolean {
  return ranges.some(({ from, to }) => minute >= from && minute < to)
}

function minuteOf(hour: string, minute: string): number | undefined {
  const [h, m] = [Number(hour), Number(minute)]
  if (m > 59 || h > 24 || (h === 24 && m > 0)) return undefined
  return h * 60 + m
}
