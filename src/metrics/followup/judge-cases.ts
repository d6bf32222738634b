import type { Answer, Case, Edge } from './case-list.ts'

/**
 * What became of a case: answered in time; answered too late; never answered; not yet answered while there is still time;
 * or needless, because something else came first.
 */
export const caseStates = ['met', 'late', 'unanswered', 'open', 'lifted'] as const
export type CaseState = (typeof caseStates)[number]

/** Until when rows are known. */
export interface End {
  readonly at: number
  readonly day: number
  /** Whether the last day was over. */
  readonly wholeDay: boolean
}

/**
 * Judges the cases of one key. One answer serves every case that it comes in time for, or with `each` only one: the answers
 * in turn go to the case that has least time left, which serves as many as can be served.
 *
 * @param cases by their last moment
 * @param answers by time
 */
export function judgeCases(
  cases: readonly Case[],
  answers: readonly Answer[],
  end: End,
  each: boolean
): readonly CaseState[] {
  const lifting = answers.filter(answer => answer.lifts)
  const serving = answers.filter(answer => !answer.lifts)
  const { met, spare } = each
    ? matchEach(cases, serving)
    : { met: cases.map(one => serving.some(answer => serves(answer, one))), spare: serving }
  const free = [...spare]
  return cases.map((one, i) => {
    if (met[i]) return 'met'
    if (lifting.some(answer => follows(answer, one) && isUntil(answer, one))) return 'lifted'
    if (!isOver(one, end)) return 'open'
    const late = one.start === undefined ? -1 : free.findIndex(answer => follows(answer, one))
    if (late < 0) return 'unanswered'
    if (each) free.splice(late, 1)
    return 'late'
  })
}

function matchEach(
  cases: readonly Case[],
  answers: readonly Answer[]
): { readonly met: readonly boolean[]; readonly spare: readonly Answer[] } {
  const met = cases.map(() => false)
  const spare = answers.filter(answer => {
    const place = cases.findIndex((one, i) => !met[i] && serves(answer, one))
    if (place >= 0) met[place] = true
    return place < 0
  })
  return { met, spare }
}

function serves(answer: Answer, one: Case): boolean {
  return follows(answer, one) && isFrom(answer, one.from) && isUntil(answer, one)
}

/**
 * Strictly after. Where one of the two states only its day, a row of that day counts as later, unless it is itself one that
 * must be followed up.
 */
function follows(answer: Answer, { start }: Case): boolean {
  if (start === undefined || answer.at > start.at) return true
  const unsure = answer.dateOnly || start.dateOnly
  return unsure && answer.day === start.day && !answer.isCase
}

function isFrom(answer: Answer, from: Edge | undefined): boolean {
  if (from === undefined) return true
  return 'at' in from ? answer.at >= from.at : answer.day >= from.day
}

function isUntil(answer: Answer, { due, strict }: Case): boolean {
  const left = 'at' in due ? due.at - answer.at : due.day - answer.day
  return strict ? left > 0 : left >= 0
}

/** Whether nothing could come in time any more. */
function isOver({ due, strict }: Case, end: End): boolean {
  if ('at' in due) return end.at >= due.at
  const lastDay = strict ? due.day - 1 : due.day
  return end.wholeDay ? end.day >= lastDay : end.day > lastDay
}
