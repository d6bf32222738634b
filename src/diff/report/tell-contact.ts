import { formatPlace } from '../../diagnostics/render.ts'
import { formatScore } from '../../report/figures.ts'
import type { Words } from '../../report/words.ts'
import { formatChange, formatFromTo, formatShift } from '../figures.ts'
import type { ContactChange, StandardDiff } from '../result.ts'
import type { Cause, Standing } from '../standing.ts'
import { nameChanged, nameCriterion, tellKeys } from './tell-change.ts'
import type { DiffWords } from './words.ts'

/** Which way a contact moved: `fails` and `passes` are of verdicts, `up` and `down` of scores alone. */
export type Direction = 'fails' | 'passes' | 'down' | 'up' | 'level'

export function directionOf({ before, after, shift }: ContactChange): Direction {
  if ((before.passed === true && after.passed === false) || (!before.fatal && after.fatal)) return 'fails'
  if (before.passed === false && after.passed === true) return 'passes'
  if (shift === null || shift === 0) return 'level'
  return shift < 0 ? 'down' : 'up'
}

/** The score before and after: `86.0 → 71.0 (-15.0)`. */
export function tellScores({ before, after, shift }: ContactChange, words: DiffWords): string {
  if (shift === null) return `${tellStanding(before, words)} → ${tellStanding(after, words)}`
  if (shift === 0) return formatScore(after.score)
  const change = words.inBrackets(formatShift(before.score, after.score, shift))
  return `${formatFromTo(before.score, after.score)}${change}`
}

function tellStanding({ applies, score }: Standing, words: DiffWords): string {
  if (!applies) return words.outside
  return score === null ? words.notScored : formatScore(score)
}

/** What became of the verdict and the band, in short parts. */
export function tellVerdict(change: ContactChange, words: DiffWords): readonly string[] {
  const { before, after } = change
  const direction = directionOf(change)
  const banded = before.applies && after.applies && before.band !== after.band
  return [
    ...(direction === 'fails' && before.passed === true && after.passed === false ? [words.failsNow] : []),
    ...(direction === 'passes' ? [words.passesNow] : []),
    ...(!before.fatal && after.fatal ? [words.fatalMark] : []),
    ...(banded ? [`${before.band ?? words.noBand} → ${after.band ?? words.noBand}`] : [])
  ]
}

/** Why a contact moved, what counts most first. */
export interface ToldCauses {
  readonly shown: readonly ToldCause[]
  /** How many more there are, in words; '' when none. */
  readonly rest: string
}

/** One reason why a contact moved. */
export interface ToldCause {
  readonly name: string
  readonly what: string
  /** What it alone does to the score; '' where that is not known, or nothing. */
  readonly points: string
  /** What the check says. */
  readonly message?: string | undefined
}

/** @param most causes of one contact that are shown; outcomes that do not move its score only where there are no others */
export function tellCauses(
  change: ContactChange,
  standard: StandardDiff,
  most: number,
  words: DiffWords,
  report: Words
): ToldCauses {
  const moving = change.causes.filter(cause => cause.kind !== 'outcome' || cause.points !== 0)
  const told = moving.length > 0 ? moving : change.causes
  const idle = change.causes.length - told.length
  const hidden = told.length - most
  const rest = [
    ...(hidden > 0 ? [words.moreCauses(hidden)] : []),
    ...(idle > 0 ? [words.idleCauses(idle)] : [])
  ]
  return { shown: tellEach(change, told.slice(0, most), standard, words, report), rest: rest.join(words.and) }
}

function tellEach(
  { words: said, before }: ContactChange,
  causes: readonly Cause[],
  standard: StandardDiff,
  words: DiffWords,
  report: Words
): readonly ToldCause[] {
  return causes.map(cause => {
    const points = cause.points === null || cause.points === 0 ? '' : formatChange(cause.points)
    switch (cause.kind) {
      case 'outcome': {
        const known = standard.criteria.find(({ id }) => id === cause.criterion)
        const name = known ? nameCriterion(known) : cause.criterion
        const message = said.find(({ criterion }) => criterion === cause.criterion)?.message
        return { name, what: tellOutcome(cause, words, report), points, message }
      }
      case 'weighing':
        return { ...tellWeighing(cause, standard, words), points }
      case 'scope':
        return { name: before.applies ? words.scopeOut : words.scopeIn, what: '', points }
      case 'together':
        return { name: words.together, what: words.togetherMeans, points }
    }
  })
}

function tellOutcome(
  { from, to }: Extract<Cause, { kind: 'outcome' }>,
  words: DiffWords,
  report: Words
): string {
  const label = (status: typeof from, absent: string): string =>
    status === 'absent' ? absent : report.statuses[status]
  if (from === to) return words.otherShare(label(to, ''))
  return `${label(from, words.states.added)} → ${label(to, words.states.dropped)}`
}

function tellWeighing(
  cause: Extract<Cause, { kind: 'weighing' }>,
  standard: StandardDiff,
  words: DiffWords
): { readonly name: string; readonly what: string } {
  const weighing = standard.weighing.find(
    ({ change }) =>
      change.kind === cause.what &&
      (change.kind === 'scoring' ? change.keys[0] === cause.id : change.id === cause.id)
  )
  return {
    name: nameChanged({ kind: cause.what, id: cause.id }, standard, words),
    what: weighing
      ? tellKeys(weighing.change, words)
      : cause.id === ''
        ? words.unknownScoring
        : cause.keys.join(words.and)
  }
}

/** Where the contact was read; '' where that is not known. */
export function tellSource({ subject: { source } }: ContactChange): string {
  return source ? formatPlace(source) : ''
}
