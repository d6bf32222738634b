import type { Problem, Severity } from '../../diagnostics/problem.ts'
import type { Contact } from '../../model/contact.ts'
import { countRow } from '../count-row.ts'
import { plainCell } from '../field-values.ts'
import { problemAt, shorten } from '../problems.ts'
import type { InputItem, ReadContext } from '../reader.ts'
import type { Speakers } from '../speakers.ts'
import { parseTimezone } from '../timezone.ts'
import { readTalk } from '../transcript/read-transcript.ts'
import { newGroup } from './group.ts'
import { makeContact } from './make-contact.ts'
import type { Plan } from './plan-columns.ts'
import { checkWidth, createRoundedCheck, fillGroup, isBlank, type Row } from './read-row.ts'
import { talkLines } from './talk-cell.ts'

/** Ids that are remembered to tell of those that come again; a log with more of them is not looked through further. */
const REMEMBERED = 1_000_000

/** Reads rows that are a contact each, with its talk in a cell if there is a column for it. */
export interface RecordReader {
  readonly read: (row: Row, line: number) => InputItem | undefined
  /** Tells of ids that came again: a problem for rows that began at the same time, a note for others. */
  readonly end: () => void
}

export function createRecordReader(plan: Plan, speakers: Speakers, context: ReadContext): RecordReader {
  const { counts, file, options } = context
  const zone = options.timezone === undefined ? undefined : parseTimezone(options.timezone)
  const checkRounded = createRoundedCheck(context)
  const seen = new Map<string, Seen>()
  const repeats = createTally()
  const rounds = createTally()

  return {
    read: (row, line) => {
      if (isBlank(row)) {
        countRow(counts, 'blank')
        return undefined
      }
      const contact = checkWidth(row, line, plan, context) ? contactOf(row, line) : undefined
      countRow(counts, contact ? 'used' : 'bad')
      return contact && { kind: 'contact', contact, source: { file, line } }
    },
    end: () => {
      const repeated = repeats.problem('warning', file)
      if (repeated) options.onProblem(repeated)
      const round = rounds.problem('note', file)
      if (round) options.onNote?.(round)
    }
  }

  function contactOf(row: Row, line: number): Contact | undefined {
    const own = plan.id < 0 ? '' : plainCell(row[plan.id]!)
    const group = newGroup(
      own || `${context.stem}:${line}`,
      line,
      plan.contact.map(() => '')
    )
    fillGroup(group, row, plan)
    const contact = makeContact(plan, group, zone)
    if (own !== '') remember(own, line, contact.started)
    const cell = plan.kind === 'transcripts' ? talkLines(row[plan.text]!) : ''
    if (cell.trim() === '') return contact
    const talk = readTalk(cell, { file, line, speakers, contact })
    for (const problem of talk.problems) options.onProblem(problem)
    return talk.contacts[0]
  }

  /** Numbers that come round again belong to contacts that began at another time. */
  function remember(id: string, line: number, started: string | undefined): void {
    checkRounded(id, line)
    const before = seen.get(id)
    if (before) (before.started === started ? repeats : rounds).add(id, line, before.line)
    else if (seen.size < REMEMBERED) seen.set(id, { line, started })
  }
}

interface Seen {
  readonly line: number
  readonly started: string | undefined
}

/** Counts ids that came before, and keeps the first. */
function createTally() {
  let count = 0
  let first: { readonly value: string; readonly at: number; readonly line: number } | undefined
  return {
    add: (id: string, at: number, line: number): void => {
      count++
      first ??= { value: shorten(id), at, line }
    },
    problem: (severity: Severity, file: string): Problem | undefined => {
      if (!first) return undefined
      const { at, ...values } = first
      return problemAt('input/repeated-id', severity, file, at, { count, ...values })
    }
  }
}
