import type { Code } from '../../diagnostics/catalogue.ts'
import { problemAt, shorten } from '../problems.ts'
import type { ReadContext } from '../reader.ts'
import type { Assignment, PassedOver } from './assign-columns.ts'
import type { LogKind, Sample } from './log-kind.ts'
import type { Plan } from './plan-columns.ts'

const kinds: Readonly<Record<LogKind, Code>> = {
  turns: 'input/read-turns',
  transcripts: 'input/read-talks',
  records: 'input/read-records'
}

/**
 * Tells what the columns of a table were taken for: to those who ask all of it (`会话ID = id, 发送方 = role, ...`,
 * mapped ones with `*`); to everybody where it was a guess: a surer name passed over, two columns that both fit and
 * say different things, dates of which day and month cannot be told apart.
 */
export function tellColumns(
  columns: Assignment,
  plan: Plan,
  sample: Sample,
  context: ReadContext,
  line: number
): void {
  const { file, options } = context
  const { headers } = columns
  for (const guess of plan.guesses) {
    options.onProblem(problemAt('input/ambiguous-date', 'warning', file, line, guess))
  }
  const doubtful = columns.passedOver.filter(rival => isDoubtful(rival, plan, sample))
  for (const field of new Set(doubtful.map(rival => rival.field))) {
    const rivals = doubtful.filter(rival => rival.field === field)
    const values = {
      field: field.replace('_person', ''),
      value: headers[rivals[0]!.taken]!,
      others: rivals.map(({ at }) => headers[at]!).join(', ')
    }
    options.onProblem(problemAt('input/ambiguous-column', 'warning', file, line, values))
  }
  options.onNote?.(problemAt(kinds[plan.kind], 'note', file, line, { columns: listMeanings(columns, plan) }))
}

function isDoubtful({ field, at, taken, surer }: PassedOver, plan: Plan, sample: Sample): boolean {
  if (surer) return true
  if (plan.kind !== 'turns' || field !== 'text') return false
  const both = sample.filter(row => row[at]?.trim() && row[taken]?.trim())
  return (
    both.length * 2 > sample.length && both.filter(row => row[at] !== row[taken]).length * 2 > both.length
  )
}

function listMeanings({ headers, cores, mapped }: Assignment, plan: Plan): string {
  const meanings = new Map<number, string>([...cores].map(([core, at]) => [at, core.replace('_person', '')]))
  for (const column of plan.contact) {
    if (column.part === 'field') meanings.set(column.at, column.name)
    else if (column.part !== 'started') meanings.set(column.at, column.part)
    else meanings.set(column.at, 'started')
  }
  if (plan.kind === 'transcripts') meanings.set(plan.text, 'talk')
  return headers
    .map((header, at) => {
      const name = shorten(header.trim()) || `#${at + 1}`
      return `${name} = ${meanings.get(at) ?? '-'}${mapped.has(at) ? '*' : ''}`
    })
    .join(', ')
}
