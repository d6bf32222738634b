import { contactNames } from '../checks/view.ts'
import { withinExamples } from '../checks/kinds/answer.ts'
import { measures } from '../checks/measures/index.ts'
import { reachExamples } from '../checks/reach.ts'
import { waitExamples } from '../checks/steps/wait.ts'
import type { OptionFault } from '../checks/check.ts'
import type { ExpressionFault } from '../checks/expression-check.ts'
import { factMaps } from '../checks/expression-names.ts'
import type { FieldTypes } from '../checks/fields.ts'
import type { Code } from '../diagnostics/catalogue.ts'
import type { Place, Problem } from '../diagnostics/problem.ts'
import type { Values } from '../diagnostics/wording.ts'
import { findNearest, type Suggestion } from '../diagnostics/suggest.ts'
import { clockRangeExamples } from '../metrics/calendar/clock-range.ts'
import type { CalendarFault } from '../metrics/calendar/compile-calendar.ts'
import { weekdays } from '../metrics/calendar/day.ts'
import { listZones } from '../metrics/calendar/zone.ts'
import { apartExamples } from '../pattern/apart.ts'
import type { MetricFault } from '../metrics/metric.ts'
import { targetExamples } from '../metrics/target.ts'
import { entityNames } from '../pattern/entities/index.ts'
import type { Path, PatternFault } from '../pattern/resolve.ts'
import { durationExamples, lengthExamples, rateExamples } from '../text/quantity.ts'
import type { Places } from './yaml-source.ts'

/** What names a standard knows, to say which are allowed and which was meant. */
export interface Names {
  readonly lexicons: readonly string[]
  readonly vars: readonly string[]
  readonly fields: FieldTypes
}

/** Collects what is wrong with a standard, each with its place in the file. */
export interface Reporter {
  readonly problems: Problem[]
  problem(code: Code, place: Place, values: Values, meant?: Suggestion): void
  pattern(fault: PatternFault, at: Path): void
  option(fault: OptionFault, at: Path): void
  expression(fault: ExpressionFault, at: Path): void
  calendar(fault: CalendarFault, at: Path): void
  metric(fault: MetricFault, at: Path): void
}

// Lengths of the calendar that metrics ask for.
const periodExamples = 'day, week, month, quarter, year, 3 months, 2 weeks'

// Keys that find something; the others say how.
const partKeys = 'any, all, of, not, near, like, sounds, words, forms, entity'

