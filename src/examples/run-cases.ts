import type { MarkOf } from '../checks/view.ts'
import type { Place } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Outcome } from '../model/evaluation.ts'
import { formatFixed } from '../report/figures.ts'
import { scoreOutcomes } from '../scoring/evaluate.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { isValidOn } from '../standard/valid.ts'
import { viewOf } from '../standard/view.ts'
import { readExample } from './read.ts'
import { compareStatus, type ExampleVerdict } from './run.ts'
import type { Expectation, TestCase } from './test-file.ts'

/** A case that was run. It held when nothing differs. */
export interface CaseResult {
  readonly test: TestCase
  readonly differences: readonly Difference[]
}

/** One thing that came out otherwise than expected. */
export interface Difference {
  readonly verdict: Exclude<ExampleVerdict, 'ok'>
  /** What differs: the status of a criterion, its evidence or message, the score, the band, or nothing could be run. */
  readonly what: 'status' | 'quotes' | 'message' | 'score' | 'band' | 'contact'
  readonly criterion?: string | undefined
  readonly expected: readonly string[]
  readonly actual: readonly string[]
  readonly outcome?: Outcome | undefined
  readonly place: Place
}

/** The same standard in each language its messages can be in; one is enough where no case expects a message. */
export type SameStandard = readonly [CompiledStandard, ...CompiledStandard[]]

/** Runs one case. Criteria that it does not name may come out either way. */
export function runCase(test: TestCase, standards: SameStandard, lang: Lang): CaseResult {
  const read = readExample(test.contact, test.name, lang)
  if (!read.ok) {
    const values = { expected: [], actual: [read.reason], place: test.place }
    return { test, differences: [{ verdict: 'error', what: 'contact', ...values }] }
  }
  const judged = standards.map(standard => {
    const marked: MarkOf = id => {
      const mark = Object.hasOwn(test.marks, id) ? test.marks[id]?.mark : undefined
      return mark === undefined ? undefined : { contact: read.contact.id, criterion: id, mark }
    }
    const view = viewOf(standard, read.contact, marked)
    const outcomes = standard.criteria.map(criterion => criterion.judge(view))
    const applies = standard.applies?.test(view)
    const outside = applies?.kind === 'value' && !applies.value
    const judges = !outside && isValidOn(standard.valid, read.contact.started)
    const scored = judges ? scoreOutcomes(standard.plan, outcomes) : undefined
    return { outcomes: new Map(standard.criteria.map(({ id }, i) => [id, outcomes[i]!])), scored }
  })
  const { scored } = judged[0]!
  return {
    test,
    differences: [
      ...test.expect.flatMap(expected => {
        const outcomes = judged.flatMap(one => one.outcomes.get(expected.criterion) ?? [])
        return compareOutcome(expected, outcomes)
      }),
      ...compareScore(test, scored?.score ?? null),
      ...compareBand(test, scored?.band ?? null)
    ]
  }
}

/** `outcomes` are one outcome as each language tells it. */
function compareOutcome(expected: Expectation, outcomes: readonly Outcome[]): readonly Difference[] {
  const [outcome] = outcomes
  if (!outcome) return []
  const { criterion, status, place } = expected
  const verdict = compareStatus(status, outcome.status)
  if (verdict !== 'ok') {
    const values = { expected: [status], actual: [outcome.status] }
    return [{ verdict, what: 'status', criterion, ...values, outcome, place }]
  }
  const found: Difference[] = []
  const differs = (what: Difference['what'], wanted: readonly string[], actual: readonly string[]): void => {
    found.push({ verdict: 'wrong', what, criterion, expected: wanted, actual, outcome, place })
  }
  const quotes = quotesOf(outcome)
  if (expected.quotes && expected.quotes.join('\n') !== quotes.join('\n'))
    differs('quotes', expected.quotes, quotes)
  const messages = outcomes.map(messageOf)
  if (expected.message !== undefined && !messages.includes(expected.message)) {
    differs('message', [expected.message], [messages[0]!])
  }
  return found
}

function quotesOf(outcome: Outcome): readonly string[] {
  if (!('evidence' in outcome)) return []
  return outcome.evidence.flatMap(piece => ('quote' in piece ? [piece.quote] : []))
}

/** Why it failed, or why it was not judged; '' for a pass. */
function messageOf(outcome: Outcome): string {
  if (outcome.status === 'fail') return outcome.message
  return outcome.status === 'pass' ? '' : outcome.reason
}

/** Scores are compared to as many digits as the expected one has, at least the one that reports show. */
function compareScore(test: TestCase, actual: number | null): readonly Difference[] {
  if (test.score === undefined) return []
  const digits = digitsOf(test.score)
  const [wanted, got] = [writeScore(test.score, digits), writeScore(actual, digits)]
  return wanted === got ? [] : [wrong(test, 'score', wanted, got)]
}

function compareBand(test: TestCase, actual: string | null): readonly Difference[] {
  if (test.band === undefined || test.band === actual) return []
  return [wrong(test, 'band', test.band ?? 'null', actual ?? 'null')]
}

function wrong(test: TestCase, what: 'score' | 'band', expected: string, actual: string): Difference {
  return { verdict: 'wrong', what, expected: [expected], actual: [actual], place: test[`${what}Place`] }
}

function digitsOf(score: number | null): number {
  return Math.max(1, String(score).split('.')[1]?.length ?? 0)
}

function writeScore(score: number | null, digits: number): string {
  return score === null ? 'null' : formatFixed(score, digits)
}
