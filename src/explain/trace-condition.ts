import { parse, type ASTNode } from '@marcbachmann/cel-js'
import type { CompileEnv } from '../checks/check.ts'
import { compileSpoken, quoteAll } from '../checks/spoken.ts'
import type { ConditionSource, SaidSource } from '../checks/sources.ts'
import type { ContactView } from '../checks/view.ts'
import type { Evidence } from '../model/evaluation.ts'
import type { Path } from '../pattern/resolve.ts'
import { compileCondition } from '../checks/condition.ts'

/** A condition, or a part of one, with its value on a contact and what that value rests on. */
export interface ConditionTrace {
  readonly text: string
  /** `undefined` when it cannot be known; then there is a reason. */
  readonly value: boolean | undefined
  readonly reason?: string | undefined
  readonly evidence: readonly Evidence[]
}

/** Every part of a condition that must hold, with its value. */
export function traceCondition(
  condition: ConditionSource,
  env: CompileEnv,
  at: Path,
  view: ContactView
): readonly ConditionTrace[] {
  if (typeof condition === 'string')
    return conjuncts(condition).map(text => traceExpression(text, env, at, view))
  if (isList(condition)) return condition.flatMap((part, i) => traceCondition(part, env, [...at, i], view))
  return [traceSaid(condition, env, at, view)]
}

function isList(condition: ConditionSource): condition is readonly ConditionSource[] {
  return Array.isArray(condition)
}

/** One expression with the fields it looks at. */
export function traceExpression(text: string, env: CompileEnv, at: Path, view: ContactView): ConditionTrace {
  const verdict = compileCondition(text, env, at).test(view)
  const evidence = env.expression(text, at).evidence(view)
  return verdict.kind === 'value'
    ? { text, value: verdict.value, evidence }
    : { text, value: undefined, reason: verdict.reason, evidence }
}

function traceSaid(source: SaidSource, env: CompileEnv, at: Path, view: ContactView): ConditionTrace {
  const condition = compileCondition(source, env, at)
  const verdict = condition.test(view)
  if (verdict.kind === 'unknown')
    return { text: condition.text, value: undefined, reason: verdict.reason, evidence: [] }
  const search = compileSpoken(source, env, at, 'anyone').search(view, 'first')
  const evidence = search.kind === 'searched' ? quoteAll(search.finding.hits) : []
  return { text: condition.text, value: verdict.value, evidence }
}

/** The parts of an expression that `&&` joins: each must hold. */
export function conjuncts(expression: string): readonly string[] {
  const collect = (node: ASTNode): readonly string[] =>
    node.op === '&&' ? node.args.flatMap(collect) : [expression.slice(node.range.start, node.range.end)]
  return collect(parse(expression).ast)
}
