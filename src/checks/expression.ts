import type { Calendar } from '../metrics/calendar/calendar.ts'
import type { FieldEvidence } from '../model/evaluation.ts'
import { createClock, type Clock } from './clock.ts'
import { checkExpression, type ExpressionFault, type ResultType } from './expression-check.ts'
import { createExpressionEnvironment } from './expression-environment.ts'
import { factTypes, isMap, readName } from './expression-names.ts'
import { readNumber, readText, runOn, type Run, type Verdict } from './expression-run.ts'
import { collectNames } from './expression-tree.ts'
import type { FieldTypes } from './fields.ts'
import { findTimeFault } from './time-functions.ts'
import type { ContactView } from './view.ts'

/** An expression in CEL that gives a value; `undefined` where it cannot be worked out on a contact. */
export type ValueExpression<Value> = (view: ContactView) => Value | undefined

/** A condition in CEL (the Common Expression Language of Google), checked against the declared fields. */
export interface Expression {
  readonly text: string
  evaluate(view: ContactView): Verdict
  /** The values it looks at on this contact. */
  evidence(view: ContactView): readonly FieldEvidence[]
}

/** What expressions of one standard are compiled in. */
export interface ExpressionSpace {
  readonly types: FieldTypes
  /** Whether a field can be called by its name alone; `type` is a word of CEL, `等级` no name to it. */
  isVariable(name: string): boolean
  compile(text: string): { ok: true; expression: Expression } | { ok: false; fault: ExpressionFault }
  /** An expression that gives a number. */
  number(text: string): { ok: true; value: ValueExpression<number> } | { ok: false; fault: ExpressionFault }
  /** An expression that gives a text, or a number or truth value to be taken as one. */
  text(text: string): { ok: true; value: ValueExpression<string> } | { ok: false; fault: ExpressionFault }
}

/**
 * Fields are numbers as CEL's `double`; whole numbers in an expression mix with them freely. Times are read by the
 * clock of the calendar.
 */
export function createExpressionSpace(declared: FieldTypes, calendar?: Calendar): ExpressionSpace {
  const clock = createClock(calendar)
  const types: FieldTypes = { ...declared, ...factTypes }
  const { environment, variables } = createExpressionEnvironment(types, clock, calendar)

  const check = (text: string, wanted: ResultType): ExpressionFault | undefined =>
    checkExpression(environment, text, types, wanted) ??
    findTimeFault(environment.parse(text).ast, clock, calendar)

  // A comprehension's own variable is no field; one of the same name as a field hides it, which does no harm.
  const parse = (text: string): { run: Run; names: readonly string[] } => {
    const run = environment.parse(text)
    return {
      run,
      names: [...collectNames(run.ast)].filter(name => Object.hasOwn(types, name) || isMap(name))
    }
  }

  function valueOf<Value>(
    text: string,
    wanted: ResultType,
    read: (result: unknown) => Value | undefined
  ): { ok: true; value: ValueExpression<Value> } | { ok: false; fault: ExpressionFault } {
    const fault = check(text, wanted)
    if (fault) return { ok: false, fault }
    const { run, names } = parse(text)
    return {
      ok: true,
      value: view => {
        const result = runOn(run, names, types, clock, view)
        return result.kind === 'value' ? read(result.value) : undefined
      }
    }
  }

  return {
    types,
    isVariable: name => variables.has(name),
    number: text => valueOf(text, 'number', readNumber),
    text: text => valueOf(text, 'text', readText),
    compile(text) {
      const checked = check(text, 'bool')
      if (checked) return { ok: false, fault: checked }
      const { run, names } = parse(text)
      return {
        ok: true,
        expression: {
          text,
          evaluate: view => {
            const result = runOn(run, names, types, clock, view)
            return result.kind === 'value' ? { kind: 'value', value: result.value === true } : result
          },
          evidence: view =>
            names
              .filter(name => !isMap(name))
              .map(name => ({ field: name, value: printable(readName(view, name, types, clock), clock) }))
        }
      }
    }
  }
}

function printable(value: unknown, clock: Clock): FieldEvidence['value'] {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return clock.show(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}
