import { ProblemError } from '../diagnostics/problem.ts'
import type { Contact } from '../model/contact.ts'
import type { Evaluation, Outcome, SourceLine } from '../model/evaluation.ts'
import { makeScorer } from '../scoring/evaluate.ts'
import { compareEvaluations } from './compare-evaluations.ts'
import { createComparer } from './comparer.ts'
import type { DiffStandard } from './diff-standard.ts'
import { createProjection, type PairJudge, type StandardPair } from './judge-pair.ts'
import { joinByKey, type JoinCounts } from './join.ts'
import type { KeptRecord } from './kept.ts'
import { decodeOutcomes, type OutcomeCode } from './outcome-code.ts'
import type { SavedResult } from './read-results.ts'
import type { Comparison } from './standing.ts'
import type { DiffSubject } from './subject.ts'

/** One contact compared by one pair of standards. */
export interface DiffEntry {
  /** Place of the pair. */
  readonly pair: number
  readonly subject: DiffSubject
  readonly comparison: Comparison
  readonly outcomeOf?: ((criterion: string) => Outcome | undefined) | undefined
}

/** Two standards of which outcomes are at hand. */
export type KnownPair = Pick<StandardPair, 'before' | 'after'>

/** A contact as it was read. */
export interface ReadContact {
  readonly contact: Contact
  readonly source: SourceLine
}

/** A pair with its judge. */
export interface JudgedPair extends StandardPair {
  readonly judge: PairJudge
}

/**
 * Contacts compared as they are read. With `kept` the outcomes before are taken from there; they must be of the same
 * contacts in the same order.
 * @throws ProblemError where they are not.
 */
export async function* judgeContacts(
  contacts: AsyncIterable<ReadContact>,
  pairs: readonly JudgedPair[],
  counts: JoinCounts,
  kept?: KeptContacts
): AsyncGenerator<DiffEntry> {
  const comparers = pairs.map(({ before, after }) => createComparer(before, after))
  for await (const { contact, source } of contacts) {
    const codes = kept && (await kept.next(contact.id))
    counts.both++
    const subject = subjectOf(contact, source)
    for (const [i, { judge }] of pairs.entries()) {
      const { before, after, outcomeOf } = judge(contact, source, codes && { code: codes[i] })
      if (before === undefined && after === undefined) continue
      yield { pair: i, subject, comparison: comparers[i]!(before, after), outcomeOf }
    }
  }
  await kept?.finish()
}

/** What was kept of contacts, in the order in which they were read. */
export interface KeptContacts {
  /** The codes of the next contact, one for each pair; it must be this one. */
  next(contact: string): Promise<readonly (OutcomeCode | undefined)[]>
  /** There must be no more. */
  finish(): Promise<void>
}

/** @param places of the standards of the pairs in the file of outcomes */
export function createKeptContacts(
  records: AsyncIterable<KeptRecord>,
  standards: number,
  places: readonly number[],
  counts: JoinCounts
): KeptContacts {
  const iterator = records[Symbol.asyncIterator]()
  const unlike = (before: number, after: number, example: string): ProblemError => {
    const values = { before, after, both: counts.both, example }
    return new ProblemError([{ code: 'diff/other-contacts', severity: 'error', values }])
  }
  return {
    async next(contact) {
      const codes: (OutcomeCode | undefined)[] = []
      for (let i = 0; i < standards; i++) {
        const { value, done } = await iterator.next()
        if (done) throw unlike(0, 1, contact)
        if (value.subject.contact !== contact) throw unlike(1, 1, `${value.subject.contact} / ${contact}`)
        codes[value.standard] = value.code
      }
      return places.map(place => codes[place])
    },
    async finish() {
      const { value, done } = await iterator.next()
      if (!done) throw unlike(1, 0, value.subject.contact)
    }
  }
}

