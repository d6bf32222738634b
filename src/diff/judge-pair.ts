import type { MarkBook } from '../audit/marks.ts'
import { excuseOutcomes, findExcused } from '../audit/waivers/excuse.ts'
import type { Suppressions } from '../audit/waivers/suppressions.ts'
import { whyOutside } from '../audit/outside.ts'
import { createSay } from '../checks/words.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Contact } from '../model/contact.ts'
import type { Outcome, SourceLine } from '../model/evaluation.ts'
import { ruleOfCriterion } from '../report/items/of-evaluation.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { viewOf } from '../standard/view.ts'
import { pairCriteria, type CriterionPair, type DiffStandard } from './diff-standard.ts'
import { decodeOutcomes, encodeOutcomes, type OutcomeCode } from './outcome-code.ts'

/** Two standards, or two states of one. One that is compiled can judge; of another only outcomes are at hand. */
export interface StandardPair {
  readonly before: DiffStandard
  readonly after: DiffStandard
  readonly judgeBefore?: CompiledStandard | undefined
  readonly judgeAfter: CompiledStandard
}

/** What became of one contact, before and after; `undefined`: the standard is not for it. */
export interface PairJudgement {
  readonly before: OutcomeCode | undefined
  readonly after: OutcomeCode | undefined
  /** The outcome after, with its words, where it was judged in this run. */
  readonly outcomeOf: (criterion: string) => Outcome | undefined
}

/** Judges a contact by both; `kept` is what came out before, if that is known. */
export type PairJudge = (
  contact: Contact,
  source: SourceLine,
  kept?: { readonly code: OutcomeCode | undefined }
) => PairJudgement

/** What people said of contacts and of breaches. */
export interface Said {
  readonly marks?: MarkBook | undefined
  readonly suppressions?: Suppressions | undefined
}

/** Whether outcomes of before are enough to know those of after, without a look at any contact. */
export function needsNoJudging({ before, after }: Pick<StandardPair, 'before' | 'after'>): boolean {
  return (
    before.scope === after.scope && pairCriteria(before, after).every(pair => pair.same || pair.after === -1)
  )
}

/** Contacts with the same outcomes project the same; so many are remembered. */
const REMEMBERED = 20_000

/** Turns outcomes of before into those of after, where no judging is needed. */
export function createProjection({
  before,
  after
}: Pick<StandardPair, 'before' | 'after'>): (code: OutcomeCode | undefined) => OutcomeCode | undefined {
  const places = after.criteria.map(({ id }) => before.criteria.findIndex(criterion => criterion.id === id))
  const unmoved = places.every((place, i) => place === i) && places.length === before.criteria.length
  const known = new Map<OutcomeCode, OutcomeCode>()
  return code => {
    if (code === undefined || unmoved) return code
    let projected = known.get(code)
    if (projected === undefined) {
      const outcomes = decodeOutcomes(code, before.criteria.length) ?? []
      projected = encodeOutcomes(places.map(place => outcomes[place]!))
      if (known.size >= REMEMBERED) known.clear()
      known.set(code, projected)
    }
    return projected
  }
}

/**
 * Makes two standards into a judge that does no work twice: what means the same in both is judged once, and not at all
 * where it is known.
 */
export function createPairJudge(
  pair: StandardPair,
  lang: Lang,
  { marks, suppressions }: Said = {}
): PairJudge {
  const { before, after, judgeBefore, judgeAfter } = pair
  const say = createSay(lang)
  const pairs = pairCriteria(before, after)
  const byAfter = new Map(pairs.map(known => [known.after, known]))
  const byBefore = new Map(pairs.map(known => [known.before, known]))
  const places = new Map(after.criteria.map(({ id }, i) => [id, i]))
  const rulesOf = (standard: CompiledStandard): readonly string[] =>
    standard.criteria.map(({ id }) => ruleOfCriterion(standard.id, id))
  const [rulesBefore, rulesAfter] = [judgeBefore ? rulesOf(judgeBefore) : [], rulesOf(judgeAfter)]

  const judge = (
    standard: CompiledStandard,
    rules: readonly string[],
    contact: Contact,
    source: SourceLine,
    known: (at: number) => Outcome | undefined
  ): readonly Outcome[] | undefined => {
    const marked = marks && ((id: string) => marks.find(contact.id, standard.id, id))
    const view = viewOf(standard, contact, marked)
    if (whyOutside(standard, view, say) !== undefined) return undefined
    const outcomes = standard.criteria.map((criterion, i) => known(i) ?? criterion.judge(view))
    if (!suppressions) return outcomes
    const excused = findExcused(suppressions, rules, contact, source, outcomes)
    return excused.length === 0 ? outcomes : excuseOutcomes(outcomes, excused, lang)
  }
  const shared =
    (
      from: readonly Outcome[] | undefined,
      pairOf: ReadonlyMap<number, CriterionPair>,
      side: 'before' | 'after'
    ) =>
    (at: number): Outcome | undefined => {
      const known = pairOf.get(at)
      return known?.same ? from?.[known[side]] : undefined
    }

  return (contact, source, kept) => {
    const first = kept?.code === undefined ? undefined : decodeOutcomes(kept.code, before.criteria.length)
    const now = judge(judgeAfter, rulesAfter, contact, source, shared(first, byAfter, 'before'))
    const then = kept
      ? undefined
      : judgeBefore && judge(judgeBefore, rulesBefore, contact, source, shared(now, byBefore, 'after'))
    const outcomeOf = (criterion: string): Outcome | undefined => now?.[places.get(criterion) ?? -1]
    const codeBefore = kept ? kept.code : then && encodeOutcomes(then)
    return { before: codeBefore, after: now && encodeOutcomes(now), outcomeOf }
  }
}
