import fc from 'fast-check'
import type { Contact } from '../../src/model/contact.ts'

/** What people write and exports break on: quotes, delimiters, line breaks, Chinese, characters beyond the BMP. */
const pieces = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  ' ',
  '  ',
  '您好',
  '订单',
  'ok',
  '𠮷',
  '🙂',
  'é',
  '：',
  'A: ',
  '# x: 1',
  '\\',
  '[00:05] C: ',
  "'"
]

export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 8
  })
  .map(parts => parts.join('').replaceAll('\ufffd', '?'))

const id = fc.stringMatching(/^[A-Z][0-9]{1,4}$/)
const name = fc.constantFrom('周敏', '王 建国', 'Ann Lee', '李"四"', '赵,六')

/** Contacts as any format can carry them: no line break is a lone carriage return, no value looks like another kind. */
export function anyContact(options: { readonly timed?: boolean } = {}): fc.Arbitrary<Contact> {
  const turn = fc.record({
    by: fc.constantFrom('agent' as const, 'customer' as const, 'bot' as const, 'system' as const),
    text: anyText.map(text => text.replaceAll('\r', '')),
    start: fc.integer({ min: 0, max: 7_200_000 }),
    length: fc.integer({ min: 0, max: 30_000 })
  })
  return fc
    .record({
      id,
      channel: fc.constantFrom('call', 'chat', undefined),
      agent: fc.record({
        id: fc.option(id, { nil: undefined }),
        name: fc.option(name, { nil: undefined }),
        team: fc.constantFrom('A组', undefined)
      }),
      customer: fc.record({
        id: fc.option(id, { nil: undefined }),
        name: fc.option(name, { nil: undefined })
      }),
      started: fc.constantFrom(
        '2026-03-02T09:00:00+08:00',
        '2026-03-02T09:00:00.250Z',
        '2026-03-02T23:59:59',
        undefined
      ),
      fields: fc.record({
        rings: fc.integer({ min: 0, max: 9 }),
        ended_by: fc.constantFrom('agent', 'customer'),
        备注: fc.constantFrom('无', '0123', 'say "hi"', 'a: b'),
        price_paid: fc.constantFrom(0.5, 12.75, -3),
        member: fc.boolean()
      }),
      turns: fc.array(turn, { minLength: 1, maxLength: 8 })
    })
    .map(({ turns, ...contact }) => {
      let clock = 0
      const sorted = turns.toSorted((a, b) => a.start - b.start)
      return {
        ...contact,
        turns: sorted.map(({ by, text, start, length }) => {
          clock = Math.max(clock + 1, start)
          return options.timed === false ? { by, text } : { by, text, start: clock, end: clock + length }
        })
      }
    })
}

export function anyContacts(options?: { readonly timed?: boolean }): fc.Arbitrary<readonly Contact[]> {
  return fc.uniqueArray(anyContact(options), { minLength: 1, maxLength: 6, selector: contact => contact.id })
}
