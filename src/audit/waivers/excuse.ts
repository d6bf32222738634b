import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import type { Contact } from '../../model/contact.ts'
import type { CriterionResult, Evidence, Outcome, SourceLine } from '../../model/evaluation.ts'
import type { Suppression } from './suppression.ts'
import type { Suppressions } from './suppressions.ts'

type Failed = Extract<Outcome, { readonly status: 'fail' }>

/** A breach that somebody excused, by the place of its criterion. */
export interface Excused {
  readonly place: number
  readonly outcome: Failed
  readonly suppression: Suppression
}

const wordings = {
  plain: { en: 'excused: {reason}', zh: '已豁免：{reason}' },
  until: { en: 'excused until {until}: {reason}', zh: '已豁免（至 {until}）：{reason}' }
} as const satisfies Record<string, Wording>

/** The breaches of a contact that are excused. `rules` are the rules of the criteria, in the order of the outcomes. */
export function findExcused(
  suppressions: Suppressions,
  rules: readonly string[],
  { id: contact, agent }: Contact,
  source: SourceLine | undefined,
  outcomes: readonly Outcome[]
): readonly Excused[] {
  const excused: Excused[] = []
  const agents = [agent.id, agent.name].filter(name => name !== undefined)
  const files = source ? [source.file] : []
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.status !== 'fail') continue
    const words = (): readonly string[] => [outcome.message, ...outcome.evidence.flatMap(wordsOf)]
    const suppression = suppressions.find({ rule: rules[place]!, contact, agents, files, words })
    if (suppression) excused.push({ place, outcome, suppression })
  }
  return excused
}

/** The outcomes as they count: an excused breach is out of every sum. */
export function excuseOutcomes(
  outcomes: readonly Outcome[],
  excused: readonly Excused[],
  lang: Lang
): readonly Outcome[] {
  const counted = [...outcomes]
  for (const { place, suppression } of excused) {
    const { reason, until } = suppression
    const wording = until === undefined ? wordings.plain : wordings.until
    counted[place] = { status: 'na', reason: fill(wording[lang], { reason, until: until ?? '' }) }
  }
  return counted
}

/** Puts what was found back to the results, with why it does not count. */
export function markExcused(
  results: readonly CriterionResult[],
  excused: readonly Excused[]
): readonly CriterionResult[] {
  const marked = [...results]
  for (const { place, outcome, suppression } of excused) {
    const { message, evidence } = outcome
    const { reason, until } = suppression
    marked[place] = { ...results[place]!, message, evidence, waived: { kind: 'suppression', reason, until } }
  }
  return marked
}

/** What a piece of evidence speaks of, in words. */
function wordsOf(evidence: Evidence): readonly string[] {
  if ('quote' in evidence) return [evidence.quote]
  if ('missing' in evidence) return [evidence.missing, ...(evidence.nearest ? [evidence.nearest.quote] : [])]
  return ['measured' in evidence ? evidence.measured : evidence.field]
}
