/** A moment as a source states it. */
export interface Moment {
  /** Ms since 1970 UTC; where the source names no offset, the wall clock is taken as if it were UTC. */
  readonly ms: number
  /** `Z`, `+08:00`, ..., or empty for a wall clock of unknown offset. */
  readonly zone: string
  /** Only the day is known. */
  readonly dateOnly?: boolean | undefined
}

const date = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?/
const clock =
  /^[T\s]*(?:(?:星期|周)[一二三四五六日天]\s*)?(上午|下午|凌晨|清晨|早上|中午|傍晚|晚上)?\s*(\d{1,2})[:时](\d{1,2})(?:[:分](?:(\d{1,2})(?:[.,](\d{1,9}))?)?秒?)?\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?$/i
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})[T\s]?(\d{2})(\d{2})(\d{2})?$/
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=\D|$)/

/** The order of the parts of a date that begins with a day or a month. */
export type DateOrder = 'mdy' | 'dmy'

/**
 * Reads a date-time: `2026-03-02T09:00:05.123+08:00`, `2026-03-02 09:00:05`, `2026/3/2 9:00`, `2026年3月2日 9:00:05`,
 * `2026年3月2日 星期一 下午3:05`, `20260302090005`, a date alone, and with an `order` also `3/2/2026 9:00 PM`. Undefined when it is none.
 */
export function parseMoment(text: string, order?: DateOrder): Moment | undefined {
  const value = text.trim()
  const packed = compact.exec(value)
  if (packed) return moment(packed.slice(1, 4).map(Number), packed[4]!, packed[5]!, packed[6])
  const found = order === undefined ? date.exec(value) : slashed.exec(value)
  if (!found) return undefined
  const parts =
    order === undefined
      ? [found[1], found[2] ?? found[3] ?? found[4] ?? found[5], found[6]]
      : order === 'mdy'
        ? [found[3], found[1], found[2]]
        : [found[3], found[2], found[1]]
  const day = parts.map(Number)
  const rest = value.slice(found[0].length)
  if (rest === '') return moment(day, '0', '0', undefined, { dateOnly: true })
  const time = clock.exec(rest)
  if (!time) return undefined
  const [, half, hour = '', minute = '', second, fraction, meridiem, zone] = time
  const noon = (half ?? meridiem)?.toUpperCase()
  return moment(day, hour, minute, second, {
    fraction,
    zone: zone && normalizeZone(zone),
    half: noon === undefined ? undefined : halfOf(noon, Number(hour))
  })
}

/** Hours to add to a clock of twelve hours; an hour past twelve (`下午 15:05`) has them already. */
function halfOf(word: string, hour: number): number | undefined {
  if (hour > 12) return undefined
  // 中午 11:30 is before noon, 中午 1:30 and 晚上 8:00 are after it, 晚上 12:00 is midnight.
  if (word === '中午') return hour >= 10 && hour < 12 ? 0 : 12
  if (word === '晚上') return hour === 12 ? 0 : 12
  return word === '下午' || word === '傍晚' || word === 'PM' ? 12 : 0
}

/** The parts of a date that begins with a day or a month, to tell from many which is which. */
export function slashedParts(text: string): readonly [first: number, second: number] | undefined {
  const found = slashed.exec(text.trim())
  return found ? [Number(found[1]), Number(found[2])] : undefined
}

interface Rest {
  readonly fraction?: string | undefined
  readonly zone?: string | undefined
  /** Hours to add to a clock of twelve hours. */
  readonly half?: number | undefined
  readonly dateOnly?: boolean | undefined
}

function moment(
  day: readonly number[],
  hour: string,
  minute: string,
  second: string | undefined,
  rest: Rest = {}
): Moment | undefined {
  const [y = 0, m = 0, d = 0] = day
  const h = rest.half === undefined ? Number(hour) : (Number(hour) % 12) + rest.half
  const wall = wallMs(y, m, d, h, Number(minute), Number(second ?? 0))
  if (Number.isNaN(wall)) return undefined
  const ms = wall + (rest.fraction === undefined ? 0 : Math.round(Number(`0.${rest.fraction}`) * 1000))
  const zone = rest.zone ?? ''
  return { ms: ms - zoneMs(zone), zone, dateOnly: rest.dateOnly }
}

/** Ms since 1970 of a wall clock taken as UTC; NaN when there is no such day or time. */
export function wallMs(y: number, m: number, d: number, h: number, min: number, s: number): number {
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m) || h > 23 || min > 59 || s > 60) return Number.NaN
  return Date.UTC(y, m - 1, d, h, min, s)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function normalizeZone(zone: string): string {
  if (zone === 'Z' || zone === 'z') return 'Z'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

function zoneMs(zone: string): number {
  if (zone === '' || zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000
}

/** A moment in ISO 8601, to the second or, where there are any, to the millisecond. */
export function formatMoment(moment: Moment): string {
  const iso = new Date(moment.ms + zoneMs(moment.zone)).toISOString()
  if (moment.dateOnly) return iso.slice(0, 10)
  return `${iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23)}${moment.zone}`
}

const offsetClock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3})\d*)?$/

/** `5:07`, `0:05:07`, `00:05:07.250` -> ms; two parts are minutes and seconds. NaN when it is no clock. */
export function parseClock(text: string): number {
  const found = offsetClock.exec(text)
  if (!found) return Number.NaN
  const [, hours = '0', minutes = '', seconds = '', fraction = ''] = found
  if (Number(seconds) > 59 || (found[1] !== undefined && Number(minutes) > 59)) return Number.NaN
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  )
}

const amount = /^(\d+(?:\.\d+)?)\s*(ms|毫秒|s|sec|秒)$/i

/** `3.5s`, `250 ms`, `12秒` -> ms; NaN when there is no unit. */
export function parseAmount(text: string): number {
  const found = amount.exec(text)
  if (!found) return Number.NaN
  const unit = found[2]!.toLowerCase()
  return Math.round(Number(found[1]) * (unit === 'ms' || unit === '毫秒' ? 1 : 1000))
}

const spelled =
  /^(?:(\d+)\s*(?:h|hrs?|hours?|小时|时))?\s*(?:(\d+)\s*(?:m|mins?|minutes?|分钟|分))?\s*(?:(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?|秒钟|秒))?$/i

/**
 * A length of time in ms: `1:20`, `0:01:20`, `26:00:00`, `80s`, `80秒`, `1分20秒`, `1h 20m`, `1小时5分`. NaN for
 * anything else, plain numbers included, whose unit the caller knows.
 */
export function parseDuration(text: string): number {
  const value = text.trim()
  const clock = parseClock(value)
  if (!Number.isNaN(clock)) return clock
  const amountMs = parseAmount(value)
  if (!Number.isNaN(amountMs)) return amountMs
  const found = value === '' ? null : spelled.exec(value)
  if (!found) return Number.NaN
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}
