import type { Calendar } from '../metrics/calendar/calendar.ts'
import { compileCalendar } from '../metrics/calendar/compile-calendar.ts'
import { calendarSchema, type CalendarChoice, type CalendarSource } from '../metrics/calendar/source.ts'
import type { Problem } from '../diagnostics/problem.ts'
import type { Path } from '../pattern/resolve.ts'
import type { CalendarPart } from './extend.ts'
import type { Reporter } from './faults.ts'
import { issuesToProblems } from './issues.ts'
import type { FindStandard } from './find.ts'
import { readYaml, type YamlSource } from './yaml-source.ts'

/** Reads what a standard says under `calendar`: calendars written out stay, names and paths become what they lead to. */
export function readCalendars(
  written: unknown,
  source: YamlSource,
  find: FindStandard
): { readonly calendars: readonly CalendarPart[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const parts: readonly (readonly [unknown, Path])[] = Array.isArray(written)
    ? written.map((value, i) => [value, ['calendar', i]] as const)
    : written === undefined
      ? []
      : [[written, ['calendar']]]
  const calendars = parts.flatMap(([value, path]): readonly CalendarPart[] => {
    if (typeof value !== 'string') return [{ source, path, value }]
    const found = find(value, source.file)
    if (!found || 'reason' in found) {
      const reason = found?.reason ?? 'ENOENT'
      problems.push({
        code: 'standard/calendar-not-found',
        severity: 'error',
        place: source.placeOf(path),
        values: { value, reason }
      })
      return [{ source, path, value: {} }]
    }
    const file = readYaml(found.file, found.text)
    problems.push(...file.problems)
    const parsed = calendarSchema.safeParse(file.value)
    if (file.problems.length === 0 && !parsed.success)
      problems.push(...issuesToProblems(parsed.error.issues, file))
    return [{ source: file, path: [], value: parsed.success ? file.value : {} }]
  })
  return { calendars, problems }
}

/** The calendar of a standard whose layers are made one; `undefined` when none of them has one. */
export function compileCalendars(
  choice: CalendarChoice | undefined,
  reporter: Reporter
): Calendar | undefined {
  if (choice === undefined || typeof choice === 'string') return undefined
  const parts: readonly (string | CalendarSource)[] = Array.isArray(choice)
    ? (choice as readonly (string | CalendarSource)[])
    : [choice as CalendarSource]
  const sources = parts.map(part => (typeof part === 'string' ? {} : part))
  return compileCalendar(sources, (fault, part, at) => reporter.calendar(fault, ['calendar', part, ...at]))
}
