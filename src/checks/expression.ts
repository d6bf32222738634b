import { Environment } from '@marcbachmann/cel-js'
import type { Calendar } from '../metrics/calendar/calendar.ts'
import type { FieldEvidence } from '../model/evaluation.ts'
import { createClock, type Clock } from './clock.ts'
import { collectNames, findMemberSlip } from './expression-tree.ts'
import { coerceField, type FieldType, type FieldTypes } from './fields.ts'
import { findTimeFault, registerTimeFunctions, type TimeFault } from './time-functions.ts'
import type { ContactView } from './view.ts'

/** What an expression came to on one contact; `missing` names the fields it needed and did not find. */
export type Verdict =
  | { readonly kind: 'value'; readonly value: boolean }
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  | { readonly kind: 'error'; readonly reason: string }

/** What an expression gives: a number (a length of time is its seconds), a text, or true or false. */
export type ResultType = 'bool' | 'number' | 'text'

/** An expression in CEL that gives a value; `undefined` where it cannot be worked out on a contact. */
export type ValueExpression<Value> = (view: ContactView) => Value | undefined

/** A condition in CEL (the Common Expression Language of Google), checked against the declared fields. */
export interface Expression {
  readonly text: string
  evaluate(view: ContactView): Verdict
  /** The values it looks at on this contact. */
  evidence(view: ContactView): readonly FieldEvidence[]
}

export type ExpressionFault =
  | { readonly kind: 'unknown-name'; readonly value: string; readonly from: number; readonly to: number }
  | { readonly kind: 'invalid'; readonly reason: string; readonly from: number; readonly to: number }
  | { readonly kind: 'not-bool'; readonly type: string }
  | { readonly kind: 'wrong-result'; readonly type: string; readonly wanted: ResultType }
  | TimeFault

/** Names an expression may use beside the fields: facts of the talk and of the contact itself. */
export const factTypes = {
  channel: 'text',
  started: 'time',
  turn_count: 'number',
  agent_turns: 'number',
  customer_turns: 'number'
} as const satisfies FieldTypes

/** Names that hold further names. */
export const factMaps = ['agent', 'customer', 'fields'] as const

