import type { Turn } from '../model/contact.ts'
import { problemAt } from './problems.ts'
import type { InputItem, InputOptions } from './reader.ts'

/**
 * Takes off the ends that come before their start, and tells of them: they measure nothing, and which of the two is
 * wrong, nobody knows.
 */
export function dropEarlyEnds(item: InputItem, { onProblem }: InputOptions): InputItem {
  if (item.kind === 'bad' || !item.contact.turns.some(endsEarly)) return item
  const { contact, source } = item
  const count = contact.turns.filter(endsEarly).length
  const values = { count, contact: contact.id }
  onProblem(problemAt('input/end-before-start', 'warning', source.file, source.line, values))
  const turns = contact.turns.map(turn => (endsEarly(turn) ? { ...turn, end: undefined } : turn))
  return { ...item, contact: { ...contact, turns } }
}

function endsEarly({ start, end }: Turn): boolean {
  return end !== undefined && (end < 0 || (start !== undefined && end < start))
}
