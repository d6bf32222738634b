import { formatMoment, parseMoment, type Moment as WrittenMoment } from '../input/times.ts'
import { DAY_MS, formatDay } from '../metrics/calendar/day.ts'
import type { Zone } from '../metrics/calendar/zone.ts'
import type { Moment } from '../metrics/metric.ts'
import type { FieldValue } from '../model/contact.ts'
import { parseSeconds } from '../text/quantity.ts'

const DAY_S = 86_400

/**
 * A date-time as a moment. In a time zone it is an exact instant, and its day and minute are those of the zone's clock;
 * without one they are as they are written: in the zone of the source and not in that of this machine. A time of day
 * alone, or its seconds since midnight, has no day.
 */
export function readMoment(value: FieldValue | undefined, zone?: Zone): Moment | undefined {
  if (value === undefined || value === null || typeof value === 'boolean') return undefined
  const found = typeof value === 'string' ? parseMoment(value) : undefined
  if (found) {
    if (zone && !found.dateOnly) return readInZone(found, zone)
    const written = formatMoment(found)
    const minute = found.dateOnly ? 0 : Number(written.slice(11, 13)) * 60 + Number(written.slice(14, 16))
    const at = zone ? zone.toInstant(found.ms) : found.ms
    return { at, day: written.slice(0, 10), minute, ...(found.dateOnly && { dateOnly: true }) }
  }
  const seconds = typeof value === 'number' ? value : parseSeconds(value)
  if (seconds === undefined || seconds < 0 || seconds >= DAY_S) return undefined
  return { at: Math.round(seconds * 1000), day: '', minute: Math.floor(seconds / 60) }
}

function readInZone({ ms, zone: written }: WrittenMoment, zone: Zone): Moment {
  const at = written === '' ? zone.toInstant(ms) : ms
  const wall = zone.toWall(at)
  const day = Math.floor(wall / DAY_MS)
  return { at, day: formatDay(day), minute: Math.floor((wall - day * DAY_MS) / 60_000) }
}
