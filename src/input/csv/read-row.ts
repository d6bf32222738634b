import type { Code } from '../../diagnostics/catalogue.ts'
import type { Severity } from '../../diagnostics/problem.ts'
import type { Values } from '../../diagnostics/wording.ts'
import type { Person, Speaker } from '../../model/contact.ts'
import { makePerson } from '../contact-draft.ts'
import type { RowFate } from '../count-row.ts'
import { plainCell } from '../field-values.ts'
import { problemAt, shorten } from '../problems.ts'
import type { ReadContext } from '../reader.ts'
import { speakerExamples } from '../speaker-words.ts'
import { namedIn, type Speakers, strangerIn } from '../speakers.ts'
import type { Moment } from '../times.ts'
import { type GroupHead, UNDERSTOOD } from './group.ts'
import type { GroupStore, OpenGroup } from './group-store.ts'
import type { Plan } from './plan-columns.ts'
import type { TimeUse } from './plan-times.ts'

export type Row = readonly string[]

export function isBlank(row: Row): boolean {
  return row.every(cell => cell === '' || cell.trim() === '')
}

/** Whether a row of another width than the header can be used: surplus cells must be empty, needed ones there. */
export function checkWidth(row: Row, line: number, plan: Plan, context: ReadContext): boolean {
  const expected = plan.headers.length
  const values = { count: row.length, expected }
  if (row.length < expected) {
    const usable = Math.max(plan.id, plan.role, plan.text) < row.length
    tell(context, 'input/too-few-cells', usable ? 'warning' : 'error', line, values)
    return usable
  }
  if (isBlank(row.slice(expected))) return true
  tell(context, 'input/too-many-cells', 'error', line, values)
  return false
}

/** Fills what the contact's columns still lack; gives the length of what was added. */
export function fillGroup(group: GroupHead, row: Row, plan: Plan): number {
  const { cells } = group
  let added = 0
  for (let i = 0; i < plan.contact.length; i++) {
    if (cells[i] !== '') continue
    const column = plan.contact[i]!
    const cell = row[column.at]
    if (cell === undefined || cell === '' || cell.trim() === '') continue
    const moment = column.part === 'started' ? momentOf(row, column.time) : undefined
    group.started ??= moment
    cells[i] = moment ? UNDERSTOOD : plainCell(cell)
    added += cell.length
  }
  return added
}

function momentOf(row: Row, time: TimeUse): Moment | undefined {
  return time.column.moment(row[time.at] ?? '', row[time.day] ?? '')
}

/**
 * Makes the reader of rows that are turns: it adds each to the group of its contact. It runs once for every row of a
 * log and costs little beside the parsing of the CSV.
 */
