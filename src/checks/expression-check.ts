import type { Environment } from '@marcbachmann/cel-js'
import { findMemberSlip } from './expression-tree.ts'
import type { FieldTypes } from './fields.ts'
import type { TimeFault } from './time-functions.ts'

/** What an expression gives: a number (a length of time is its seconds), a text, or true or false. */
export type ResultType = 'bool' | 'number' | 'text'

/** What is wrong with an expression; `from` and `to` are where in its text. */
export type ExpressionFault =
  | { readonly kind: 'unknown-name'; readonly value: string; readonly from: number; readonly to: number }
  | { readonly kind: 'invalid'; readonly reason: string; readonly from: number; readonly to: number }
  | { readonly kind: 'not-bool'; readonly type: string }
  | { readonly kind: 'wrong-result'; readonly type: string; readonly wanted: ResultType }
  | TimeFault

/** The types of CEL that will do for each kind of result; what is not known before the contact is there will do too. */
const fitting: Readonly<Record<ResultType, readonly string[]>> = {
  bool: ['bool', 'dyn'],
  number: ['double', 'int', 'uint', 'google.protobuf.Duration', 'dyn'],
  text: ['string', 'double', 'int', 'uint', 'bool', 'dyn']
}

/** The first thing that is wrong with an expression: its syntax, a name, or the type of what it gives. */
export function checkExpression(
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