const celTypes: Record<FieldType, string> = {
  text: 'string',
  number: 'double',
  seconds: 'double',
  bool: 'bool',
  time: 'google.protobuf.Timestamp'
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

/** The types of CEL that will do for each kind of result; what is not known before the contact is there will do too. */
const fitting: Readonly<Record<ResultType, readonly string[]>> = {
  bool: ['bool', 'dyn'],
  number: ['double', 'int', 'uint', 'google.protobuf.Duration', 'dyn'],
  text: ['string', 'double', 'int', 'uint', 'bool', 'dyn']
}

/**
 * Fields are numbers as CEL's `double`; whole numbers in an expression mix with them freely. Times are read by the
 * clock of the calendar.
 */
export function createExpressionSpace(declared: FieldTypes, calendar?: Calendar): ExpressionSpace {
  const clock = createClock(calendar)
  const types: FieldTypes = { ...declared, ...factTypes }
  const environment = new Environment({ unlistedVariablesAreDyn: false })
  const variables = new Set(Object.keys(types).filter(name => register(environment, name, types[name]!)))
  for (const name of factMaps) environment.registerVariable(name, 'map')
  allowWholeNumbers(environment)
  registerTimeFunctions(environment, clock, calendar)

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

const variableName = /^[A-Za-z_]\w*$/

/** False for a name that means something else in CEL: such a field is `fields['type']` there. */
function register(environment: Environment, name: string, type: FieldType): boolean {
  try {
    environment.registerVariable(name, celTypes[type])
    return variableName.test(name)
  } catch {
    return false
  }
}

function allowWholeNumbers(environment: Environment): void {
  const operations: Record<string, (a: number, b: number) => number> = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b
  }
  for (const [sign, apply] of Object.entries(operations)) {
    environment.registerOperator(`double ${sign} int: double`, (a: number, b: bigint) => apply(a, Number(b)))
    environment.registerOperator(`int ${sign} double: double`, (a: bigint, b: number) => apply(Number(a), b))
  }
  environment.registerOperator('double == int', (a: number, b: bigint) => a === Number(b))
  environment.registerOperator('double in list<int>', (a: number, list: readonly bigint[]) =>
    list.some(item => Number(item) === a)
  )
}

function checkExpression(
  environment: Environment,
  text: string,
  types: FieldTypes,
  wanted: ResultType
): ExpressionFault | undefined {
  try {
    const result = environment.check(text)
    if (!result.valid) return toFault(result.error, text)
    const slip = findMemberSlip(environment.parse(text).ast, types)
    if (slip) return { kind: 'unknown-name', ...slip }
    const type = String(result.type)
    if (fitting[wanted].includes(type)) return undefined
    return wanted === 'bool' ? { kind: 'not-bool', type } : { kind: 'wrong-result', type, wanted }
  } catch (error) {
    return toFault(error, text)
  }
}

function toFault(error: unknown, text: string): ExpressionFault {
  const { summary, range } = error as { summary?: string; range?: { start: number; end: number } }
  const reason = summary ?? (error instanceof Error ? error.message.split('\n')[0]! : String(error))
  const [from, to] = [range?.start ?? 0, range?.end ?? text.length]
  const unknown = /^Unknown variable: (\S+)/.exec(reason)
  return unknown
    ? { kind: 'unknown-name', value: unknown[1]!, from, to }
    : { kind: 'invalid', reason, from, to }
}

type Run = (context: Record<string, unknown>) => unknown

/** As a verdict, but with whatever the expression gives. */
type Result = { readonly kind: 'value'; readonly value: unknown } | Exclude<Verdict, { kind: 'value' }>

function runOn(
  run: Run,
  names: readonly string[],
  types: FieldTypes,
  clock: Clock,
  view: ContactView
): Result {
  const context: Record<string, unknown> = {}
  const missing: string[] = []
  for (const name of names) {
    const value = readName(view, name, types, clock)
    if (value === undefined) missing.push(name)
    else context[name] = value
  }
  // Nothing to go by: do not even try, for a failure costs more than all other evaluations.
  if (missing.length > 0 && missing.length === names.length) return { kind: 'missing', fields: missing }
  try {
    return { kind: 'value', value: run(context) }
  } catch (error) {
    if (missing.length > 0) return { kind: 'missing', fields: missing }
    const { summary } = error as { summary?: string }
    const key = /^No such key: (\S+)/.exec(summary ?? '')
    if (key) return { kind: 'missing', fields: [key[1]!] }
    return { kind: 'error', reason: summary ?? String(error) }
  }
}

const NANOS = 1e9

/** CEL's whole numbers are bigints, and a length of time has seconds and nanoseconds. */
function readNumber(result: unknown): number | undefined {
  if (typeof result === 'bigint') return Number(result)
  if (typeof result === 'number') return Number.isFinite(result) ? result : undefined
  if (typeof result !== 'object' || result === null || !('seconds' in result)) {
    const number = typeof result === 'string' ? coerceField(result, 'number') : undefined
    return typeof number === 'number' ? number : undefined
  }
  const { seconds, nanos } = result as { readonly seconds: bigint; readonly nanos: number }
  return Number(seconds) + nanos / NANOS
}

function readText(result: unknown): string | undefined {
  if (result === undefined || result === null || result === '' || typeof result === 'object') return undefined
  return String(result)
}

const isMap = (name: string): boolean => (factMaps as readonly string[]).includes(name)

function readName(view: ContactView, name: string, types: FieldTypes, clock: Clock): unknown {
  const { contact } = view
  switch (name) {
    case 'turn_count':
      return view.passages.length
    case 'agent_turns':
      return view.turnsBy('agent').length
    case 'customer_turns':
      return view.turnsBy('customer').length
    case 'agent':
      return definedOnly(contact.agent)
    case 'customer':
      return definedOnly(contact.customer)
    case 'fields':
      return contact.fields
    default: {
      const [value, type] = [view.value(name), types[name] ?? 'text']
      const isTime = type === 'time' && value !== undefined && value !== null
      return isTime ? clock.read(String(value)) : coerceField(value, type)
    }
  }
}

function definedOnly(person: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined))
}

function printable(value: unknown, clock: Clock): FieldEvidence['value'] {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return clock.show(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}
