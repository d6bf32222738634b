/** A date, or date-time, as it was written. */
export interface WrittenTime {
  /** What the clock shows, in milliseconds as if it showed UTC. */
  readonly wall: number
  /** Milliseconds that the clock is ahead of UTC; `undefined` when that was not written. */
  readonly offset: number | undefined
}

const written =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/** Reads `2026-03-02T09:00:00+08:00`, `2026/3/2 9:00` or `2026-03-02`; `undefined` when there is no such time. */
export function parseWrittenTime(text: string): WrittenTime | undefined {
  const match = written.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = match
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0'))
  )
  const back = new Date(wall)
  const real =
    back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day) && Number(hour) < 24
  return real ? { wall, offset: zone === undefined ? undefined : offsetOf(zone) } : undefined
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  return Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}
