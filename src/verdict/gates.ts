import type { Lang } from '../diagnostics/wording.ts'
import type { Scorecard } from '../model/scorecard.ts'
import { labelKey } from '../report/terminal/labels.ts'
import { wordsOf } from '../report/words.ts'
import type { BandGate, Demands } from './demands.ts'
import { compareShare, showBeside } from './exact.ts'
import type { Say } from './say.ts'
import type { verdictNotes, verdictWordings } from './wordings.ts'

/** What scores, bands and pass rates are asked of. */
export interface GateFacts {
  /** One card for each standard, over all its contacts. */
  readonly overall?: readonly Scorecard[] | undefined
  /** One card for each standard and agent, or whatever `by` says. */
  readonly cards?: readonly Scorecard[] | undefined
  /** What `cards` are per: `agent` when not said. */
  readonly by?: string | undefined
}

interface Voice {
  readonly say: Say<typeof verdictWordings>
  readonly note: Say<typeof verdictNotes>
}

/** What is asked of the contacts of one standard. */
type Gates = Pick<Demands, 'minScore' | 'minPassRate'> & { readonly bands: readonly BandGate[] }

/**
 * Asks scores, bands and pass rates of each standard, or of each of its scorecards. Where nothing was scored nothing is
 * met: no evidence is not a pass. Figures are compared as they are, not as they are shown.
 */
export function judgeGates(facts: GateFacts, demands: Demands, lang: Lang, voice: Voice): void {
  const { minScore, minPassRate, bands = [] } = demands
  if (!facts.overall || (minScore === undefined && minPassRate === undefined && bands.length === 0)) return
  let asked = false
  for (const card of facts.overall) {
    // A standard of metrics alone scores nobody.
    if (card.criteria.length === 0) continue
    const gates = fitGates(card, demands, voice)
    if (gates.minScore === undefined && gates.minPassRate === undefined && gates.bands.length === 0) continue
    asked = true
    if (demands.gateEach) judgeEach(card.standard, gates, facts, demands, lang, voice)
    else judgeCard(card, card.standard, gates, voice)
  }
  if (!asked) voice.say('nothingAsked', {})
}

/** Leaves out what a standard cannot answer, having no such band or no pass mark, and says so. */
function fitGates(
  card: Scorecard,
  { minScore, minPassRate, bands = [] }: Demands,
  { note }: Pick<Voice, 'note'>
): Gates {
  const { standard } = card
  const unknown = bands.map(({ band }) => band).filter(band => !Object.hasOwn(card.bands, band))
  for (const band of new Set(unknown)) note('noBand', { standard, band })
  const noMark = minPassRate !== undefined && card.score.n > 0 && card.passRate.n === 0
  if (noMark) note('noPassMark', { standard })
  return {
    minScore,
    minPassRate: noMark ? undefined : minPassRate,
    bands: bands.filter(({ band }) => !unknown.includes(band))
  }
}

function judgeEach(
  standard: string,
  gates: Gates,
  { cards = [], by = 'agent' }: GateFacts,
  { minContacts = 0 }: Demands,
  lang: Lang,
  voice: Voice
): void {
  const words = wordsOf(lang)
  const nameOf = (card: Scorecard): string => labelKey(card, words.unknownKey(words.by[by] ?? by))
  const own = cards.filter(card => card.standard === standard)
  const few = own.filter(({ score }) => score.n < minContacts)
  const judged = own.filter(({ score }) => score.n >= minContacts)
  if (few.length > 0) {
    voice.note('few', { standard, min: minContacts, names: few.map(nameOf).join(words.and) })
  }
  for (const card of judged) judgeCard(card, `${standard} · ${nameOf(card)}`, gates, voice)
  if (own.length === 0) voice.say('notScored', { standard })
  else if (judged.length === 0) voice.say('noneJudged', { standard, min: minContacts })
}

function judgeCard(card: Scorecard, standard: string, gates: Gates, { say }: Pick<Voice, 'say'>): void {
  const { score, passRate } = card
  if (score.value === null) return say('notScored', { standard })
  const { minScore, minPassRate } = gates
  if (minScore !== undefined && score.value < minScore) {
    say('minScore', { standard, score: showBeside(score.value, minScore), min: minScore })
  }
  if (minPassRate !== undefined && passRate.value !== null) {
    const passed = Math.round((passRate.value * passRate.n) / 100)
    if (compareShare(passed, passRate.n, minPassRate) < 0) {
      say('minPassRate', { standard, rate: showBeside(passRate.value, minPassRate), min: minPassRate })
    }
  }
  for (const gate of gates.bands) judgeBand(card, standard, gate, say)
}

function judgeBand(card: Scorecard, standard: string, gate: BandGate, say: Voice['say']): void {
  const { band, bound, amount, unit } = gate
  const count = card.bands[band] ?? 0
  const { n } = card.score
  const against = unit === 'contacts' ? count - amount : compareShare(count, n, amount)
  if (bound === 'most' ? against <= 0 : against >= 0) return
  const share = showBeside((100 * count) / n, amount)
  const key = bound === 'most' ? 'maxBand' : 'minBand'
  say(unit === 'contacts' ? key : `${key}Share`, {
    standard,
    band,
    count,
    share,
    n,
    max: amount,
    min: amount
  })
}
