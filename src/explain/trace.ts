import type { CheckSource } from '../checks/check.ts'
import { compileCheck } from '../checks/compile-check.ts'
import { checkKinds } from '../checks/index.ts'
import { collectExchanges, collectTriggers, parseWithin } from '../checks/kinds/answer.ts'
import type { MeasureOptions } from '../checks/measures/options.ts'
import { compileSpoken, scopeOf } from '../checks/spoken.ts'
import type { SpokenSource } from '../checks/sources.ts'
import { describeStretch } from '../checks/stretch.ts'
import type { By, ContactView } from '../checks/view.ts'
import type { Outcome, Status } from '../model/evaluation.ts'
import type { Path } from '../pattern/resolve.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { CompiledCriterion } from '../standard/standard.ts'
import type { Bench } from './bench.ts'
import { requirementsOf, type Requirement } from './requires.ts'
import { scopeInWords, withinInWords } from './scope-words.ts'
import { traceCondition, type ConditionTrace } from './trace-condition.ts'
import { traceMeasure, type MeasureTrace } from './trace-measure.ts'
import { traceScript, type ScriptTrace } from './trace-script.ts'
import { traceSearch, type SearchTrace } from './trace-search.ts'

/** One step of judging a criterion on a contact, in the order it was taken. */
export type TraceStep =
  | {
      readonly kind: 'conditions'
      readonly role: 'applies' | 'when' | 'unless' | 'field'
      readonly parts: readonly ConditionTrace[]
    }
  | { readonly kind: 'requires'; readonly parts: readonly (Requirement & { readonly actual: Status })[] }
  | {
      readonly kind: 'search'
      /** What is looked for: what must be said, must not be said, calls for an answer, or answers. */
      readonly role: 'say' | 'avoid' | 'to' | 'with' | 'never'
      readonly by: By
      /** Which of their turns, in words; '' for all. */
      readonly scope: string
      /** The turn that is answered. */
      readonly reply?: number | undefined
      /** Where an anchor puts it: `after turn 3`; '' without one. */
      readonly where: string
      /** What was found, or why nothing could be looked for. */
      readonly search: SearchTrace | { readonly reason: string }
    }
  | ScriptTrace
  | ({ readonly kind: 'values' } & MeasureTrace)
  /** A check that is part of another, with what it came to by itself; its own steps follow. */
  | { readonly kind: 'part'; readonly of: string; readonly number: number; readonly outcome: Outcome }

export interface CriterionTrace {
  readonly criterion: CompiledCriterion
  readonly outcome: Outcome
  readonly steps: readonly TraceStep[]
}

/**
 * How a criterion was judged on a contact: its conditions with their values, every turn it looked at and what was in
 * it. Where a condition decided already, the rest is shown all the same. Of kinds of checks that are not known here
 * there is only the outcome with its evidence.
 */
export function traceCriterion(index: number, view: ContactView, bench: Bench): CriterionTrace {
  const { standard } = bench
  const { entries, standard: written } = bench.written
  const { criterion: source, at } = entries[index]!
  const criterion = standard.criteria[index]!
  const steps: TraceStep[] = []
  const conditions = [
    ['applies', written.applies, ['applies']],
    ['when', source.when, [...at, 'when']],
    ['unless', source.unless, [...at, 'unless']]
  ] as const
  for (const [role, condition, path] of conditions) {
    if (condition === undefined) continue
    steps.push({ kind: 'conditions', role, parts: traceCondition(condition, bench.env(path), [], view) })
  }
  const required = requirementsOf(source.requires).flatMap(requirement => {
    const other = standard.criteria.find(({ id }) => id === requirement.id)
    return other ? [{ ...requirement, actual: other.judge(view).status }] : []
  })
  if (required.length > 0) steps.push({ kind: 'requires', parts: required })
  steps.push(...traceCheck(source as unknown as CheckSource, at, view, bench))
  return { criterion, outcome: criterion.judge(view), steps }
}

type Trace = (options: unknown, at: Path, view: ContactView, bench: Bench) => readonly TraceStep[]

function traceCheck(source: CheckSource, at: Path, view: ContactView, bench: Bench): readonly TraceStep[] {
  return Object.entries(kinds).flatMap(([name, trace]) =>
    source[name] === undefined ? [] : trace(source[name], [...at, name], view, bench)
  )
}