export function createTurnReader(plan: Plan, store: GroupStore, speakers: Speakers, context: ReadContext) {
  const width = plan.headers.length
  const { times } = plan
  const checkRounded = createRoundedCheck(context)
  let last: OpenGroup | undefined
  let lastStart = Number.NaN
  let firstBack = 0
  let back = 0

  return {
    /** Tells what only the whole table shows. */
    end(): void {
      if (back > 0) tell(context, 'input/times-back', 'warning', firstBack, { count: back })
    },

    /** The groups have gone to files. */
    forget(): void {
      last = undefined
    },

    read(row: Row, line: number): RowFate {
      if (row.length !== width) {
        if (isBlank(row)) return 'blank'
        if (!checkWidth(row, line, plan, context)) return 'bad'
      }
      const id = plan.id < 0 ? context.stem : plainCell(row[plan.id]!)
      const label = row[plan.role]!
      if (id === '') {
        if (isBlank(row)) return 'blank'
        tell(context, 'input/no-id', 'error', line, { value: plan.headers[plan.id]! })
        return 'bad'
      }
      // A contact of which nothing was said.
      if (label.trim() === '' && row[plan.text] === '' && !isTimed(row)) {
        last = last?.id === id ? last : store.group(id, line)
        store.charge(fillGroup(last, row, plan))
        return 'used'
      }
      const by = speakers.of(label) ?? speakerInRow(row, label, plan, speakers)
      if (by === undefined) {
        const values = { value: shorten(label), allowed: speakerExamples }
        tell(context, 'input/unknown-role', 'error', line, values)
        return 'bad'
      }
      if (last?.id !== id) {
        checkRounded(id, line)
        lastStart = Number.NaN
      }
      const group = last?.id === id ? last : store.group(id, line)
      last = group
      const added = fillGroup(group, row, plan)
      if (added > 0) store.charge(added)
      const start = times ? timeOf(row, times.start, line) : Number.NaN
      if (times && group.zone === '' && !Number.isNaN(start)) {
        group.zone = times.start.column.zone(row[times.start.at]!)
      }
      if (runsBack(start)) {
        firstBack ||= line
        back++
      }
      if (!Number.isNaN(start)) lastStart = start
      const end = times?.end ? timeOf(row, times.end, line) : Number.NaN
      store.add(group, by, row[plan.text]!, start, end)
      return 'used'
    }
  }

  /** Whether a turn is earlier than the row above of the same contact. Times of day go back at midnight. */
  function runsBack(start: number): boolean {
    return start < lastStart && !(plan.clock === 'day' && lastStart - start > HALF_DAY)
  }

  function isTimed(row: Row): boolean {
    return times !== undefined && (row[times.start.at] ?? '').trim() !== ''
  }

  /** NaN where there is no time. */
  function timeOf(row: Row, time: TimeUse, line: number): number {
    const text = row[time.at]
    if (text === undefined || text === '') return Number.NaN
    const ms = time.column.read(text, time.day < 0 ? '' : (row[time.day] ?? ''))
    if (Number.isNaN(ms) && !isNone(text)) {
      const values = { value: shorten(text), column: plan.headers[time.at]! }
      tell(context, noYear.test(text) ? 'input/no-year' : 'input/bad-time', 'warning', line, values)
    }
    return ms
  }
}

const HALF_DAY = 43_200_000
/** `3月2日 9:00`, `03-02 09:00`, `3/2 9:00`. */
const noYear = /^\s*(?:\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2}(?=\s))/

/** A long number that a spreadsheet shows as `1.23457E+17` is no id any more. Told once. */
export function createRoundedCheck(context: ReadContext): (id: string, line: number) => void {
  let told = false
  return (id, line) => {
    if (told || !/^\d(?:\.\d+)?E\+\d+$/i.test(id)) return
    told = true
    tell(context, 'input/rounded-id', 'warning', line, { value: id })
  }
}

/** What exports write where there is no time. */
function isNone(text: string): boolean {
  return /^\s*(?:0|-+|无|null|n\/a|none)?\s*$/i.test(text)
}

/** A speaker column may hold the name or id that another column of the row has. */
function speakerInRow(row: Row, label: string, plan: Plan, speakers: Speakers): Speaker | undefined {
  return whoInRow(row, label, plan) ?? strangerIn(speakers, label)
}

/** Whether another column of the row holds the name or id of its speaker. */
export function isNamedInRow(row: Row, label: string, plan: Plan): boolean {
  return whoInRow(row, label, plan) !== undefined
}

function whoInRow(row: Row, label: string, plan: Plan): Speaker | undefined {
  const cell = (part: string): string | undefined => {
    const column = plan.contact.find(candidate => candidate.part === part)
    return column && row[column.at]?.trim()
  }
  const agent: Person = makePerson(cell('agent'), cell('agent_name'))
  const customer: Person = makePerson(cell('customer'), cell('customer_name'))
  return namedIn(label, agent, customer)
}

function tell(context: ReadContext, code: Code, severity: Severity, line: number, values: Values): void {
  context.options.onProblem(problemAt(code, severity, context.file, line, values))
}
