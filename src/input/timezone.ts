import type { Draft } from './contact-draft.ts'
import { formatMoment, type Moment, parseMoment } from './times.ts'

/** The offset from UTC in ms that clocks of a zone show at a moment (ms since 1970 UTC). */
export type Timezone = (ms: number) => number

const MINUTE = 60_000
const fixed = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i

/** `+08:00`, `UTC+8`, `UTC`, or a name of the IANA database such as `Asia/Shanghai`. Undefined when it is none. */
export function parseTimezone(text: string): Timezone | undefined {
  const name = text.trim()
  if (/^(?:Z|UTC|GMT)$/i.test(name)) return () => 0
  const offset = offsetOf(name)
  if (offset !== undefined) return Math.abs(offset) > 14 * 60 * MINUTE ? undefined : () => offset
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
    return ms => {
      const part = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')
      return offsetOf(part?.value ?? '') ?? 0
    }
  } catch {
    return undefined
  }
}

/**
 * A moment as the clocks of a zone show it: a wall clock gets its offset, and a moment in UTC is told in the zone; a
 * stated offset and a day without a time stay. A wall clock that a change of clocks skips or repeats is taken by the
 * offset of a moment before it.
 */
function inZone(moment: Moment, zone: Timezone): Moment {
  if (moment.dateOnly || (moment.zone !== '' && moment.zone !== 'Z')) return moment
  if (moment.zone === 'Z') return { ...moment, zone: formatOffset(zone(moment.ms)) }
  const offset = zone(moment.ms - zone(moment.ms))
  return { ...moment, ms: moment.ms - offset, zone: formatOffset(offset) }
}

/** The same for the start of a contact in ISO 8601. */
export function startInZone(started: string | undefined, zone: Timezone): string | undefined {
  const moment = started === undefined ? undefined : parseMoment(started)
  return moment ? formatMoment(inZone(moment, zone)) : started
}

/** A draft whose times can be counted from its start although only one of them names its offset. */
export function draftInZone(draft: Draft, zone: Timezone): Draft {
  const { started, turns } = draft
  if (draft.clock !== 'absolute' || !started || started.zone === draft.zone) return draft
  if (draft.zone !== '') return { ...draft, started: inZone(started, zone) }
  const first = turns.find(({ start }) => start !== undefined)?.start
  if (first === undefined) return draft
  const { ms, zone: own } = inZone({ ms: first, zone: '' }, zone)
  for (const turn of turns) {
    if (turn.start !== undefined) turn.start += ms - first
    if (turn.end !== undefined) turn.end += ms - first
  }
  return { ...draft, zone: own }
}

function offsetOf(text: string): number | undefined {
  if (text === 'GMT') return 0
  const found = fixed.exec(text)
  if (!found) return undefined
  const [, sign, hours, minutes = '0'] = found
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE
}

function formatOffset(ms: number): string {
  const minutes = Math.abs(Math.round(ms / MINUTE))
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
