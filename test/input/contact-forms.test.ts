import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { convertCodes } from '../../src/diagnostics/codes-convert.ts'
import type { Problem } from '../../src/diagnostics/problem.ts'
import { contactFormats } from '../../src/input/index.ts'
import type { Contact } from '../../src/model/contact.ts'
import { anyContacts, anyText } from './arbitrary.ts'
import { read } from './read.ts'

function write(contacts: readonly Contact[], name: string): { text: string; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const writer = contactFormats
    .find(format => format.name === name)!
    .create(problem => problems.push(problem))
  return { text: contacts.map(writer.contact).join('') + writer.end(), problems }
}

/** Names, ids and values as no sane system has them, but some export does. */
const oddText = fc.oneof(
  anyText,
  fc.constantFrom(
    '0123',
    'true',
    'null',
    '12',
    ' x',
    '="007"',
    '1e5',
    '—',
    '-',
    '\t',
    '=1+1',
    '呼入',
    '电话',
    '2026-03-02'
  ),
  fc.string({ unit: 'binary', maxLength: 5 }).map(text => text.replaceAll('\ufffd', '?'))
)
const oddPart = fc.option(
  oddText.filter(text => text.trim() !== ''),
  { nil: undefined }
)
const oddName = fc.oneof(
  fc.constantFrom(
    'rings',
    '振铃次数',
    'duration_s',
    'text',
    '角色',
    'contact_json',
    '#3',
    'direction',
    '是否会员',
    '__proto__x'
  ),
  oddText
)
const oddContact: fc.Arbitrary<Contact> = fc
  .record({
    id: oddText.filter(text => text.trim() !== ''),
    channel: fc.option(fc.constantFrom('call', 'phone', '电话', ' chat', 'x,y'), { nil: undefined }),
    agent: fc.record({ id: oddPart, name: oddPart, team: oddPart }),
    customer: fc.record({ id: oddPart, name: oddPart, team: oddPart }),
    started: fc.constantFrom(undefined, '2026-03-02', '2026-03-02T09:00:00', '2026-03-02T09:00:00.250+08:00'),
    fields: fc.dictionary(
      oddName,
      fc.oneof(
        oddText,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null)
      ),
      { noNullPrototype: true }
    ),
    turns: fc.array(
      fc.record({
        by: fc.constantFrom('agent' as const, 'customer' as const, 'bot' as const, 'system' as const),
        // A table cannot carry NULs; that they are told has a test of its own.
        text: oddText.map(text => text.replaceAll('\0', '')),
        start: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000_000 })), {
          nil: undefined
        }),
        length: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined })
      }),
      { maxLength: 5 }
    )
  })
  .map(({ turns, ...contact }) => ({ ...contact, turns: inOrder(turns) }))

/** As every reader leaves them: by their starts, when all have one. */
function inOrder(
  turns: readonly (Pick<Contact['turns'][number], 'by' | 'text' | 'start'> & { length: number | undefined })[]
): Contact['turns'] {
  const timed = turns.every(turn => turn.start !== undefined)
  const sorted = timed ? turns.toSorted((a, b) => a.start! - b.start!) : turns
  return sorted.map(({ length, ...turn }) => ({
    ...turn,
    end: length === undefined ? undefined : (turn.start ?? 0) + length
  }))
}

const oddContacts = fc.uniqueArray(oddContact, {
  minLength: 1,
  maxLength: 6,
  selector: contact => contact.id
})

/** Without the parts that are not there, and without zeros below zero, which JSON does not know. */
function plain(contacts: readonly Contact[]): unknown {
  return JSON.parse(JSON.stringify(contacts))
}

test('a row of values that are also names of fields is no header', async () => {
  const turns: Contact['turns'] = [
    { by: 'agent', text: '' },
    { by: 'agent', text: '' }
  ]
  const day = '2026-03-02'
  const contact: Contact = { id: day, agent: {}, customer: {}, started: day, fields: { [day]: 1 }, turns }
  const back = await read(write([contact], 'csv').text)
  expect(back.problems).toEqual([])
  expect(plain(back.contacts)).toEqual(plain([contact]))
})

test('a NUL in a CSV is told, and does not spoil the rest', async () => {
  const turns: Contact['turns'] = [{ by: 'agent', text: 'a\0b' }]
  const contact: Contact = { id: 'T\0', agent: { name: '\0' }, customer: {}, fields: { '\0': 1 }, turns }
  const { text, problems } = write([contact], 'csv')
  expect(problems.map(({ code }) => code)).toEqual(['convert/half-character'])
  const back = await read(text)
  expect(back.problems).toEqual([])
  expect(plain(back.contacts)).toEqual(plain([{ ...contact, turns: [{ by: 'agent', text: 'a\ufffdb' }] }]))
})

describe.each(['ndjson', 'csv', 'vcon'])('contacts written as %s', form => {
  it('are read back the same', async () => {
    await fc.assert(
      fc.asyncProperty(oddContacts, async contacts => {
        const { text, problems } = write(contacts, form)
        // A vCon must state moments in UTC; what was not known of them is told, and attached to be read again.
        const told = form === 'vcon' ? /^convert\/no-(moment|offset)$/ : /^$/
        expect(problems.filter(({ code }) => !told.test(code))).toEqual([])
        const back = await read(text)
        // Turns of which some have no time stay as they are, even where their times run backwards; that is told.
        expect(back.problems.filter(({ code }) => code !== 'input/times-back')).toEqual([])
        expect(plain(back.contacts)).toEqual(plain(contacts))
      }),
      // The same contacts every time: a build must not fail by chance. Other seeds look for more.
      { numRuns: 300, seed: 20260302 }
    )
  })

  it('are read back the same when they are as exports have them', async () => {
    await fc.assert(
      fc.asyncProperty(anyContacts(), async contacts => {
        const back = await read(write(contacts, form).text, { chunks: [7] })
        expect(back.problems).toEqual([])
        expect(plain(back.contacts)).toEqual(plain(contacts))
      }),
      { numRuns: 60 }
    )
  })
})

describe('what a form cannot carry', () => {
  const contact = (id: string, turn: Partial<Contact['turns'][number]>): Contact => ({
    id,
    agent: {},
    customer: {},
    fields: {},
    turns: [{ by: 'agent', text: 'hi', ...turn }]
  })

  it.each([
    ['csv', 'convert/half-character', [contact('T1', { text: '\ud83d' })]],
    ['csv', 'convert/same-id', [contact('T1', {}), contact('T1', {})]],
    ['csv', 'convert/long-time', [contact('T1', { start: 2e11 })]],
    ['ndjson', 'convert/long-time', [contact('T1', { end: 2e11 })]],
    ['vcon', 'convert/no-moment', [contact('T1', {})]],
    ['vcon', 'convert/no-offset', [{ ...contact('T1', {}), started: '2026-03-02T09:00:00' }]]
  ])('%s: %s', (form, code, contacts) => {
    const { problems } = write(contacts, form)
    expect(problems.map(problem => [problem.code, problem.severity])).toEqual([[code, 'warning']])
  })

  it('has a case for every code', () => {
    expect(Object.keys(convertCodes)).toHaveLength(5)
  })

  it('is nothing for halves of characters outside of the texts, even in CSV', async () => {
    const odd: Contact = { ...contact('T\ud83d', {}), fields: { note: '\udc00' }, agent: { name: '\ud83d' } }
    const { text, problems } = write([odd], 'csv')
    expect(problems).toEqual([])
    expect(plain((await read(text)).contacts)).toEqual(plain([odd]))
  })
})
