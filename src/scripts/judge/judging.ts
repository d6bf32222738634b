import type { Lang } from '../../diagnostics/wording.ts'
import type { Outcome } from '../../model/evaluation.ts'
import type { CompiledCriterion, CompiledStandard } from '../../standard/standard.ts'
import type { WrittenStandard } from '../../standard/written.ts'
import type { Entry } from '../../standard/entries.ts'
import type { Script } from '../script.ts'
import { asksForWords, forbidsWords, isExcusable } from './asked.ts'
import { appliesTo, findBreaches, type Ban, type Breach, type Forbidding } from './breach.ts'
import { sayEachValue, sayIn } from './fillings.ts'
import { rememberTexts } from './remember.ts'
import { mute, MURMUR, sayAlone, sayAmid, withText, type Surroundings } from './said.ts'
import {
  distinctOccasions,
  everyTurnOf,
  judgeOn,
  occasionsOf,
  showsPass,
  type Occasion,
  type Situation
} from './situations.ts'
import { viewOf } from '../../standard/view.ts'

/** A criterion of a run with what scripts are held against. */
export interface Judged {
  readonly standard: CompiledStandard
  readonly criterion: CompiledCriterion
  readonly entry: Entry
  readonly written: WrittenStandard
  /** Whether breaking it costs anything; what weighs nothing is only reported. */
  readonly counts: boolean
  /** Whether it asks that something is said. */
  readonly asks: boolean
  /** The occasions that its examples show, and those of them that differ in more than what is said there. */
  readonly occasions: readonly Occasion[]
  readonly distinct: readonly Occasion[]
  /** Whether it passes though nothing is said, or nothing in particular, where nothing else is said. */
  passesInSilence(around: Surroundings): boolean
}

/** Words [from, to) of a script, as it is written, that a criterion forbids. */
export interface ScriptBreach extends Breach {
  /** The words as they are said, slots filled. */
  readonly words: string
  /** Whether they are forbidden in the middle of a talk, or only where they begin or end one. */
  readonly anywhere: boolean
}

/** How a script comes out by a criterion, and where it was said then. */
export interface Verdict {
  readonly outcome: Outcome
  readonly situation: Situation
}

/** Stretches [from, to) of a script as it is written, to be left out. */
export type Stretches = readonly (readonly [from: number, to: number])[]

/** Holds scripts against standards; what is dear is made once and kept. */
export interface Judging {
  readonly standards: readonly CompiledStandard[]
  /** Lists of words that no script may say. */
  readonly lists: readonly CompiledStandard[]
  readonly criteria: readonly Judged[]
  /** The standards of the run and the lists of words, by what they forbid. */
  readonly forbidding: readonly Forbidding[]
  /** Whether a standard judges what is said on the channel of a script, or that cannot be known. */
  applies(standard: CompiledStandard, script: Script): boolean
  /** What a script says that a standard of the run or a list of words forbids. */
  breaches(script: Script): readonly ScriptBreach[]
  /** The best that a script comes to wherever a criterion may be judged. */
  verdict(script: Script, judged: Judged): Verdict
  /** Whether a script does all that a criterion asks for, without leaving a part of it to others. */
  satisfies(script: Script, judged: Judged, without?: Stretches): boolean
  /** Whether some of these scripts do all that one occasion of a criterion asks for. */
  covers(scripts: readonly Script[], judged: Judged): boolean
  /** Whether a criterion has an occasion, or one of these scripts by itself gives it one. */
  arises(scripts: readonly Script[], judged: Judged): boolean
}

export function createJudging(
  judges: readonly CompiledStandard[],
  written: readonly WrittenStandard[],
  forbid: readonly CompiledStandard[],
  lang: Lang
): Judging {
  const standards = judges.map(rememberTexts)
  const lists = forbid.map(rememberTexts)
  const forbidding = [
    ...standards.map((standard, i) => forbiddingOf(standard, written[i]!)),
    ...lists.map(list => ({
      standard: list,
      bans: list.criteria.map(criterion => ({ criterion, excusable: false }))
    }))
  ]
  const known = new Map<Script, readonly ScriptBreach[]>()
  const channels = new Map<string, boolean>()

  return {
    standards,
    lists,
    forbidding,
    criteria: standards.flatMap((standard, i) => judgedOf(standard, written[i]!, lang)),
    applies(standard, { channel }) {
      const key = JSON.stringify([standard.file, channel])
      let applies = channels.get(key)
      if (applies === undefined) {
        applies = appliesTo(standard, viewOf(standard, sayAlone('', { by: 'agent', channel }).contact))
        channels.set(key, applies)
      }
      return applies
    },
    breaches(script) {
      let breaches = known.get(script)
      if (!breaches) {
        breaches = breachesOf(script, forbidding)
        known.set(script, breaches)
      }
      return breaches
    },
    verdict: bestVerdict,
    satisfies(script, judged, without = []) {
      const whole = judged.distinct.filter(occasion => occasion.length === 1).flat()
      const places = [...aloneFor(script, judged), ...whole.filter(({ by }) => by === script.by)]
      return places.some(place => judgeAt(script, judged, place, without).status === 'pass')
    },
    covers: (scripts, judged) =>
      scripts.some(script => passesIn(script, judged, aloneFor(script, judged))) ||
      judged.distinct.some(occasion =>
        occasion.every(situation =>
          scripts.some(script => script.by === situation.by && passesIn(script, judged, [situation]))
        )
      ),
    arises: (scripts, judged) =>
      judged.occasions.length > 0 ||
      scripts.some(script => {
        const { status } = bestVerdict(script, judged).outcome
        return status === 'pass' || status === 'fail'
      })
  }
}

