import type { Lang } from '../diagnostics/wording.ts'
import type { ContactView } from '../checks/view.ts'
import { createSay } from '../checks/words.ts'
import type { Contact } from '../model/contact.ts'
import type { Evaluation, SourceLine } from '../model/evaluation.ts'
import { makeScorer } from '../scoring/evaluate.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { viewOf } from '../standard/view.ts'
import { ruleOfCriterion } from '../report/items/of-evaluation.ts'
import type { MarkBook } from './marks.ts'
import { whyOutside } from './outside.ts'
import { excuseOutcomes, findExcused, markExcused } from './waivers/excuse.ts'
import type { Suppressions } from './waivers/suppressions.ts'

/**
 * Judges one contact by one standard; always gives an evaluation, if only to say that the standard does not apply.
 * `source` is where the contact was read.
 */
export type Evaluate = (contact: Contact, source?: SourceLine) => Evaluation

/**
 * Makes a standard into a function of contacts. A contact to which the standard does not apply gets an evaluation
 * without score and criteria, with the reason; where that cannot be known, the standard applies. What people marked is in
 * `marks`. `measure` is shown each contact to which the standard applies. Breaches that `suppressions` excuse are not
 * applicable, whatever follows from them.
 */
export function createEvaluate(
  standard: CompiledStandard,
  lang: Lang,
  marks?: MarkBook,
  measure?: (view: ContactView) => void,
  suppressions?: Suppressions
): Evaluate {
  const score = makeScorer(standard.plan)
  const say = createSay(lang)
  const { criteria } = standard
  const rules = criteria.map(({ id }) => ruleOfCriterion(standard.id, id))

  return (contact, source) => {
    const marked = marks && ((id: string) => marks.find(contact.id, standard.id, id))
    const view = viewOf(standard, contact, marked)
    const head = {
      contact: contact.id,
      agent: contact.agent.id ?? contact.agent.name ?? null,
      standard: standard.id
    }
    const tail = {
      ...(contact.agent.name === undefined ? {} : { agentName: contact.agent.name }),
      ...(contact.agent.team === undefined ? {} : { team: contact.agent.team }),
      ...(contact.started === undefined ? {} : { started: contact.started }),
      ...(source === undefined ? {} : { source })
    }
    const reason = whyOutside(standard, view, say)
    if (reason !== undefined) return { ...head, ...notScored, reason, ...tail }
    measure?.(view)
    const outcomes = criteria.map(criterion => criterion.judge(view))
    const excused = suppressions ? findExcused(suppressions, rules, contact, source, outcomes) : []
    if (excused.length === 0) return { ...head, ...score(outcomes), ...tail }
    const scored = score(excuseOutcomes(outcomes, excused, lang))
    return { ...head, ...scored, criteria: markExcused(scored.criteria, excused), ...tail }
  }
}

const notScored = {
  score: null,
  scoreWithoutFatal: null,
  band: null,
  passed: null,
  sections: [],
  dimensions: [],
  criteria: []
} as const
