import type { Outcome } from '../../../model/evaluation.ts'
import type { ScriptContext, ScriptProblem, ScriptRule } from '../../rule.ts'
import { withLine, type LinePlace } from '../../../report/items/item.ts'
import { findBreaches } from '../breach.ts'
import { mayMeet } from '../channels.ts'
import type { Judged, Judging } from '../judging.ts'
import { judgingOf, nameOf, quotedList, relatedTo, shortReason } from '../name.ts'
import { passagesOf, type Passage } from '../passages.ts'
import { sayAlone, sayAmid, withText, type Said } from '../said.ts'
import { judgeOn } from '../situations.ts'

/** Whoever says the passage of a criterion word by word passes it, and breaks no other criterion of the run. */
export const ownPassages: ScriptRule = function* (library, context) {
  const judging = judgingOf(context)
  const channels = new Set(library.map(({ channel }) => channel))
  for (const judged of judging.criteria) {
    for (const passage of passagesOf(judged.entry, judged.written)) {
      const place = withLine(judged.written.source.placeOf(passage.path))
      yield* itself(judged, passage, place, context)
      yield* others(judged, passage, place, channels, judging, context)
    }
  }
}

function* itself(
  judged: Judged,
  passage: Passage,
  place: LinePlace,
  { lang }: ScriptContext
): Iterable<ScriptProblem> {
  const places: readonly Said[] = [sayAlone('', { by: 'agent' }), ...judged.occasions.flat()]
  const outcomes = places.map(said =>
    judgeOn(judged.standard, judged.criterion, withText(said, passage.sayOn(said.contact)))
  )
  if (outcomes.some(outcome => outcome.status === 'pass')) return
  const failed = outcomes.filter(outcome => outcome.status === 'fail')
  // What stands in slots was put there by us; only what is missing or misplaced tells of the passage.
  if (failed.length === 0 || !failed.every(lacksWords)) return
  yield {
    code: 'scripts/own-passage',
    severity: 'error',
    place,
    values: { criterion: nameOf(judged.criterion, lang), reason: shortReason(failed[0]!.message) },
    clause: judged.criterion.clause
  }
}

function lacksWords(outcome: Extract<Outcome, { readonly status: 'fail' }>): boolean {
  return outcome.evidence.some(piece => 'missing' in piece)
}

function* others(
  judged: Judged,
  passage: Passage,
  place: LinePlace,
  channels: ReadonlySet<string | undefined>,
  { forbidding }: Judging,
  { lang }: ScriptContext
): Iterable<ScriptProblem> {
  const empty = sayAmid('', { by: 'agent' })
  const said = withText(empty, passage.sayOn(empty.contact))
  const text = said.contact.turns[said.turn]!.text
  for (const other of forbidding) {
    const { standard } = other
    if (standard !== judged.standard && !mayMeet(judged.standard, standard, channels)) continue
    const breaches = findBreaches(other, said).filter(({ criterion }) => criterion !== judged.criterion)
    for (const criterion of new Set(breaches.map(breach => breach.criterion))) {
      const own = breaches.filter(breach => breach.criterion === criterion)
      yield {
        code: 'scripts/own-passage-forbidden',
        severity: 'error',
        place,
        values: {
          criterion: nameOf(judged.criterion, lang),
          other: nameOf(criterion, lang),
          words: quotedList(own.map(({ from, to }) => text.slice(from, to)))
        },
        clause: judged.criterion.clause,
        related: [relatedTo(standard, criterion)]
      }
    }
  }
}