/** Kept outcomes weighed anew: no contact is looked at. */
export async function* weighAnew(
  records: AsyncIterable<KeptRecord>,
  pairs: readonly KnownPair[],
  places: readonly number[],
  counts: JoinCounts
): AsyncGenerator<DiffEntry> {
  const weighers = pairs.map(pair => ({
    project: createProjection(pair),
    compare: createComparer(pair.before, pair.after)
  }))
  for await (const { standard, subject, code } of records) {
    if (standard === 0) counts.both++
    const i = places.indexOf(standard)
    const weigher = weighers[i]
    if (!weigher || code === undefined) continue
    yield { pair: i, subject, comparison: weigher.compare(code, weigher.project(code)) }
  }
}

/** Two files of outcomes, each weighed by its own standards. */
export async function* compareKept(
  before: AsyncIterable<KeptRecord>,
  after: AsyncIterable<KeptRecord>,
  pairs: readonly KnownPair[],
  places: { readonly before: readonly number[]; readonly after: readonly number[] },
  counts: JoinCounts
): AsyncGenerator<DiffEntry> {
  const comparers = pairs.map(pair => createComparer(pair.before, pair.after))
  const only = (records: AsyncIterable<KeptRecord>, wanted: readonly number[]): AsyncIterable<Placed> =>
    placed(records, wanted)
  const key = ({ pair, record }: Placed): string => `${pair}\0${record.subject.contact}`
  const joined = joinByKey(only(before, places.before), only(after, places.after), key, key, counts)
  for await (const [first, second] of joined) {
    const [x, y] = [first.record.code, second.record.code]
    if (x === undefined && y === undefined) continue
    yield { pair: first.pair, subject: second.record.subject, comparison: comparers[first.pair]!(x, y) }
  }
}

interface Placed {
  readonly pair: number
  readonly record: KeptRecord
}

async function* placed(
  records: AsyncIterable<KeptRecord>,
  places: readonly number[]
): AsyncGenerator<Placed> {
  for await (const record of records) {
    const pair = places.indexOf(record.standard)
    if (pair >= 0) yield { pair, record }
  }
}

/** Two results of which at least one is evaluations: how they were weighed is not known. */
export async function* compareResults(
  before: AsyncIterable<Evaluation>,
  after: AsyncIterable<Evaluation>,
  pairOf: (side: 'before' | 'after', standard: string) => number,
  counts: JoinCounts
): AsyncGenerator<DiffEntry> {
  const keyOf =
    (side: 'before' | 'after') =>
    (evaluation: Evaluation): string =>
      `${pairOf(side, evaluation.standard)}\0${evaluation.contact}`
  for await (const [first, second] of joinByKey(before, after, keyOf('before'), keyOf('after'), counts)) {
    if (first.criteria.length + second.criteria.length === 0) continue
    const pair = pairOf('after', second.standard)
    yield { pair, subject: second, comparison: compareEvaluations(first, second) }
  }
}

/** A saved result as evaluations, whatever it was saved as. */
export async function* asEvaluations(result: SavedResult): AsyncGenerator<Evaluation> {
  if (result.kind === 'evaluations') {
    yield* result.evaluations
    return
  }
  const scorers = result.header.standards.map(({ plan }) => makeScorer(plan))
  for await (const { standard, subject, code } of result.records) {
    yield evaluationOf(subject, result.header.standards[standard]!, code, scorers[standard]!)
  }
  result.end()
}

function evaluationOf(
  subject: DiffSubject,
  standard: DiffStandard,
  code: OutcomeCode | undefined,
  score: ReturnType<typeof makeScorer>
): Evaluation {
  const outcomes = code === undefined ? undefined : decodeOutcomes(code, standard.criteria.length)
  const none = { score: null, scoreWithoutFatal: null, band: null, passed: null }
  const scored = outcomes ? score(outcomes) : { ...none, sections: [], dimensions: [], criteria: [] }
  return { ...subject, standard: standard.id, ...scored }
}

function subjectOf(contact: Contact, source: SourceLine): DiffSubject {
  const { id, agent, started } = contact
  return {
    contact: id,
    agent: agent.id ?? agent.name ?? null,
    ...(agent.name === undefined ? {} : { agentName: agent.name }),
    ...(agent.team === undefined ? {} : { team: agent.team }),
    ...(started === undefined ? {} : { started }),
    source
  }
}
