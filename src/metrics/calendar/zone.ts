import { DAY_MS } from './day.ts'

/** A time zone of the IANA database. Wall clocks are milliseconds as if the clock showed UTC. */
export interface Zone {
  readonly name: string
  /** What the clock on the wall shows at an instant. */
  toWall(instant: number): number
  /**
   * The instant at which the clock shows a time: the first of the two where it is put back, and in the hour that it
   * skips as if it had not been put forward yet.
   */
  toInstant(wall: number): number
}

/** A zone by its name; `undefined` when there is none of that name. */
export function createZone(name: string): Zone | undefined {
  const format = createFormat(name)
  if (!format) return undefined
  // Asking the engine is slow; nearly all days begin and end with the same offset.
  const steady = new Map<number, number | null>()

  function offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY_MS)
    let offset = steady.get(day)
    if (offset === undefined) {
      const [first, last] = [readOffset(format!, day * DAY_MS), readOffset(format!, (day + 1) * DAY_MS)]
      offset = first === last ? first : null
      steady.set(day, offset)
    }
    return offset ?? readOffset(format!, instant)
  }

  return {
    name,
    toWall: instant => instant + offsetAt(instant),
    toInstant(wall) {
      const [before, after] = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)]
      const early = wall - before
      if (before === after || offsetAt(early) === before) return early
      const late = wall - after
      return offsetAt(late) === after ? late : early
    }
  }
}

/** Names of zones that the engine knows, to tell which was meant. */
export function listZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  // Newer engines also take offsets such as +08:00 for names; a standard must mean the same everywhere.
  if (!/^[A-Za-z]/.test(timeZone)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    })
  } catch {
    return undefined
  }
}

/** Milliseconds that the clock is ahead of UTC. */
function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const second = Math.floor(instant / 1000) * 1000
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of format.formatToParts(second)) {
    if (Object.hasOwn(parts, type)) parts[type as keyof typeof parts] = Number(value)
  }
  const { year, month, day, hour, minute } = parts
  return Date.UTC(year, month - 1, day, hour, minute, parts.second) - second
}
