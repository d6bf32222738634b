import { suggest } from '../../../diagnostics/suggest.ts'
import { fill, type Wording } from '../../../diagnostics/wording.ts'
import type { ScriptContext, ScriptProblem, ScriptRule } from '../../rule.ts'
import type { Script } from '../../script.ts'
import type { Judged, Verdict } from '../judging.ts'
import { adviceOf, judgingOf, nameOf, quoted, relatedTo, shortReason } from '../name.ts'

const wordings = {
  metric: { en: 'it is a figure over many contacts', zh: '它是多份记录的统计指标' },
  clauseOnly: { en: 'the standard checks it by no criterion', zh: '标准没有用准则检查它' },
  otherChannel: {
    en: 'the standard does not judge the channel {channel}',
    zh: '标准不适用于渠道 {channel}'
  },
  alone: { en: 'said by itself', zh: '单独说时' },
  after: { en: 'said after “{customer}”', zh: '客户说“{customer}”之后' },
  before: { en: 'said instead of “{text}” in an example', zh: '代替示例中的“{text}”' }
} as const satisfies Record<string, Wording>

/** A script satisfies the criteria and clauses that it names; of a clause one criterion is enough. */
export const satisfied: ScriptRule = function* (library, context) {
  if (context.standards.length === 0) return
  const judging = judgingOf(context)
  const names = new Map<string, readonly Judged[]>()
  const note = (name: string, judged: Judged): void => {
    names.set(name, [...(names.get(name) ?? []), judged])
  }
  const clauses = new Map<string, readonly Judged[]>()
  for (const judged of judging.criteria) {
    note(judged.criterion.id, judged)
    note(`${judged.standard.id}/${judged.criterion.id}`, judged)
    for (const clause of judged.criterion.clause)
      clauses.set(clause, [...(clauses.get(clause) ?? []), judged])
  }
  const others = namesOfOthers(context)
  // A library none of whose names is known was written for a standard that is not here.
  const forThese = library.some(({ satisfies }) =>
    satisfies.some(name => names.has(name) || clauses.has(name) || others.has(name))
  )

  for (const script of library) {
    for (const name of new Set(script.satisfies)) {
      const [criteria, cited] = [names.get(name), clauses.get(name)]
      if (criteria) for (const judged of criteria) yield* judgeOne(script, [judged])
      else if (cited) yield* judgeOne(script, cited)
      else yield unknown(script, name)
    }
  }

  /** Criteria of which one must be satisfied. */
  function* judgeOne(script: Script, criteria: readonly Judged[]): Iterable<ScriptProblem> {
    const inScope = criteria.filter(({ standard }) => judging.applies(standard, script))
    if (inScope.length === 0) {
      const reason = say('otherChannel', { channel: script.channel ?? '' })
      yield notJudged(script, nameOf(criteria[0]!.criterion, context.lang), reason)
      return
    }
    const verdicts = inScope.map(judged => ({ judged, ...judging.verdict(script, judged) }))
    if (verdicts.some(({ outcome }) => outcome.status === 'pass')) return
    const { judged, ...verdict } =
      verdicts.find(({ outcome, judged: one }) => outcome.status === 'fail' && one.asks) ??
      verdicts.find(({ outcome }) => outcome.status === 'fail') ??
      verdicts[0]!
    yield problemOf(script, judged, verdict)
  }

  function problemOf(script: Script, judged: Judged, { outcome, situation }: Verdict): ScriptProblem {
    const { criterion, standard } = judged
    const name = nameOf(criterion, context.lang)
    const related = [relatedTo(standard, criterion)]
    if (outcome.status !== 'fail') {
      const reason = outcome.status === 'pass' ? '' : shortReason(outcome.reason)
      return { ...notJudged(script, name, reason), clause: criterion.clause, related }
    }
    const before = situation.contact.turns[situation.turn - 1]
    const described =
      situation.text !== ''
        ? say('before', { text: quoted(situation.text) })
        : before?.by === 'customer'
          ? say('after', { customer: quoted(before.text) })
          : say('alone', {})
    return {
      code: 'scripts/unsatisfied',
      severity: 'error',
      place: script.placeOfSatisfies ?? script.place,
      values: {
        criterion: name,
        reason: shortReason(outcome.message),
        situation: described,
        advice: adviceOf(criterion, context.lang)
      },
      script: script.id,
      clause: criterion.clause,
      related
    }
  }

  function notJudged(script: Script, criterion: string, reason: string): ScriptProblem {
    return {
      code: 'scripts/not-judged',
      severity: 'warning',
      place: script.placeOfSatisfies ?? script.place,
      values: { criterion, reason },
      script: script.id
    }
  }

  function unknown(script: Script, name: string): ScriptProblem {
    const other = others.get(name)
    if (other) return notJudged(script, `“${name}”`, say(other, {}))
    const meant = suggest(name, [...names.keys(), ...clauses.keys(), ...others.keys()])
    return {
      code: 'scripts/unknown-clause',
      severity: forThese || meant !== undefined ? 'error' : 'warning',
      place: script.placeOfSatisfies ?? script.place,
      values: { value: name },
      script: script.id,
      ...(meant === undefined ? {} : { meant })
    }
  }

  function say(key: keyof typeof wordings, values: Readonly<Record<string, string>>): string {
    return fill(wordings[key][context.lang], values)
  }
}

/** What standards name beside their criteria. */
function namesOfOthers({ standards, written }: ScriptContext): ReadonlyMap<string, 'metric' | 'clauseOnly'> {
  const clauses = written.flatMap(({ standard: { clauses: listed = [] } }) =>
    Array.isArray(listed) ? (listed as readonly string[]) : Object.keys(listed)
  )
  const metrics = standards.flatMap(standard =>
    standard.metrics.flatMap(({ header }) => [header.id, ...header.clause])
  )
  return new Map([
    ...clauses.map(name => [name, 'clauseOnly'] as const),
    ...metrics.map(name => [name, 'metric'] as const)
  ])
}
