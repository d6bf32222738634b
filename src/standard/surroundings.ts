import { createExpressionSpace } from '../checks/expression.ts'
import { knownFields, type FieldType, type FieldTypes } from '../checks/fields.ts'
import type { Vars } from '../checks/view.ts'
import { createSay } from '../checks/words.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Prefilter } from '../pattern/prefilter.ts'
import { compileCalendars } from './calendars.ts'
import type { Surroundings } from './environment.ts'
import type { Entry } from './entries.ts'
import { createReporter } from './faults.ts'
import { typesOf } from './field-source.ts'
import { createLinks } from './links.ts'
import type { StandardSource } from './schema.ts'
import type { Places } from './yaml-source.ts'

/** What the parts of a standard are compiled in: its names with their types, and a collector of problems. */
export function createSurroundings(
  standard: StandardSource,
  entries: readonly Entry[],
  source: Places,
  lang: Lang,
  prefilter: Prefilter = idle
): Surroundings {
  const vars: Vars = standard.vars ?? {}
  const types: FieldTypes = { ...knownFields, ...varTypes(vars), ...typesOf(standard.fields) }
  const lexicons = standard.lexicons ?? {}
  const reporter = createReporter(source, {
    lexicons: Object.keys(lexicons),
    vars: Object.keys(vars),
    fields: types
  })
  const calendar = compileCalendars(standard.calendar, reporter)
  return {
    source,
    reporter,
    say: createSay(lang),
    space: createExpressionSpace(types, calendar),
    calendar,
    vars,
    lexicons,
    links: createLinks(entries, source, reporter),
    prefilter
  }
}

/** Spares nothing: for patterns that look at turns which another prefilter has seen, or none. */
const idle: Prefilter = { register: () => undefined, scan: () => new Uint32Array(0) }

/** A variable is known to expressions by the kind of its value. */
function varTypes(vars: Vars): FieldTypes {
  const typeOf = (value: Vars[string]): FieldType => {
    const sample = typeof value === 'object' ? value[0] : value
    return typeof sample === 'number' ? 'number' : typeof sample === 'boolean' ? 'bool' : 'text'
  }
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, typeOf(value)]))
}
