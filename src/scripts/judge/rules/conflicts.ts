import { withLine } from '../../../report/items/item.ts'
import type { CompiledCriterion } from '../../../standard/standard.ts'
import type { ScriptContext, ScriptProblem, ScriptRule } from '../../rule.ts'
import type { Script } from '../../script.ts'
import { findBreaches, type Forbidding } from '../breach.ts'
import { mayMeet } from '../channels.ts'
import { createBans, findBarred, type BansOn } from '../demands.ts'
import type { Judged, Judging } from '../judging.ts'
import { judgingOf, nameOf, quoted, quotedList, relatedTo } from '../name.ts'
import { mute, withText } from '../said.ts'
import { judgeOn, type Situation } from '../situations.ts'

/** What one criterion asks for, no other forbids: neither in a script nor in the examples of two standards. */
export const conflicts: ScriptRule = function* (library, context) {
  const judging = judgingOf(context)
  for (const script of library) yield* inScript(script, judging, context)
  yield* acrossStandards(library, judging, context)
}

/** Words that a script cannot do without and may not say. */
function* inScript(script: Script, judging: Judging, { lang }: ScriptContext): Iterable<ScriptProblem> {
  const breaches = judging.breaches(script).filter(({ anywhere }) => anywhere)
  for (const criterion of new Set(breaches.map(breach => breach.criterion))) {
    const own = breaches.filter(breach => breach.criterion === criterion)
    const stretches = own.map(({ from, to }) => [from, to] as const)
    for (const judged of judging.criteria) {
      if (!judged.asks || judged.criterion === criterion || !judging.applies(judged.standard, script)) continue
      if (!judging.satisfies(script, judged) || judging.satisfies(script, judged, stretches)) continue
      const [first] = own
      yield {
        code: 'scripts/conflict',
        severity: 'error',
        place: script.placeOf(first!.from, first!.to),
        values: {
          criterion: nameOf(judged.criterion, lang),
          other: nameOf(criterion, lang),
          words: quotedList(own.map(({ words }) => words))
        },
        script: script.id,
        clause: judged.criterion.clause,
        related: [
          relatedTo(judged.standard, judged.criterion),
          relatedTo(first!.standard, criterion)
        ]
      }
    }
  }
}

/**
 * Words that a criterion asks for and another standard forbids: by what is written, where no wording is left, and by
 * the examples. Within one standard `lint` looks for contradictions.
 */
function* acrossStandards(
  library: readonly Script[],
  judging: Judging,
  { lang }: ScriptContext
): Iterable<ScriptProblem> {
  const channels = new Set(library.map(({ channel }) => channel))
  for (const other of judging.forbidding) {
    const bansOn = createBans(other)
    const rivals = judging.criteria.filter(
      ({ asks, standard }) =>
        asks && standard !== other.standard && mayMeet(standard, other.standard, channels)
    )
    for (const judged of rivals) {
      for (const { criterion, words, every } of clashesOf(judged, other, bansOn)) {
        yield {
          code: every ? 'scripts/standards-conflict' : 'scripts/standards-conflict-partly',
          severity: every ? 'error' : 'warning',
          place: withLine(judged.criterion.place),
          values: {
            criterion: nameOf(judged.criterion, lang),
            other: nameOf(criterion, lang),
            words: quotedList(words)
          },
          clause: judged.criterion.clause,
          related: [relatedTo(other.standard, criterion)]
        }
      }
    }
  }
}

interface Clash {
  readonly criterion: CompiledCriterion
  readonly words: readonly string[]
  /** Whether nothing is left by which the criterion could be satisfied. */
  readonly every: boolean
}

function clashesOf(judged: Judged, other: Forbidding, bansOn: BansOn): readonly Clash[] {
  const barred = findBarred(judged, bansOn)
  const needed = judged.occasions.flatMap(occasion =>
    occasion.flatMap(situation => neededWords(judged, situation, other))
  )
  const found = [...barred, ...needed].map(({ criterion }) => criterion)
  return [...new Set(found)].map((criterion): Clash => {
    const written = barred.filter(one => one.criterion === criterion).flatMap(({ words }) => words)
    if (written.length > 0) return { criterion, words: written, every: true }
    const words = needed.filter(one => one.criterion === criterion).map(one => one.words)
    return { criterion, words, every: false }
  })
}

interface Needed {
  readonly criterion: CompiledCriterion
  readonly words: string
}

/** What is said at a place of an example that another standard forbids, where the criterion does not pass without it. */
function neededWords(judged: Judged, situation: Situation, other: Forbidding): readonly Needed[] {
  const breaches = findBreaches(other, situation)
  return [...new Set(breaches.map(breach => breach.criterion))].flatMap((criterion): readonly Needed[] => {
    const own = breaches.filter(breach => breach.criterion === criterion)
    const text = mute(
      situation.text,
      own.map(({ from, to }) => [from, to] as const)
    )
    if (judgeOn(judged.standard, judged.criterion, withText(situation, text)).status === 'pass') return []
    return own.map(({ from, to }) => ({ criterion, words: quoted(situation.text.slice(from, to)) }))
  })
}