function judgedOf(standard: CompiledStandard, written: WrittenStandard, lang: Lang): readonly Judged[] {
  const entries = new Map(written.entries.map(entry => [entry.criterion.id, entry]))
  const plans = new Map(standard.plan.criteria.map(plan => [plan.id, plan]))
  return standard.criteria.flatMap((criterion): readonly Judged[] => {
    const [entry, plan] = [entries.get(criterion.id), plans.get(criterion.id)]
    if (!entry || !plan) return []
    const silent = new Map<string, boolean>()
    const decisive = asksForWords(entry) ? occasionsOf(standard, criterion, lang) : []
    // Where any words at all would do in its examples, it asks for none.
    const asks = decisive.length > 0 || (asksForWords(entry) && !showsPass(standard, criterion, lang))
    let distinct: readonly Occasion[] | undefined
    return [
      {
        standard,
        criterion,
        written,
        entry,
        asks,
        counts: plan.weight > 0 || plan.deduct !== undefined || plan.fatal !== false,
        // What is measured or recorded in an example says nothing of a script put into it.
        occasions: asks ? decisive : forbidsWords(entry) ? everyTurnOf(standard, criterion, lang) : [],
        get distinct() {
          return (distinct ??= distinctOccasions(this.occasions))
        },
        passesInSilence({ by, channel, customer }) {
          const key = JSON.stringify([by, channel, customer])
          let passes = silent.get(key)
          if (passes === undefined) {
            const around = { by, channel, customer }
            passes = ['', MURMUR].some(
              text => judgeOn(standard, criterion, sayAlone(text, around)).status === 'pass'
            )
            silent.set(key, passes)
          }
          return passes
        }
      }
    ]
  })
}

function forbiddingOf(standard: CompiledStandard, { entries }: WrittenStandard): Forbidding {
  const known = new Map(entries.map(entry => [entry.criterion.id, entry]))
  const bans = standard.criteria.flatMap((criterion): readonly Ban[] => {
    const entry = known.get(criterion.id)
    return entry && forbidsWords(entry) ? [{ criterion, excusable: isExcusable(entry) }] : []
  })
  return { standard, bans }
}

function breachesOf(script: Script, forbidding: readonly Forbidding[]): readonly ScriptBreach[] {
  const { channel, customer } = script
  const found = new Map<string, ScriptBreach>()
  // A bot speaks for the same house: what agents must not say it must not say either.
  const speakers = script.by === 'bot' ? (['bot', 'agent'] as const) : (['agent'] as const)
  for (const spoken of sayEachValue(script)) {
    for (const by of speakers) {
      for (const anywhere of [true, false]) {
        const said = (anywhere ? sayAmid : sayAlone)(spoken.text, { by, channel, customer })
        for (const breach of forbidding.flatMap(one => findBreaches(one, said))) {
          if (spoken.isMadeUp(breach.from, breach.to)) continue
          const [from, to] = spoken.written(breach.from, breach.to)
          const words = spoken.text.slice(breach.from, breach.to)
          const key = JSON.stringify([breach.standard.file, breach.criterion.id, from, to, words])
          if (!found.has(key)) found.set(key, { ...breach, from, to, words, anywhere })
        }
      }
    }
  }
  return [...found.values()]
}

/** A script as all that is said; for a criterion that asks for words only where saying nothing does not pass. */
function aloneFor(script: Script, judged: Judged): readonly Situation[] {
  if (judged.asks && judged.passesInSilence(script)) return []
  return [{ ...sayAlone('', script), by: script.by, text: '' }]
}

function placesFor(script: Script, judged: Judged): readonly Situation[] {
  const shown = judged.distinct.flat()
  return [...aloneFor(script, judged), ...shown.filter(({ by }) => by === script.by)]
}

function bestVerdict(script: Script, judged: Judged): Verdict {
  let best: Verdict | undefined
  for (const situation of placesFor(script, judged)) {
    const outcome = judgeAt(script, judged, situation, [])
    if (outcome.status === 'pass') return { outcome, situation }
    if (!best || isNearer(outcome, best.outcome)) best = { outcome, situation }
  }
  const said = { ...sayAlone(script.text, script), by: script.by, text: '' }
  return best ?? { outcome: judgeAt(script, judged, said, []), situation: said }
}

const passesIn = (script: Script, judged: Judged, situations: readonly Situation[]): boolean =>
  situations.some(situation => judgeAt(script, judged, situation, []).status === 'pass')

function judgeAt(script: Script, judged: Judged, situation: Situation, without: Stretches): Outcome {
  const said = without.length === 0 ? script : leaveOut(script, without)
  return judgeOn(judged.standard, judged.criterion, withText(situation, sayIn(said, situation.contact).text))
}

function leaveOut(script: Script, stretches: Stretches): Script {
  const slots = script.slots.filter(slot => !stretches.some(([from, to]) => slot.from < to && from < slot.to))
  return { ...script, text: mute(script.text, stretches), slots }
}

/** A failure is nearer to a pass than what could not be judged, and the nearer the less it lacks. */
function isNearer(outcome: Outcome, than: Outcome): boolean {
  if (outcome.status !== 'fail') return false
  return than.status !== 'fail' || lackOf(outcome) < lackOf(than)
}

function lackOf({ evidence }: Extract<Outcome, { readonly status: 'fail' }>): number {
  return evidence.filter(piece => 'missing' in piece).length
}
