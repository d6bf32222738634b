import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Contact } from '../../src/model/contact.ts'
import { home } from '../cli/run.ts'
import { type Encoding, encode } from './encode.ts'
import { read } from './read.ts'

const folder = join(home, 'fixtures/forms')
const encodings = ['utf-8', 'utf-8 with mark', 'utf-16le', 'gb18030'] as const satisfies readonly Encoding[]
const lineEnds = { lf: '\n', crlf: '\r\n', cr: '\r' } as const
const chunkSizes = [1, 7, 65_536, Number.MAX_SAFE_INTEGER]
/** JSON lines end in a line feed by definition, and a lone return is a blank to JSON. */
const returnless = new Set(['ndjson'])

/** The same talk in every form; what a form cannot say is left out of the comparison. */
function talkOf(contacts: Awaited<ReturnType<typeof read>>['contacts']): unknown {
  return contacts.map(({ turns }) => turns.map(({ by, text }) => [by, text]))
}

/** A cell keeps the line ends that it has. */
function withPlainEnds(contact: Contact): Contact {
  const turns = contact.turns.map(turn => ({ ...turn, text: turn.text.replaceAll(/\r\n?/g, '\n') }))
  return { ...contact, turns }
}

const files = readdirSync(folder).filter(name => name !== 'README.md')

describe('the same talk', () => {
  it('stands in every form', async () => {
    const talks = await Promise.all(
      files.map(async name => talkOf((await read(readFileSync(join(folder, name)), { name })).contacts))
    )
    expect(talks.length).toBeGreaterThanOrEqual(10)
    for (const talk of talks) expect(talk).toEqual(talks[0])
  })

  describe.each(files)('%s', name => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const ends = Object.entries(lineEnds).filter(
      ([end]) => end !== 'cr' || !returnless.has(name.split('.').at(-1)!)
    )

    it.each(ends)('is read the same in every encoding and at any chunk boundary, with %s', async (_, end) => {
      const expected = await read(text, { name })
      expect(expected.problems).toEqual([])
      expect(expected.contacts.length).toBeGreaterThan(0)
      for (const encoding of encodings) {
        const bytes = encode(text.replaceAll('\n', end), encoding)
        for (const size of chunkSizes) {
          const { contacts, counts, problems } = await read(bytes, { name, chunks: [size] })
          const where = `${encoding}, ${size}`
          expect(problems, where).toEqual([])
          expect(contacts.map(withPlainEnds), where).toEqual(expected.contacts)
          expect(counts, where).toEqual(expected.counts)
        }
      }
    })
  })
})
