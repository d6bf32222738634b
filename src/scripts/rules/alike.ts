import { fold } from '../../text/fold.ts'
import { commitmentsOf, findDifference, signatureOf, type Commitments } from '../alike/difference.ts'
import { sortIntoLots } from '../alike/similar-texts.ts'
import type { ScriptContext, ScriptProblem } from '../rule.ts'
import type { Script } from '../script.ts'
import { tell, whereIs } from '../tell.ts'

/** Texts of fewer characters are alike by chance: 好的, 再见. */
const SHORTEST = 6

interface Subject {
  readonly script: Script
  readonly commitments: Commitments
  /** The text as it is compared with itself, and without its figures and the names of its slots. */
  readonly folded: string
  readonly masked: string
}

/** Scripts that are alike, of which the first ones that promise something else are kept. */
interface Lot {
  readonly firsts: number[]
  readonly signatures: Set<string>
}

/**
 * Scripts that are said twice, those that hardly differ, and among these the ones that promise different things. Each is
 * told of once, beside one above it: the same, else the first that it contradicts, else the most similar.
 */
export function* alike(library: readonly Script[], { options, lang }: ScriptContext): Generator<ScriptProblem> {
  const firstOf = new Map<string, Subject>()
  const subjects: Subject[] = []
  for (const subject of library.map(subjectOf)) {
    const { script, folded } = subject
    const same = firstOf.get(folded)
    if (same) yield tellSame(script, same.script)
    else firstOf.set(folded, subject)
    if (!same && folded.length >= SHORTEST) subjects.push(subject)
  }
  const { leaders, share } = sortIntoLots(
    subjects.map(({ masked }) => masked),
    options.similar
  )
  const lots = new Map<number, Lot>()
  for (const [i, subject] of subjects.entries()) {
    const own = leaders[i]!.length > 0 ? leaders[i]! : [i]
    const candidates = own
      .flatMap(leader => lots.get(leader)?.firsts ?? [])
      .map(other => ({ other: subjects[other]!, share: share(i, other) }))
      .filter(candidate => candidate.share >= options.similar - 1e-9)
    const problem = tellNearest(subject, candidates, lang)
    if (problem) yield problem
    const lot = lots.get(own[0]!) ?? { firsts: [], signatures: new Set() }
    lots.set(own[0]!, lot)
    const signature = signatureOf(subject.commitments)
    if (!lot.signatures.has(signature)) lot.firsts.push(i)
    lot.signatures.add(signature)
  }
}

function tellSame(script: Script, first: Script): ScriptProblem {
  // The same words may serve on two occasions.
  const severity = sameScenario(script, first) ? 'warning' : 'note'
  const related = [{ place: first.place, message: first.text }]
  return tell('scripts/duplicate', script, [0, script.text.length], { where: whereIs(first) }, { severity, related })
}

function tellNearest(
  { script, commitments }: Subject,
  candidates: readonly { readonly other: Subject; readonly share: number }[],
  lang: ScriptContext['lang']
): ScriptProblem | undefined {
  const percentOf = (share: number): number => Math.floor(share * 100 + 1e-6)
  for (const { other, share } of candidates) {
    // It takes the side of one above it: what that one contradicts has been told.
    if (signatureOf(commitments) === signatureOf(other.commitments)) break
    const difference = findDifference(commitments, other.commitments)
    if (!difference) continue
    const quote = (text: string, [from, to]: readonly [number, number]): string => (lang === 'zh' ? text.slice(from, to) : `"${text.slice(from, to)}"`)
    const values = {
      here: quote(script.text, difference.here),
      there: quote(other.script.text, difference.there),
      percent: percentOf(share),
      where: whereIs(other.script)
    }
    // Of another scenario the case may be another one.
    const severity = sameScenario(script, other.script) ? 'error' : 'warning'
    const related = [{ place: other.script.placeOf(...difference.there), message: other.script.text }]
    return tell('scripts/different-promise', script, difference.here, values, { severity, related })
  }
  const [nearest] = candidates.toSorted((a, b) => b.share - a.share)
  if (!nearest) return undefined
  const first = nearest.other.script
  const values = { percent: percentOf(nearest.share), where: whereIs(first) }
  const related = [{ place: first.place, message: first.text }]
  return tell('scripts/near-duplicate', script, [0, script.text.length], values, { related })
}

export function sameScenario(a: Script, b: Script): boolean {
  return fold(a.scenario ?? '') === fold(b.scenario ?? '')
}

// Characters that no script is written in stand for what does not make a text another one.
const MASK = '\u3400'

function subjectOf(script: Script): Subject {
  const commitments = commitmentsOf(script)
  const { text, slots } = script
  const spans = [...commitments.promised, ...slots].sort((a, b) => a.from - b.from)
  let masked = ''
  let at = 0
  for (const { from, to } of spans) {
    masked += text.slice(at, from) + MASK
    at = to
  }
  return { script, commitments, folded: fold(text), masked: withoutPolarity(fold(masked + text.slice(at))) }
}

/** In short texts the words that deny would be most of what differs; numbers of other kinds tell no texts apart either. */
function withoutPolarity(folded: string): string {
  return folded
    .replaceAll(/[不没]|[免收](?=费)/g, '')
    .replaceAll(/可以|能够?/g, '可')
    .replaceAll(/\d+/g, MASK)
}
