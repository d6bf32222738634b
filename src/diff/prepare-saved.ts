import { createEvaluate } from '../audit/evaluate.ts'
import type { Evaluation } from '../model/evaluation.ts'
import { compareResults, type ReadContact } from './entries.ts'
import { newJoinCounts } from './join.ts'
import { pairUp } from './pair-up.ts'
import type { LoadedSide, Prepared, PrepareOptions } from './prepare.ts'
import type { SavedResult } from './read-results.ts'
import type { TalliedPair } from './tally.ts'

/**
 * Saved evaluations against standards: all is judged, for what the evaluations came of is not known.
 * @param known the ids of the standards in the saved result
 */
export function prepareSaved(
  saved: Extract<SavedResult, { kind: 'evaluations' }>,
  known: readonly string[],
  { standards }: LoadedSide,
  contacts: AsyncIterable<ReadContact>,
  { lang, allowUnlike, marks, suppressions }: PrepareOptions
): Prepared {
  const ids = standards.map(({ id }) => id)
  const { pairs: places, problems } = pairUp(known, ids, allowUnlike)
  const pairs = places.map((place): TalliedPair => ({
    kind: 'results',
    before: known[place.before]!,
    after: ids[place.after]!
  }))
  const judges = places.map(({ after }) =>
    createEvaluate(standards[after]!, lang, marks, undefined, suppressions)
  )
  const pairOf = (side: 'before' | 'after', id: string): number => pairs.findIndex(pair => pair[side] === id)
  async function* judged(): AsyncGenerator<Evaluation> {
    for await (const { contact, source } of contacts) {
      for (const evaluate of judges) yield evaluate(contact, source)
    }
  }
  async function* paired(): AsyncGenerator<Evaluation> {
    for await (const evaluation of saved.evaluations) {
      if (pairOf('before', evaluation.standard) >= 0) yield evaluation
    }
  }
  const counts = newJoinCounts()
  const entries = compareResults(paired(), judged(), pairOf, counts)
  const judgedCounts = places.map(({ after }) => standards[after]!.criteria.length)
  return { pairs, judged: judgedCounts, entries, counts, problems }
}
