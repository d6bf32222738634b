import type { Problem } from '../../diagnostics/problem.ts'
import type { Contact, Turn } from '../../model/contact.ts'
import { CONTACT_JSON } from '../csv/contact-json.ts'
import type { ContactFormat, ContactWriter } from './contact-writer.ts'
import {
  beyondCells,
  fieldCell,
  type FieldColumns,
  fieldKind,
  hasHalves,
  isPlain,
  partColumns,
  turnColumns
} from './csv-columns.ts'
import { tellLongTimes } from './long-times.ts'

/** Contacts whose fields become columns. Fields that come up later only go into the column of JSON. */
const LOOKED_AT = 1000

/**
 * A row for each turn, with the parts of its contact beside it; a contact without turns has one row that names no
 * speaker. What a cell cannot hold exactly (fields in texts that look like numbers, ids with blanks around them, the
 * team of a customer, ...) stands in the column `contact_json` of the contact's first row, which is only there when
 * it is needed, or may be. Cells are written as they are: no apostrophe keeps a spreadsheet from reading a formula.
 */
export const csvContacts: ContactFormat = { name: 'csv', extensions: ['.csv'], create: createCsvWriter }

function createCsvWriter(onProblem: (problem: Problem) => void): ContactWriter {
  let held: Contact[] = []
  let layout: Layout | undefined
  const seen = new Set<string>()

  return {
    contact: contact => {
      tellLosses(contact)
      if (layout) return rowsOf(contact, layout)
      held.push(contact)
      return held.length < LOOKED_AT ? '' : begin(true)
    },
    end: () => (layout ? '' : begin(false))
  }

  function begin(more: boolean): string {
    const names = new Set(held.flatMap(({ fields }) => Object.keys(fields)))
    const columns = new Map(
      [...names].flatMap(name => {
        const kind = fieldKind(name)
        return kind === undefined ? [] : [[name, kind] as const]
      })
    )
    const json = more || held.some(contact => beyondCells(contact, columns) !== undefined)
    layout = { columns, json }
    const parts = partColumns.map(([name]) => name)
    const header = [...parts, ...turnColumns, ...columns.keys(), ...(json ? [CONTACT_JSON] : [])]
    const rows = held.map(contact => rowsOf(contact, layout!))
    held = []
    return `${cellsOf(header)}\r\n${rows.join('')}`
  }

  function tellLosses(contact: Contact): void {
    const tell = (code: Problem['code'], count = 0): void =>
      onProblem({ code, severity: 'warning', values: { contact: contact.id, count, format: 'CSV' } })
    const cell = idCell(contact)
    if (seen.has(cell)) tell('convert/same-id')
    seen.add(cell)
    const halves = contact.turns.filter(({ text }) => hasHalves(text)).length
    if (halves > 0) tell('convert/half-character', halves)
    tellLongTimes(contact, 'CSV', onProblem)
  }
}

interface Layout {
  readonly columns: FieldColumns
  readonly json: boolean
}

function rowsOf(contact: Contact, { columns, json }: Layout): string {
  const front = cellsOf(
    partColumns.map(([name, part]) => (name === 'contact_id' ? idCell(contact) : part(contact)))
  )
  const fields = [...columns].map(([name, kind]) => {
    const value = contact.fields[name]
    return value === undefined ? ',' : `,${quote(fieldCell(value, kind) ?? '')}`
  })
  const beyond = beyondCells(contact, columns)
  const turns: readonly (Turn | undefined)[] = contact.turns.length > 0 ? contact.turns : [undefined]
  const rows = turns.map((turn, i) => {
    const times = [turn?.start, turn?.end].map(time => (time === undefined ? '' : String(time)))
    const extra = json ? `,${i === 0 && beyond ? quote(JSON.stringify(beyond)) : ''}` : ''
    return `${front},${cellsOf([turn?.by, turn?.text, ...times])}${fields.join('')}${extra}\r\n`
  })
  return rows.join('')
}

/** Ids that a cell would change are written in quotes of JSON, so that rows of different ones stay apart. */
function idCell({ id }: Contact): string {
  return isPlain(id) ? id : JSON.stringify(id)
}

function cellsOf(cells: readonly (string | undefined)[]): string {
  return cells.map(cell => quote(cell ?? '')).join(',')
}

/**
 * Also quotes cells with other delimiters in them, so that nobody takes those for the one of the file. A NUL would make
 * readers doubt the whole file.
 */
function quote(text: string): string {
  const cell = text.replaceAll('\0', '\ufffd')
  return /[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
