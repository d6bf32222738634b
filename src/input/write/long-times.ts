import type { Problem } from '../../diagnostics/problem.ts'
import type { Contact } from '../../model/contact.ts'

/** From here on a number of ms is read as one since 1970. */
const EPOCH = 1e11

/** Tells of times that are so late that they would be read back as dates. */
export function tellLongTimes(
  { id, turns }: Contact,
  format: string,
  onProblem: (problem: Problem) => void
): void {
  const count = turns.filter(({ start = 0, end = 0 }) => start >= EPOCH || end >= EPOCH).length
  if (count === 0) return
  onProblem({ code: 'convert/long-time', severity: 'warning', values: { contact: id, count, format } })
}
