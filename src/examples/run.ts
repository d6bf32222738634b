import type { MarkOf } from '../checks/view.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Outcome, Status } from '../model/evaluation.ts'
import type { CompiledCriterion, CompiledStandard, Example } from '../standard/standard.ts'
import { viewOf } from '../standard/view.ts'
import { readExample } from './read.ts'

/**
 * What came of an example. `missing`: a breach was expected and none found. `noisy`: a breach was found where none
 * is. `wrong`: another outcome than the expected one, such as a pass that ended not applicable. `error`: the
 * example itself cannot be read.
 */
export type ExampleVerdict = 'ok' | 'missing' | 'noisy' | 'wrong' | 'error'

export interface ExampleResult {
  readonly standard: string
  readonly criterion: string
  readonly example: Example
  /** Number of the example among those of its kind, from 1. */
  readonly number: number
  readonly verdict: ExampleVerdict
  readonly outcome?: Outcome | undefined
  /** Why it cannot be read, for an error. */
  readonly reason?: string | undefined
}

/** Runs the examples of the criteria that `chosen` keeps; never stops at the first that fails. */
export function* runExamples(
  standard: CompiledStandard,
  chosen: (criterion: CompiledCriterion) => boolean,
  lang: Lang = 'en'
): Iterable<ExampleResult> {
  for (const criterion of standard.criteria) {
    if (!chosen(criterion)) continue
    const numbers = new Map<string, number>()
    for (const example of criterion.examples) {
      const number = (numbers.get(example.kind) ?? 0) + 1
      numbers.set(example.kind, number)
      yield {
        standard: standard.id,
        criterion: criterion.id,
        example,
        number,
        ...judge(standard, criterion, example, lang)
      }
    }
  }
}

function judge(
  standard: CompiledStandard,
  criterion: CompiledCriterion,
  example: Example,
  lang: Lang
): Pick<ExampleResult, 'verdict' | 'outcome' | 'reason'> {
  const read = readExample(example.source, `${criterion.id}/${example.kind}`, lang)
  if (!read.ok) return { verdict: 'error', reason: read.reason }
  const { contact, mark } = read
  const marked: MarkOf = id =>
    mark === undefined || id !== criterion.id ? undefined : { contact: contact.id, criterion: id, mark }
  const outcome = criterion.judge(viewOf(standard, contact, marked))
  return { verdict: compareStatus(example.kind, outcome.status), outcome }
}

export function compareStatus(expected: Status, actual: Status): ExampleVerdict {
  if (expected === actual) return 'ok'
  if (actual === 'fail') return 'noisy'
  return expected === 'fail' && actual === 'pass' ? 'missing' : 'wrong'
}
