import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/input/transcript/read-transcript.ts'
import { formatTranscript } from './format-transcript.ts'
import type { Contact } from '../../src/model/contact.ts'
import { anyContact, anyContacts, anyText } from './arbitrary.ts'
import { encode, encodings } from './encode.ts'
import { read } from './read.ts'
import { headerOf, rowsOf, writeNdjson, writeRows } from './write.ts'

const chunkSizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 500 })), {
  minLength: 1,
  maxLength: 5
})
const styles = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  quoteAll: fc.boolean()
})

function logOf(contacts: readonly Contact[], style?: Parameters<typeof writeRows>[1]): string {
  return writeRows([headerOf(contacts[0]!), ...contacts.flatMap(rowsOf)], style)
}

describe('what was written as CSV', () => {
  it('is read back the same in every style, in every encoding and at any chunk boundary', async () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('agent', '客户'), anyText), {
      minLength: 1,
      maxLength: 12
    })
    await fc.assert(
      fc.asyncProperty(
        rows,
        styles,
        fc.constantFrom(...encodings),
        chunkSizes,
        async (turns, style, encoding, chunks) => {
          const text = writeRows(
            [['会话ID', '角色', '内容', '备注'], ...turns.map(turn => ['T1', ...turn, ''])],
            style
          )
          const named = encoding === 'utf-8 with mark' ? undefined : encoding
          const { contacts, problems } = await read(encode(text, encoding), { encoding: named, chunks })
          expect(problems).toEqual([])
          expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(turns.map(turn => turn[1]))
        }
      ),
      { numRuns: 100 }
    )
  })

  it('has its problems on the same lines at any chunk boundary', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'T1,agent,ok',
        'T1,agent,"two\nlines"',
        'T1,nobody,x',
        'T1,agent',
        'T1,agent,a,b',
        ',agent,x',
        ''
      ),
      fc.constantFrom('T2,agent,"open', 'T2,agent,5" screen', 'T2,agent,"a" b', 'T2,agent,"x""y"')
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), chunkSizes, async (lines, chunks) => {
        const text = `id,role,text\n${lines.join('\n')}\n`
        const whole = await read(text)
        const cut = await read(text, { chunks })
        expect(cut).toEqual(whole)
      }),
      { numRuns: 100 }
    )
  })
})

describe('contacts', () => {
  it('are the same from CSV, NDJSON, JSON and text', async () => {
    await fc.assert(
      fc.asyncProperty(anyContacts(), chunkSizes, async (contacts, chunks) => {
        const expected = JSON.parse(JSON.stringify(contacts)) as unknown
        const forms = [
          logOf(contacts),
          writeNdjson(contacts),
          JSON.stringify(contacts, null, 1),
          contacts.map(formatTranscript).join('\n')
        ]
        for (const form of forms) {
          const { contacts: found, problems } = await read(form, { chunks })
          expect(problems).toEqual([])
          expect(JSON.parse(JSON.stringify(found))).toEqual(expected)
        }
      }),
      { numRuns: 40 }
    )
  })

  it('are the same when the rows of a log with times are shuffled', async () => {
    const shuffled = anyContacts().chain(contacts => {
      const rows = contacts.flatMap(rowsOf)
      return fc.tuple(fc.constant(contacts), fc.shuffledSubarray(rows, { minLength: rows.length }))
    })
    await fc.assert(
      fc.asyncProperty(shuffled, async ([contacts, rows]) => {
        const { contacts: found } = await read(writeRows([headerOf(contacts[0]!), ...rows]))
        const byId = (list: readonly Contact[]): unknown => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(found)).toEqual(byId(contacts))
      }),
      { numRuns: 100 }
    )
  })

  it('are the same when the log does not fit the memory allowed', async () => {
    await fc.assert(
      fc.asyncProperty(anyContacts(), fc.integer({ min: 0, max: 3000 }), async (contacts, memory) => {
        const rows = contacts.flatMap(rowsOf)
        const interleaved = [...rows.filter((_, i) => i % 2 === 0), ...rows.filter((_, i) => i % 2 === 1)]
        const text = writeRows([headerOf(contacts[0]!), ...interleaved])
        const whole = await read(text)
        const spilt = await read(text, { memory, chunks: [64] })
        const byId = (list: readonly Contact[]): unknown => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(spilt.contacts)).toEqual(byId(whole.contacts))
        expect(spilt.counts).toEqual(whole.counts)
      }),
      { numRuns: 25 }
    )
  })
})

describe('a text transcript', () => {
  it('carries a contact there and back', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        anyContact(),
        anyContact({ timed: false }),
        (late, timed, a, b) => {
          const contact = timed ? a : b
          const moved = late
            ? contact.turns.map(turn => ({
                ...turn,
                ...(turn.start !== undefined && { start: turn.start + 4e6, end: undefined })
              }))
            : contact.turns
          const whole = { ...contact, turns: moved }
          const { contacts, problems } = readTranscript(formatTranscript(whole))
          expect(problems).toEqual([])
          expect(contacts).toEqual([whole])
        }
      ),
      { numRuns: 200 }
    )
  })
})
