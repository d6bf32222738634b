import type { Calendar } from '../metrics/calendar/calendar.ts'
import { parseWrittenTime } from './written-time.ts'

/** Reads the times of contacts, and tells what the clock on the wall showed at them. */
export interface Clock {
  /** The name of the time zone, where the calendar has one. */
  readonly zone: string | undefined
  /** A time as an instant; `undefined` when the text is none. */
  read(text: string): Date | undefined
  /** The wall clock at a time, in milliseconds as if it showed UTC. */
  wall(time: Date): number
  /** A time for people, in ISO 8601. */
  show(time: Date): string
}

// How far the clock that a time was written by was ahead of UTC, in milliseconds.
const ahead = Symbol('ahead')
type WrittenDate = Date & { [ahead]?: number }

/**
 * With a calendar that has a time zone every time is an exact instant: one written without an offset is a clock of
 * that zone, and clocks show its time. Without a zone a time without offset is taken as UTC, and the clock shows each
 * time as it was written; a time that an expression worked out of others counts in UTC.
 */
export function createClock(calendar: Calendar | undefined): Clock {
  const zone = calendar?.zone
  const wallAt = (time: WrittenDate): number =>
    zone ? zone.toWall(time.getTime()) : time.getTime() + (time[ahead] ?? 0)
  return {
    zone: zone?.name,
    read(text) {
      const written = parseWrittenTime(text)
      if (!written) return undefined
      const { wall, offset } = written
      if (zone) return new Date(offset === undefined ? zone.toInstant(wall) : wall - offset)
      const time: WrittenDate = new Date(wall - (offset ?? 0))
      if (offset) time[ahead] = offset
      return time
    },
    wall: wallAt,
    show: time => (zone ? formatWall(wallAt(time), wallAt(time) - time.getTime()) : time.toISOString())
  }
}

function formatWall(wall: number, offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const two = (n: number): string => String(n).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  return `${new Date(wall).toISOString().slice(0, -1)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
