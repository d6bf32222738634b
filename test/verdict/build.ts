import type { Facts } from '../../src/verdict/verdict.ts'
import { finishOverall, finishTally } from '../../src/scoring/finish-tally.ts'
import type { ScoringPlan } from '../../src/scoring/plan.ts'
import { addEvaluation, newTally } from '../../src/scoring/tally.ts'
import type { Evaluation } from '../../src/model/evaluation.ts'
import { makeScorer } from '../../src/scoring/evaluate.ts'
import { criterion, earns, evaluation, na, plan } from '../scoring/builders.ts'

/** A standard whose score is the share that a contact earned. */
export const standard: ScoringPlan = plan([criterion('only')], {
  pass: 60,
  bands: [
    { name: '优秀', from: 90 },
    { name: '合格', from: 60 },
    { name: '不合格', from: 0 }
  ]
})

/** Contacts of agents by their scores, 0 to 100; `null` is one that was not scored. */
export function contactsOf(
  scores: Readonly<Record<string, readonly (number | null)[]>>,
  by: ScoringPlan = standard
): readonly Evaluation[] {
  const score = makeScorer(by)
  return Object.entries(scores).flatMap(([agent, own]) =>
    own.map((points, i) =>
      evaluation(by, `${agent}-${i}`, score([points === null ? na : earns(points / 100)]), { agent })
    )
  )
}

/** What a run over contacts comes to. */
export function factsOf(evaluations: readonly Evaluation[], by: ScoringPlan = standard): Facts {
  const tally = newTally(by)
  for (const each of evaluations) addEvaluation(tally, each)
  return { overall: [finishOverall(tally)], cards: finishTally(tally) }
}