const kinds: Readonly<Record<string, Trace>> = {
  say: (options, at, view, bench) => traceSpoken('say', options as SpokenSource, 'agent', at, view, bench),
  avoid: (options, at, view, bench) =>
    traceSpoken('avoid', options as SpokenSource, 'agent', at, view, bench),
  answer: traceAnswer,
  script: traceScript,
  measure(options, at, view, bench) {
    const trace = traceMeasure(options as MeasureOptions, bench.env(at), view)
    return trace && trace.values.length > 0 ? [{ kind: 'values', ...trace }] : []
  },
  field: (options, at, view, bench) => [
    { kind: 'conditions', role: 'field', parts: traceCondition(String(options), bench.env(at), [], view) }
  ],
  all: traceParts,
  any: traceParts,
  of: traceParts,
  not: (options, at, view, bench) => tracePart(options as CheckSource, 1, at, view, bench)
}

function traceParts(options: unknown, at: Path, view: ContactView, bench: Bench): readonly TraceStep[] {
  const parts = options as readonly CheckSource[]
  return parts.flatMap((part, i) => tracePart(part, i + 1, [...at, i], view, bench))
}

function tracePart(
  part: CheckSource,
  number: number,
  at: Path,
  view: ContactView,
  bench: Bench
): readonly TraceStep[] {
  const of = String(at.findLast(key => typeof key === 'string'))
  const outcome = compileCheck(part, checkKinds, bench.env(at), () => undefined)(view)
  return [{ kind: 'part', of, number, outcome }, ...traceCheck(part, at, view, bench)]
}

// Of more stretches than this the rest is not shown.
const MOST_STRETCHES = 5

/** Where something was looked for: one step for each stretch that its anchors leave. */
function traceSpoken(
  role: 'say' | 'avoid' | 'to',
  source: SpokenSource,
  fallback: By,
  at: Path,
  view: ContactView,
  bench: Bench
): readonly TraceStep[] {
  const env = bench.env(at)
  const spoken = compileSpoken(source, env, [], fallback)
  const searched = spoken.search(view, 'every')
  const scope = scopeInWords(scopeOf(source), bench.tell).replace(/^[,\s]+|[,\s]+$/g, '')
  const step = { kind: 'search', role, by: spoken.by, scope } as const
  if (searched.kind === 'closed') {
    const reason = 'reason' in searched.outcome ? searched.outcome.reason : ''
    return [{ ...step, where: '', search: { reason } }]
  }
  const inner = env.withNames(spoken.names)
  return searched.parts.slice(0, MOST_STRETCHES).map(({ stretch, window }) => ({
    ...step,
    where: describeStretch(stretch, env.say),
    search: traceSearch(source as PatternSource, inner, [], window, stretch.subject)
  }))
}

interface Answer {
  readonly to: SpokenSource
  readonly with?: PatternSource
  readonly never?: PatternSource
  readonly within?: string
  readonly each?: 'every' | 'any' | 'first' | 'last'
}

function traceAnswer(options: unknown, at: Path, view: ContactView, bench: Bench): readonly TraceStep[] {
  const { to, within = '2 runs', each = 'every', ...replies } = options as Answer
  const steps = [...traceSpoken('to', to, 'customer', [...at, 'to'], view, bench)]
  const spoken = compileSpoken(to, bench.env([...at, 'to']), [], 'customer')
  const trigger = spoken.search(view, 'every')
  const reach = parseWithin(within)
  if (trigger.kind !== 'searched' || !reach) return steps
  const exchanges = collectExchanges(collectTriggers(trigger.parts, spoken), reach, view) ?? []
  const [from, upTo] = each === 'first' ? [0, 1] : each === 'last' ? [-1, undefined] : [0, undefined]
  for (const { trigger: hit, reply, subject } of exchanges.slice(from, upTo)) {
    for (const role of ['with', 'never'] as const) {
      const source = replies[role]
      if (source === undefined) continue
      const env = bench.env([...at, role]).withNames(spoken.names)
      const search = traceSearch(source, env, [], reply, subject)
      const scope = withinInWords(within, bench.tell)
      const answered = hit.passage.index + 1
      steps.push({ kind: 'search', role, by: 'agent', scope, where: '', reply: answered, search })
    }
  }
  return steps
}
