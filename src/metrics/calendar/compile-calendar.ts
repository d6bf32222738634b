import type { Calendar } from './calendar.ts'
import { parseClockRanges, type ClockRange } from './clock-range.ts'
import { formatDay, parseDay, weekdays, yearOf } from './day.ts'
import type { CalendarSource } from './source.ts'
import { createZone, type Zone } from './zone.ts'

type Path = readonly (string | number)[]

/** What can be wrong with a calendar that is well formed; `key` when it is the key that ends the path. */
export type CalendarFault =
  | { readonly kind: 'zone' | 'hours'; readonly value: string }
  | { readonly kind: 'weekdays' | 'date'; readonly value: string; readonly key: boolean }
  | { readonly kind: 'overlap'; readonly value: string }
  | { readonly kind: 'both'; readonly value: string }

/** Tells of a fault at a path from the calendar in which it stands. */
export type ReportCalendar = (fault: CalendarFault, part: number, at: Path) => void

// No holiday lasts longer; a slip in the year would list a thousand of them.
const LONGEST = 366

/**
 * Makes calendars one: the time zone and the hours of the last that names them, and the days of all, where what a later
 * one says of a day holds.
 */
export function compileCalendar(parts: readonly CalendarSource[], report: ReportCalendar): Calendar {
  const holidays = new Map<string, string>()
  const workdays = new Set<string>()
  let zone: Zone | undefined
  let hours: Calendar['hours']
  for (const [index, part] of parts.entries()) {
    const tell = (fault: CalendarFault, at: Path): void => report(fault, index, at)
    if (part.timezone !== undefined) zone = readZone(part.timezone, tell)
    if (part.hours !== undefined) hours = readHours(part.hours, tell)
    const own = new Set<string>()
    for (const [written, name] of Object.entries(part.holidays ?? {})) {
      for (const day of readDays(written, true, fault => tell(fault, ['holidays', written]))) {
        own.add(day)
        workdays.delete(day)
        holidays.set(day, name)
      }
    }
    for (const [i, written] of (part.workdays ?? []).entries()) {
      for (const day of readDays(written, false, fault => tell(fault, ['workdays', i]))) {
        if (own.has(day)) tell({ kind: 'both', value: day }, ['workdays', i])
        holidays.delete(day)
        workdays.add(day)
      }
    }
  }
  const years = new Set([...holidays.keys()].map(day => yearOf(parseDay(day)!)))
  return { zone, hours, holidays, workdays, years: years.size === 0 ? undefined : years }
}

function readZone(name: string, tell: (fault: CalendarFault, at: Path) => void): Zone | undefined {
  const zone = createZone(name)
  if (!zone) tell({ kind: 'zone', value: name }, ['timezone'])
  return zone
}

function readHours(
  written: Readonly<Record<string, readonly string[]>>,
  tell: (fault: CalendarFault, at: Path) => void
): readonly (readonly ClockRange[])[] {
  const week: ClockRange[][] = weekdays.map(() => [])
  for (const [key, texts] of Object.entries(written)) {
    const days = parseWeekdays(key)
    if (!days) tell({ kind: 'weekdays', value: key, key: true }, ['hours', key])
    for (const [i, text] of texts.entries()) {
      const ranges = parseClockRanges(text)
      // Past midnight another day decides whether it is worked at all.
      if (ranges?.length !== 1) tell({ kind: 'hours', value: text }, ['hours', key, i])
      else if (!addRange(week, days ?? [], ranges[0]!))
        tell({ kind: 'overlap', value: text }, ['hours', key, i])
    }
  }
  for (const ranges of week) ranges.sort((a, b) => a.from - b.from)
  return week
}

/** Puts a stretch into days of a week; `false` when one of them has part of it already. */
function addRange(week: readonly ClockRange[][], days: readonly number[], range: ClockRange): boolean {
  const free = days.filter(day => !week[day]!.some(({ from, to }) => from < range.to && range.from < to))
  for (const day of free) week[day]!.push(range)
  return free.length === days.length
}

/** `mon-fri`, `sat`, `mon, wed`: days of the week from 0 for Monday; `undefined` when it is none of these. */
function parseWeekdays(text: string): readonly number[] | undefined {
  const days: number[] = []
  for (const part of text.toLowerCase().split(/\s*,\s*/)) {
    const [first = '', last = first, ...rest] = part.split(/\s*-\s*/)
    const from = weekdays.findIndex(name => name === first)
    const to = weekdays.findIndex(name => name === last)
    if (from < 0 || to < from || rest.length > 0) return undefined
    for (let day = from; day <= to; day++) days.push(day)
  }
  return days
}

/** `2026-02-15`, or `2026-02-15..2026-02-23` with both ends. */
function readDays(written: string, key: boolean, tell: (fault: CalendarFault) => void): readonly string[] {
  const [first = '', last = first, ...rest] = written.split(/\s*\.\.\s*/)
  const [from, to] = [parseDay(first.trim()), parseDay(last.trim())]
  const sound = from !== undefined && to !== undefined && from <= to && to - from < LONGEST
  if (sound && rest.length === 0) return Array.from({ length: to - from + 1 }, (_, i) => formatDay(from + i))
  tell({ kind: 'date', value: written, key })
  return []
}