export function createReporter(source: Places, names: Names): Reporter {
  const problems: Problem[] = []
  const told = new Set<string>()
  const problem: Reporter['problem'] = (code, place, values, meant) => {
    // What two parts of the language read, such as what a share is of and among, is wrong only once.
    const key = JSON.stringify([code, place, values])
    if (told.has(key)) return
    told.add(key)
    problems.push({ code, severity: 'error', place, values, ...meant })
  }
  const known = [...names.vars, ...Object.keys(names.fields), ...contactNames]

  return {
    problems,
    problem,
    pattern(fault, at) {
      const place = source.placeOf(at)
      switch (fault.kind) {
        case 'regex':
          return problem(`standard/regex-${fault.reason}`, place, {
            value: fault.value,
            detail: fault.detail
          })
        case 'empty-phrase':
          return problem('standard/empty-phrase', place, { value: fault.value })
        case 'unknown-lexicon': {
          const allowed = names.lexicons.join(', ') || '–'
          return problem(
            'standard/unknown-lexicon',
            place,
            { value: fault.value, allowed },
            findNearest(fault.value, names.lexicons)
          )
        }
        case 'unknown-name': {
          const values = { value: fault.value, allowed: names.vars.join(', ') || '–' }
          return problem('standard/unknown-name', place, values, findNearest(fault.value, known))
        }
        case 'no-parts':
          return problem('standard/no-pattern', place, { allowed: partKeys })
        case 'count':
          return problem('standard/count', place, { value: fault.value, allowed: fault.allowed })
        case 'half':
          return problem('standard/half-count', place, { value: fault.value, allowed: fault.allowed })
        case 'apart':
          return problem('standard/bad-apart', place, { value: fault.value, allowed: apartExamples })
        case 'percent':
          return problem('standard/bad-percent', place, { value: fault.value })
        case 'no-phrase':
          return problem('standard/no-phrase', place, { value: fault.value, key: fault.key })
        case 'short-sound':
          return problem('standard/short-sound', place, { value: fault.value })
        case 'no-forms':
          return problem('standard/no-forms', place, { value: fault.value })
        case 'unknown-entity': {
          const values = { value: fault.value, allowed: entityNames.join(', ') }
          return problem('standard/unknown-entity', place, values, findNearest(fault.value, entityNames))
        }
      }
    },
    option(fault, at) {
      const place = source.placeOf(at)
      switch (fault.kind) {
        case 'duration':
          return problem('standard/bad-duration', place, { value: fault.value, allowed: durationExamples })
        case 'rate':
          return problem('standard/bad-rate', place, { value: fault.value, allowed: rateExamples })
        case 'percent':
          return problem('standard/bad-percent', place, { value: fault.value })
        case 'number':
          return problem('standard/bad-number', place, { value: fault.value })
        case 'length':
          return problem('standard/bad-length', place, { value: fault.value, allowed: lengthExamples })
        case 'bad-value':
          return problem('standard/bad-value', place, { value: fault.value, allowed: fault.allowed })
        case 'unused-option': {
          const { value, beside, allowed } = fault
          return problem('standard/unused-option', source.placeOfKey(at), { value, beside, allowed })
        }
        case 'unknown-field':
          return problem(
            'standard/unknown-field',
            source.placeOfKey(at),
            { value: fault.value },
            findNearest(fault.value, known)
          )
        case 'too-few':
          return problem('standard/too-few', place, { allowed: 1 })
        case 'part-check':
          return problem('standard/part-check', place, { value: fault.value, allowed: fault.allowed })
        case 'half-pair':
          return problem('standard/half-count', source.placeOfKey(at), {
            value: fault.value,
            allowed: fault.allowed
          })
        case 'count':
          return problem('standard/count', place, { value: fault.value, allowed: fault.allowed })
        case 'within':
          return problem('standard/bad-within', place, { value: fault.value, allowed: withinExamples })
        case 'reach':
          return problem('standard/bad-reach', place, { value: fault.value, allowed: reachExamples })
        case 'wait':
          return problem('standard/bad-wait', place, { value: fault.value, allowed: waitExamples })
        case 'not-together':
          return problem('standard/not-together', place, { value: fault.value })
        case 'after-hangup':
          return problem('standard/after-hangup', place, {})
        case 'unknown-slot': {
          const values = { value: fault.value, allowed: fault.allowed.join(', ') || '–' }
          return problem(
            'standard/unknown-slot',
            place,
            values,
            findNearest(fault.value, [...fault.allowed, ...known])
          )
        }
        case 'slot-alone':
          return problem('standard/slot-alone', place, { value: fault.value })
        case 'slots-touch':
          return problem('standard/slots-touch', place, { value: fault.value })
        case 'unused-slot':
          return problem('standard/unused-slot', source.placeOfKey(at), { value: fault.value })
        case 'one-measure':
          return problem('standard/one-measure', place, { allowed: measures.map(m => m.name).join(', ') })
        case 'no-bound':
          return problem('standard/no-bound', place, {})
        case 'no-reply-pattern':
          return problem('standard/no-reply-pattern', place, {})
      }
    },
    metric(fault, at) {
      const place = source.placeOf(at)
      const { value } = fault
      switch (fault.kind) {
        case 'duration':
          return problem('standard/bad-duration', place, { value, allowed: durationExamples })
        case 'period':
          return problem('standard/bad-value', place, { value, allowed: periodExamples })
        case 'number':
          return problem('standard/bad-number', place, { value })
        case 'target':
          return problem('standard/bad-target', place, { value, allowed: targetExamples })
        case 'not-together':
          return problem('standard/not-together', place, { value: `${value}, ${fault.beside}` })
        case 'missing':
          return problem('standard/missing-key', place, { value })
        case 'no-calendar':
          return problem('standard/no-calendar', place, { value })
        case 'unknown-name':
        case 'bad-value': {
          const meant = findNearest(value, fault.allowed.split(', '))
          return problem('standard/bad-value', place, { value, allowed: fault.allowed }, meant)
        }
      }
    },
    expression(fault, at) {
      switch (fault.kind) {
        case 'unknown-name': {
          const place = source.placeWithin(at, fault.from, fault.to)
          return problem(
            'standard/unknown-field',
            place,
            { value: fault.value },
            findNearest(fault.value, [...known, ...factMaps])
          )
        }
        case 'invalid':
          return problem('standard/expression', source.placeWithin(at, fault.from, fault.to), {
            reason: fault.reason
          })
        case 'wrong-result': {
          const values = { value: fault.type, allowed: fault.wanted }
          return problem('standard/wrong-result', source.placeOf(at), values)
        }
        case 'not-bool':
          return problem('standard/not-bool', source.placeOf(at), { value: fault.type })
        case 'no-calendar':
          return problem('standard/no-calendar', source.placeWithin(at, fault.from, fault.to), {
            value: fault.value
          })
        case 'bad-hours':
          return problem('standard/bad-hours', source.placeWithin(at, fault.from, fault.to), {
            value: fault.value,
            allowed: clockRangeExamples
          })
        case 'utc-clock':
          return problem('standard/utc-clock', source.placeWithin(at, fault.from, fault.to), {
            value: fault.value,
            zone: fault.zone ?? ''
          })
      }
    },
    calendar(fault, at) {
      const place = source.placeOf(at)
      switch (fault.kind) {
        case 'zone': {
          const meant = findNearest(fault.value, listZones())
          return problem('standard/bad-timezone', place, { value: fault.value }, meant)
        }
        case 'hours':
          return problem('standard/calendar-hours', place, { value: fault.value })
        case 'overlap':
          return problem('standard/hours-overlap', place, { value: fault.value })
        case 'weekdays': {
          const values = {
            value: fault.value,
            allowed: 'mon, tue, wed, thu, fri, sat, sun, mon-fri, "mon, wed"'
          }
          return problem(
            'standard/bad-value',
            source.placeOfKey(at),
            values,
            findNearest(fault.value, weekdays)
          )
        }
        case 'date': {
          const where = fault.key ? source.placeOfKey(at) : place
          return problem('standard/bad-date', where, { value: fault.value })
        }
        case 'both':
          return problem('standard/holiday-worked', place, { value: fault.value })
      }
    }
  }
}
