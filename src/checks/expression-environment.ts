import { Environment } from '@marcbachmann/cel-js'
import type { Calendar } from '../metrics/calendar/calendar.ts'
import type { Clock } from './clock.ts'
import { factMaps } from './expression-names.ts'
import type { FieldType, FieldTypes } from './fields.ts'
import { registerTimeFunctions } from './time-functions.ts'

const celTypes: Record<FieldType, string> = {
  text: 'string',
  number: 'double',
  seconds: 'double',
  bool: 'bool',
  time: 'google.protobuf.Timestamp'
}

/** What expressions are parsed and run in, and the names that can be called as they are. */
export interface ExpressionEnvironment {
  readonly environment: Environment
  readonly variables: ReadonlySet<string>
}

/** Makes CEL know the fields, the facts of a contact and the functions of time. */
export function createExpressionEnvironment(
  types: FieldTypes,
  clock: Clock,
  calendar: Calendar | undefined
): ExpressionEnvironment {
  const environment = new Environment({ unlistedVariablesAreDyn: false })
  const variables = new Set(Object.keys(types).filter(name => register(environment, name, types[name]!)))
  for (const name of factMaps) environment.registerVariable(name, 'map')
  allowWholeNumbers(environment)
  registerTimeFunctions(environment, clock, calendar)
  return { environment, variables }
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
