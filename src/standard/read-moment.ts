import { formatMoment, parseMoment } from '../input/times.ts'
import type { Moment } from '../metrics/metric.ts'
import type { FieldValue } from '../model/contact.ts'
import { parseSeconds } from '../text/quantity.ts'

const DAY_S = 86_400

/**
 * A date-time as a moment, its day and minute as they are written: in the time zone of the source and not in that of
 * this machine. A time of day alone, or its seconds since midnight, has no day.
 */
export function readMoment(value: FieldValue | undefined): Moment | undefined {
  if (value === undefined || value === null || typeof value === 'boolean') return undefined
  const found = typeof value === 'string' ? parseMoment(value) : undefined
  if (found) {
    const written = formatMoment(found)
    const minute = found.dateOnly ? 0 : Number(written.slice(11, 13)) * 60 + Number(written.slice(14, 16))
    return { at: found.ms, day: written.slice(0, 10), minute, ...(found.dateOnly && { dateOnly: true }) }
  }
  const seconds = typeof value === 'number' ? value : parseSeconds(value)
  if (seconds === undefined || seconds < 0 || seconds >= DAY_S) return undefined
  return { at: Math.round(seconds * 1000), day: '', minute: Math.floor(seconds / 60) }
}
