import { readExample } from '../../examples/read.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import type { Contact, Speaker, Turn } from '../../model/contact.ts'
import type { Outcome } from '../../model/evaluation.ts'
import type { CompiledCriterion, CompiledStandard } from '../../standard/standard.ts'
import { viewOf } from '../../standard/view.ts'
import { MURMUR, withText, type Said } from './said.ts'

/** A place in a talk where something must be said for a criterion to pass, with what is said there. */
export interface Situation extends Said {
  readonly by: Speaker
  readonly text: string
}

/** Whether some talk among the examples of a criterion passes, so that they show what it asks for. */
export function showsPass(standard: CompiledStandard, criterion: CompiledCriterion, lang: Lang): boolean {
  return passingTalks(criterion, lang).some(
    contact => judgeOn(standard, criterion, { contact, turn: 0 }).status === 'pass'
  )
}

/**
 * The places of one talk that must all be filled for a criterion to pass. A talk of several may need several scripts,
 * each of which does its part.
 */
export type Occasion = readonly Situation[]

/** How a criterion comes out on a contact. */
export function judgeOn(
  standard: CompiledStandard,
  criterion: CompiledCriterion,
  { contact }: Said
): Outcome {
  return criterion.judge(viewOf(standard, contact))
}

/**
 * The occasions that the examples of a criterion show. Where one run of turns decides, and says the same as a single
 * turn, a script must do all that it does; only where no example is so are the deciding turns taken one by one.
 */
export function occasionsOf(
  standard: CompiledStandard,
  criterion: CompiledCriterion,
  lang: Lang
): readonly Occasion[] {
  const contacts = passingTalks(criterion, lang)
  const passes = (said: Said): boolean => judgeOn(standard, criterion, said).status === 'pass'
  const whole = contacts.filter(contact => passes({ contact, turn: 0 }))
  const single = whole.flatMap(contact => {
    const runs = runsOf(contact).filter(run => idle.every(text => !passes(replaced(contact, run, text))))
    const [only] = runs
    if (!only || runs.length > 1) return []
    const situation = joined(contact, only)
    return passes(situation) ? [[situation]] : []
  })
  const occasions = single.length > 0 ? single : whole.map(contact => decidingTurns(contact, passes))
  return occasions.filter(occasion => occasion.length > 0)
}

/** Every turn of ours in the examples that pass, for a criterion that asks for no words: none of them decides. */
export function everyTurnOf(
  standard: CompiledStandard,
  criterion: CompiledCriterion,
  lang: Lang
): readonly Occasion[] {
  return passingTalks(criterion, lang).flatMap(contact =>
    contact.turns.flatMap(({ by, text }, turn): readonly Occasion[] => {
      const situation = { contact, turn, by, text }
      if (!isOurs({ by, text }) || judgeOn(standard, criterion, situation).status !== 'pass') return []
      return [[situation]]
    })
  )
}

function passingTalks(criterion: CompiledCriterion, lang: Lang): readonly Contact[] {
  return criterion.examples.flatMap(({ kind, source }): readonly Contact[] => {
    if (kind !== 'pass') return []
    const read = readExample(source, criterion.id, lang)
    return read.ok ? [read.contact] : []
  })
}

/** What says nothing: a criterion that passes with it asks for no words in particular. */
const idle = ['', MURMUR]

/** Turns [from, to) of one speaker in a row. */
interface Run {
  readonly by: Speaker
  readonly from: number
  readonly to: number
}

const isOurs = ({ by }: Turn): boolean => by === 'agent' || by === 'bot'

function runsOf({ turns }: Contact): readonly Run[] {
  const runs: Run[] = []
  for (const [i, turn] of turns.entries()) {
    if (!isOurs(turn)) continue
    const last = runs.at(-1)
    if (last?.to === i && last.by === turn.by) runs[runs.length - 1] = { ...last, to: i + 1 }
    else runs.push({ by: turn.by, from: i, to: i + 1 })
  }
  return runs
}

function replaced(contact: Contact, { from, to }: Run, text: string): Said {
  const turns = contact.turns.map((turn, i) => (i >= from && i < to ? { ...turn, text } : turn))
  return { contact: { ...contact, turns }, turn: from }
}

/** The same talk with a run said in one turn. */
function joined(contact: Contact, { by, from, to }: Run): Situation {
  const run = contact.turns.slice(from, to)
  const text = run.map(turn => turn.text).join('\n')
  const [first, last] = [run[0], run.at(-1)]
  const one: Turn = { by, text, start: first?.start, end: last?.end }
  const turns = [...contact.turns.slice(0, from), one, ...contact.turns.slice(to)]
  return { contact: { ...contact, turns }, turn: from, by, text }
}

function decidingTurns(contact: Contact, passes: (said: Said) => boolean): Occasion {
  return contact.turns.flatMap((turn, i): Occasion => {
    const said = { contact, turn: i }
    if (!isOurs(turn) || idle.some(text => passes(withText(said, text)))) return []
    return [{ ...said, by: turn.by, text: turn.text }]
  })
}

/** Of occasions that differ only in what is said at their places, the first. */
export function distinctOccasions(occasions: readonly Occasion[]): readonly Occasion[] {
  const known = new Map<string, Occasion>()
  for (const occasion of occasions) {
    const key = JSON.stringify(occasion.map(situation => withText(situation, '').contact))
    if (!known.has(key)) known.set(key, occasion)
  }
  return [...known.values()]
}
