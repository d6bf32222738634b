import { parse, type ASTNode } from '@marcbachmann/cel-js'
import type { CompileEnv } from '../checks/check.ts'
import { compileSpoken, quoteAll } from '../checks/spoken.ts'
import type { Condition, ConditionParts, ConditionSource, SaidSource } from '../checks/sources.ts'
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
  /** How deep it stands in others, from 0. */
  readonly depth: number
}

/** Every part of a condition with its value: those that must all hold, and below a part what it is made of. */
export function traceCondition(
  condition: ConditionSource,
  env: CompileEnv,
  at: Path,
  view: ContactView,
  depth = 0
): readonly ConditionTrace[] {
  if (typeof condition === 'string')
    return conjuncts(condition).map(text => traceExpression(text, env, at, view, depth))
  if (isList(condition))
    return condition.flatMap((part, i) => traceCondition(part, env, [...at, i], view, depth))
  return traceParts(condition, env, at, view, depth)
}

function isList(condition: ConditionSource): condition is readonly ConditionSource[] {
  return Array.isArray(condition)
}

function traceExpression(
  text: string,
  env: CompileEnv,
  at: Path,
  view: ContactView,
  depth: number
): ConditionTrace {
  const evidence = env.expression(text, at).evidence(view)
  return { ...judged(compileCondition(text, env, at), view), evidence, depth }
}

function judged(condition: Condition, view: ContactView): Omit<ConditionTrace, 'evidence' | 'depth'> {
  const verdict = condition.test(view)
  const { text } = condition
  return verdict.kind === 'value'
    ? { text, value: verdict.value }
    : { text, value: undefined, reason: verdict.reason }
}

/** Something said, either or neither of several conditions, or all of these at once. */
function traceParts(
  { either, neither, criterion, is, ...said }: ConditionParts,
  env: CompileEnv,
  at: Path,
  view: ContactView,
  depth: number
): readonly ConditionTrace[] {
  const listed = (key: 'either' | 'neither', parts: readonly ConditionSource[] | undefined) =>
    parts === undefined
      ? []
      : [
          { ...judged(compileCondition({ [key]: parts }, env, at), view), evidence: [], depth },
          ...parts.flatMap((part, i) => traceCondition(part, env, [...at, key, i], view, depth + 1))
        ]
  return [
    ...(Object.keys(said).length === 0 ? [] : [traceSaid(said, env, at, view, depth)]),
    ...(criterion === undefined
      ? []
      : [{ ...judged(compileCondition({ criterion, is }, env, at), view), evidence: [], depth }]),
    ...listed('either', either),
    ...listed('neither', neither)
  ]
}

function traceSaid(
  source: SaidSource,
  env: CompileEnv,
  at: Path,
  view: ContactView,
  depth: number
): ConditionTrace {
  const search = compileSpoken(source, env, at, 'anyone').search(view, 'first')
  const evidence = search.kind === 'searched' ? quoteAll(search.finding.hits) : []
  return { ...judged(compileCondition(source, env, at), view), evidence, depth }
}

/** The parts of an expression that `&&` joins: each must hold. */
function conjuncts(expression: string): readonly string[] {
  const collect = (node: ASTNode): readonly string[] =>
    node.op === '&&' ? node.args.flatMap(collect) : [expression.slice(node.range.start, node.range.end)]
  return collect(parse(expression).ast)
}
