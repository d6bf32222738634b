import type { Contact, Turn } from '../../src/model/contact.ts'

export interface CsvStyle {
  readonly delimiter: string
  readonly newline: string
  /** Quotes every cell, not only those that need it. */
  readonly quoteAll: boolean
}

export const plainStyle: CsvStyle = { delimiter: ',', newline: '\n', quoteAll: false }

export function writeRows(rows: readonly (readonly string[])[], style: CsvStyle = plainStyle): string {
  const cell = (text: string): string =>
    style.quoteAll || /["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map(row => row.map(cell).join(style.delimiter) + style.newline).join('')
}

/** A contact as a turn log has it, a row for each turn. */
export function rowsOf(contact: Contact): string[][] {
  const { agent, customer } = contact
  const known = [contact.id, agent.id, agent.name, agent.team, customer.id, customer.name, contact.channel]
  const fields = Object.values(contact.fields).map(String)
  const row = (turn: Turn): string[] => [
    ...known.map(value => value ?? ''),
    turn.by,
    turn.text,
    ...[turn.start, turn.end].map(time => (time === undefined ? '' : String(time))),
    contact.started ?? '',
    ...fields
  ]
  return contact.turns.map(row)
}

export function headerOf(contact: Contact): string[] {
  const names = '会话ID 工号 客服姓名 班组 客户ID 客户姓名 渠道 角色 内容 start_ms end_ms 会话开始时间'.split(
    ' '
  )
  return [...names, ...Object.keys(contact.fields)]
}

export function writeNdjson(contacts: readonly Contact[]): string {
  return contacts.map(contact => `${JSON.stringify(contact)}\n`).join('')
}
