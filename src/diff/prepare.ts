import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Evaluation } from '../model/evaluation.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { WrittenStandard } from '../standard/written.ts'
import { describeForDiff, pairCriteria, type DiffStandard } from './diff-standard.ts'
import {
  asEvaluations,
  compareKept,
  compareResults,
  createKeptContacts,
  judgeContacts,
  weighAnew,
  type DiffEntry,
  type ReadContact
} from './entries.ts'
import { newJoinCounts, type JoinCounts } from './join.ts'
import { createPairJudge, needsNoJudging, type Said, type StandardPair } from './judge-pair.ts'
import { pairUp } from './pair-up.ts'
import type { SavedResult } from './read-results.ts'
import type { TalliedPair } from './tally.ts'

/** A comparison ready to run. */
export interface Prepared {
  readonly pairs: readonly TalliedPair[]
  /** How many criteria of each pair have to be judged; `null` where results alone are compared. */
  readonly judged: readonly (number | null)[]
  readonly entries: AsyncIterable<DiffEntry>
  /** Filled while the entries are taken. */
  readonly counts: JoinCounts
  readonly problems: readonly Problem[]
}

/** Standards as they were loaded, side by side. */
export interface LoadedSide {
  readonly standards: readonly CompiledStandard[]
  readonly written: readonly WrittenStandard[]
}

export interface PrepareOptions extends Said {
  readonly lang: Lang
  readonly allowUnlike: boolean
}

/** Two states of standards over contacts: what is the same in both is judged once. */
export function prepareStandards(
  before: LoadedSide,
  after: LoadedSide,
  contacts: AsyncIterable<ReadContact>,
  options: PrepareOptions
): Prepared {
  const [first, second] = [describeSide(before), describeSide(after)]
  const { pairs: places, problems } = pairUp(idsOf(first), idsOf(second), options.allowUnlike)
  const pairs = places.map(place => ({
    before: first[place.before]!,
    after: second[place.after]!,
    judgeBefore: before.standards[place.before]!,
    judgeAfter: after.standards[place.after]!
  }))
  const counts = newJoinCounts()
  const entries = judgeContacts(contacts, withJudges(pairs, options), counts)
  return { pairs: pairs.map(tallied), judged: pairs.map(countAll), entries, counts, problems }
}

/** Kept outcomes against standards: of the contacts only what the change can affect is judged. */
export function prepareKept(
  saved: Extract<SavedResult, { kind: 'outcomes' }>,
  after: LoadedSide,
  contacts: AsyncIterable<ReadContact>,
  options: PrepareOptions
): Prepared {
  const first = saved.header.standards
  const second = describeSide(after)
  const { pairs: places, problems } = pairUp(idsOf(first), idsOf(second), options.allowUnlike)
  const pairs = places.map(place => ({
    before: first[place.before]!,
    after: second[place.after]!,
    judgeAfter: after.standards[place.after]!
  }))
  const counts = newJoinCounts()
  const keptPlaces = places.map(place => place.before)
  const kept = createKeptContacts(saved.records, first.length, keptPlaces, counts)
  const entries = pairs.every(needsNoJudging)
    ? weighAnew(saved.records, pairs, keptPlaces, counts)
    : judgeContacts(contacts, withJudges(pairs, options), counts, kept)
  return { pairs: pairs.map(tallied), judged: pairs.map(countChanged), entries, counts, problems }
}

/** Whether kept outcomes are enough, so that no contact need be read. */
export function isEnough(
  saved: Extract<SavedResult, { kind: 'outcomes' }>,
  after: LoadedSide,
  allowUnlike: boolean
): boolean {
  const [first, second] = [saved.header.standards, describeSide(after)]
  const { pairs } = pairUp(idsOf(first), idsOf(second), allowUnlike)
  return pairs.every(place => needsNoJudging({ before: first[place.before]!, after: second[place.after]! }))
}

/**
 * Two saved results. Where both are outcomes it is known how they were weighed, and so what each cause did to the score.
 * @param known ids of standards in each, for results that are evaluations: found by looking at them first
 */
export function prepareResults(
  before: SavedResult,
  after: SavedResult,
  known: { readonly before: readonly string[]; readonly after: readonly string[] },
  allowUnlike: boolean
): Prepared {
  const { pairs: places, problems } = pairUp(known.before, known.after, allowUnlike)
  const counts = newJoinCounts()
  if (before.kind === 'outcomes' && after.kind === 'outcomes') {
    const pairs = places.map(place => ({
      before: before.header.standards[place.before]!,
      after: after.header.standards[place.after]!
    }))
    const at = { before: places.map(place => place.before), after: places.map(place => place.after) }
    const entries = toTheEnd(compareKept(before.records, after.records, pairs, at, counts), [before, after])
    return { pairs: pairs.map(tallied), judged: pairs.map(() => null), entries, counts, problems }
  }
  const pairs = places.map((place): TalliedPair => ({
    kind: 'results',
    before: known.before[place.before]!,
    after: known.after[place.after]!
  }))
  const pairOf = (side: 'before' | 'after', id: string): number => pairs.findIndex(pair => pair[side] === id)
  const only = (side: 'before' | 'after', result: SavedResult): AsyncIterable<Evaluation> =>
    keepPaired(asEvaluations(result), id => pairOf(side, id) >= 0)
  const entries = compareResults(only('before', before), only('after', after), pairOf, counts)
  return { pairs, judged: pairs.map(() => null), entries, counts, problems }
}

/** @throws ProblemError where contacts are not the same, unless that is allowed. */
export function checkContacts(
  { both, onlyFirst, onlySecond, example }: JoinCounts,
  allowUnlike: boolean
): void {
  if (both === 0) throw new ProblemError([{ code: 'diff/nothing-compared', severity: 'error', values: {} }])
  if (allowUnlike || onlyFirst + onlySecond === 0) return
  // The key begins with the place of the pair.
  const contact = example?.slice(example.indexOf('\0') + 1) ?? ''
  const values = { before: onlyFirst, after: onlySecond, both, example: contact }
  throw new ProblemError([{ code: 'diff/other-contacts', severity: 'error', values }])
}

/** A file that ends too early would pass for one of fewer contacts. */
async function* toTheEnd(
  entries: AsyncIterable<DiffEntry>,
  saved: readonly Extract<SavedResult, { kind: 'outcomes' }>[]
): AsyncGenerator<DiffEntry> {
  yield* entries
  for (const result of saved) result.end()
}

async function* keepPaired(
  evaluations: AsyncIterable<Evaluation>,
  isPaired: (standard: string) => boolean
): AsyncGenerator<Evaluation> {
  for await (const evaluation of evaluations) if (isPaired(evaluation.standard)) yield evaluation
}

function withJudges(
  pairs: readonly StandardPair[],
  { lang, ...said }: PrepareOptions
): readonly (StandardPair & { readonly judge: ReturnType<typeof createPairJudge> })[] {
  return pairs.map(pair => ({ ...pair, judge: createPairJudge(pair, lang, said) }))
}

const describeSide = ({ standards, written }: LoadedSide): readonly DiffStandard[] =>
  standards.map((standard, i) => describeForDiff(standard, written[i]!))

const idsOf = (standards: readonly DiffStandard[]): readonly string[] => standards.map(({ id }) => id)

const tallied = ({ before, after }: Pick<StandardPair, 'before' | 'after'>): TalliedPair => ({
  kind: 'standards',
  before,
  after
})

const countAll = ({ before, after }: StandardPair): number => pairCriteria(before, after).length

const countChanged = ({ before, after }: StandardPair): number =>
  pairCriteria(before, after).filter(pair => !pair.same && pair.after >= 0).length
