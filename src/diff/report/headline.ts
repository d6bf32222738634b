import type { Estimate } from '../../model/scorecard.ts'
import { formatScore } from '../../report/figures.ts'
import type { Words } from '../../report/words.ts'
import { formatBound, formatFromTo, formatShift } from '../figures.ts'
import type { GroupDiff, StandardDiff } from '../result.ts'
import type { DiffWords } from './words.ts'

/** Whether no contact stands elsewhere than before. */
export function isUnchanged({ overall }: StandardDiff): boolean {
  return overall.changed === 0
}

/** Whether the standards themselves are at hand, and not only what came of them. */
export function knowsStandards({ before, after }: StandardDiff): boolean {
  return before.hash !== '' && after.hash !== ''
}

/** What happened, in one sentence: verdicts that flip, then how far the mean score moved. */
export function tellHeadline({ overall }: StandardDiff, words: DiffWords, report: Words): string {
  const { contacts, changed, nowFailing, nowPassing } = overall
  if (changed === 0) return words.nothing(contacts)
  const flips = nowFailing + nowPassing
  const verdicts = flips === 0 ? words.noFlip(contacts) : words.flips(nowFailing, nowPassing, contacts)
  return `${verdicts}${words.semicolon}${tellMean(overall, words, report)}`
}

function tellMean({ before, after, shift }: GroupDiff, words: DiffWords, report: Words): string {
  if (shift.value === null) return words.noMean
  if (shift.value === 0) return words.meanSame(formatScore(after))
  const change = [formatShift(before, after, shift.value), ...intervalOf(shift, report)]
  return words.mean(`${formatFromTo(before, after)}${words.inBrackets(change.join(words.and))}`)
}

function intervalOf({ value, low, high }: Estimate, report: Words): string[] {
  return low === null || high === null
    ? []
    : [report.interval(formatBound(low, value), formatBound(high, value))]
}

/** What else is to be known of the whole, in short parts. */
export function tellCounts(standard: StandardDiff, words: DiffWords): readonly string[] {
  const { changed, newlyFatal, entered, left } = standard.overall
  return [
    ...(changed > 0 ? [words.changed(changed)] : []),
    ...(newlyFatal > 0 ? [words.newlyFatal(newlyFatal)] : []),
    ...(entered > 0 ? [words.entered(entered)] : []),
    ...(left > 0 ? [words.left(left)] : []),
    ...(standard.judged === null ? [] : [words.judged(standard.judged, standard.criteria.length)])
  ]
}

/** What could not be compared; '' when everything could. */
export function tellUnmatched(
  { onlyBefore, onlyAfter }: { readonly onlyBefore: number; readonly onlyAfter: number },
  words: DiffWords
): string {
  const parts = [
    ...(onlyBefore > 0 ? [words.onlyBefore(onlyBefore)] : []),
    ...(onlyAfter > 0 ? [words.onlyAfter(onlyAfter)] : [])
  ]
  return parts.length === 0 ? '' : `${parts.join(words.and)}${words.colon}${words.notCompared}`
}
