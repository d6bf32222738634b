import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../src/diagnostics/problem.ts'
import { formats, sniffFormat } from '../../src/input/formats.ts'
import { vendorFormats } from '../../src/input/json/vendors/index.ts'
import { encode } from './encode.ts'
import { read, told } from './read.ts'

const root = resolve(import.meta.dirname, '../../fixtures/inputs')
const GOLDEN = 'contacts.golden'
const HEAD = 1 << 16

interface Fixture {
  readonly format: string
  readonly name: string
  readonly text: string
}

const fixtures: readonly Fixture[] = vendorFormats.flatMap(({ name: format }) =>
  readdirSync(join(root, format))
    .filter(name => name !== GOLDEN)
    .toSorted()
    .map(name => ({ format, name, text: readFileSync(join(root, format, name), 'utf8') }))
)

const isLines = ({ name }: Fixture): boolean => name.endsWith('.ndjson')

/** What is read of a fixture, without the lines, which depend on how the file is written. */
async function contactsOf(text: string, name: string): Promise<unknown> {
  const { contacts, problems } = await read(text, { name })
  return { contacts, problems: problems.map(({ code, severity, values }) => ({ code, severity, values })) }
}

describe('each vendor format', () => {
  it('has a fixture', () => {
    expect(new Set(fixtures.map(({ format }) => format))).toEqual(
      new Set(vendorFormats.map(({ name }) => name))
    )
  })

  it.each(fixtures)('is recognised as itself and nothing else: $format $name', ({ format, text }) => {
    const own = vendorFormats.filter(candidate => candidate.sniff(text.slice(0, HEAD), 'x') > 0)
    expect(own.map(({ name }) => name)).toEqual([format])
    // Whatever the file is called.
    for (const name of ['x.csv', 'x.txt', 'x.ndjson', 'x']) {
      expect(sniffFormat(text.slice(0, HEAD), name)?.name).toBe(format)
    }
  })

  it('is none of the formats of our own', () => {
    const others = [
      '{"id":"T1","turns":[{"by":"agent","text":"hi","start":0,"end":1}]}\n',
      '[{"id":"T1","channel":"call","agent":{"id":"1"},"fields":{"rings":2},"turns":[]}]',
      '{"id":"T1","segments":[],"results":{},"transcript":"hi","comments":[]}',
      'id,role,text\nT1,agent,"{""segments"":[{""start"":0,""end"":1,""text"":""a""}]}"\n',
      'A: {"entries":[{"text":"a","role":"AGENT"}]}\n'
    ]
    for (const text of others) {
      expect(vendorFormats.filter(({ sniff }) => sniff(text, 'x.json') > 0).map(({ name }) => name)).toEqual(
        []
      )
    }
  })

  it.each(fixtures)('gives these contacts: $format $name', async ({ format, name, text }) => {
    const path = join(root, format, GOLDEN)
    const golden = (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}) as Record<string, unknown>
    const found: unknown = JSON.parse(JSON.stringify(await contactsOf(text, name)))
    if (process.env['UPDATE_GOLDEN']) {
      writeFileSync(path, `${JSON.stringify({ ...golden, [name]: found }, undefined, 2)}\n`)
    } else expect(found).toEqual(golden[name])
  })

  it.each(fixtures)('is read the same however its bytes come: $format $name', async ({ name, text }) => {
    const whole = await read(text, { name })
    for (const chunks of [[1], [7, 1, 64], [4096]]) expect(await read(text, { name, chunks })).toEqual(whole)
  })

  it.each(fixtures)(
    'is read the same in every encoding and line end: $format $name',
    async ({ name, text }) => {
      const { contacts } = await read(text, { name })
      for (const encoding of ['utf-8 with mark', 'utf-16le', 'gb18030'] as const) {
        for (const end of ['\n', '\r\n']) {
          const bytes = encode(text.replaceAll(/\r?\n/g, end), encoding)
          expect((await read(bytes, { name, chunks: [7] })).contacts, `${encoding} ${end.length}`).toEqual(
            contacts
          )
        }
      }
    }
  )

  it.each(fixtures)('may stand in a list or on lines: $format $name', async fixture => {
    const { name, text } = fixture
    const documents: unknown[] = isLines(fixture)
      ? text
          .trim()
          .split('\n')
          .map(line => JSON.parse(line) as unknown)
      : [JSON.parse(text)]
    const whole = await contactsOf(text, name)
    const lines = documents.map(document => JSON.stringify(document)).join('\n')
    expect(await contactsOf(`${lines}\n`, name)).toEqual(whole)
    // A list holds documents, not objects that hold lists of them.
    if (['zendesk-qa', '7moor'].includes(fixture.format) || name === '专区.json') return
    expect(await contactsOf(JSON.stringify(documents, undefined, 1), name)).toEqual(whole)
  })

  it.each(fixtures)('that breaks off says so and where: $format $name', async ({ name, text }) => {
    const { problems, counts } = await read(text.trimEnd().slice(0, -2), { name })
    const last = text.trimEnd().split('\n').length
    const broken = problems.filter(({ code }) => code === 'input/bad-json')
    expect(broken).toHaveLength(1)
    expect(broken[0]?.place?.line).toBeGreaterThanOrEqual(last - 1)
    expect(counts.badRows).toBe(1)
  })
})

describe('a document whose values are wrong', () => {
  /** All the paths of a value. */
  function pathsOf(
    value: unknown,
    path: readonly (string | number)[] = []
  ): (readonly (string | number)[])[] {
    if (typeof value !== 'object' || value === null) return [path]
    const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    return [path, ...parts.flatMap(([key, part]) => pathsOf(part, [...path, key]))]
  }

  function changed(value: unknown, path: readonly (string | number)[], to: unknown): unknown {
    const [key, ...rest] = path
    if (key === undefined) return to
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
      string | number,
      unknown
    >
    if (rest.length === 0 && to === undefined && !Array.isArray(copy)) delete copy[key]
    else copy[key] = changed(copy[key], rest, to)
    return copy
  }

  const wrong = fc.constantFrom<unknown>(undefined, null, 'x', '', -1, 1e30, true, [], [null], {}, [[1]], {
    a: { b: 1 }
  })

  it.each(fixtures.filter(fixture => !isLines(fixture)))(
    'never ends the run: $format $name',
    async fixture => {
      const document: unknown = JSON.parse(fixture.text)
      const paths = pathsOf(document)
      await fc.assert(
        fc.asyncProperty(fc.nat(paths.length - 1), wrong, async (i, value) => {
          const text = JSON.stringify(changed(document, paths[i]!, value)) ?? ''
          try {
            await read(text, { name: fixture.name, from: fixture.format })
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error
          }
        }),
        { numRuns: 60 }
      )
    }
  )

  it('tells each turn that cannot be read, by its path, and reads the others', async () => {
    const document = {
      entries: [
        { role: 'AGENT', text: 'one' },
        { role: 'AGENT' },
        { role: 'PILOT', text: 'three' },
        7,
        { role: 'CUSTOMER', text: 'five', start_timestamp_usec: -4 }
      ]
    }
    const { contacts, problems } = await read(`\n${JSON.stringify(document, undefined, 1)}`)
    expect(contacts[0]?.turns.map(({ text }) => text)).toEqual(['one', 'five'])
    expect(told(problems)).toEqual([
      ['input/bad-value', 2],
      ['input/bad-turn', 2],
      ['input/unknown-role', 2],
      ['input/bad-turn', 2]
    ])
    expect(problems.map(({ values }) => values['path'])).toEqual([
      '$.entries[4].start_timestamp_usec',
      '$.entries[1]',
      undefined,
      '$.entries[3]'
    ])
  })

  it('is left out of a list by itself', async () => {
    const talk = { entries: [{ role: 'AGENT', text: 'hi' }] }
    const uuid = '0198f0aa-0000-7000-8000-000000000009'
    const good = { uuid, created_at: '2026-03-02T09:00:00Z', parties: [{ name: 'Vera' }], dialog: [] }
    const { items, problems, counts } = await read(
      JSON.stringify([good, { ...good, dialog: [{ type: 'text', parties: [4] }] }, good], undefined, 1)
    )
    expect(items.map(({ kind }) => kind)).toEqual(['contact', 'bad', 'contact'])
    expect(problems).toMatchObject([
      { code: 'input/bad-contact', values: { path: '$.dialog[0].parties', value: '[4]', allowed: '0..0' } }
    ])
    expect(counts).toMatchObject({ rows: 3, usedRows: 2, badRows: 1 })
    const lines = await read(`${JSON.stringify(talk)}\n{"entries":\n${JSON.stringify(talk)}\n`)
    expect(lines.items.map(({ kind }) => kind)).toEqual(['contact', 'bad', 'contact'])
    expect(lines.contacts.map(({ id }) => id)).toEqual(['log', 'log-2'])
  })
})

describe('a big export', () => {
  it('is read as it comes: the first contact before the rest of the file', async () => {
    const one = {
      id: 'qa',
      created: '2026-03-02T09:00:00',
      comments: [{ comment: 'a', authorIsNotClient: true }]
    }
    let given = 0
    const pieces = (async function* () {
      yield Buffer.from(`{"data":[\n${`${JSON.stringify(one)},\n`.repeat(2000)}`)
      for (given = 0; given < 50; given++) yield Buffer.from(`${JSON.stringify(one)},\n`.repeat(200))
      yield Buffer.from(`${JSON.stringify(one)}]}`)
    })()
    const { newCounts, readInput } = await import('../../src/input/index.ts')
    const counts = newCounts()
    for await (const item of readInput({ name: 'x', open: () => pieces }, { onProblem: () => {} }, counts)) {
      expect(item.kind).toBe('contact')
      if (counts.contacts === 1) expect(given).toBeLessThan(5)
    }
    expect(counts.contacts).toBe(12_001)
  })

  it('has the names of all its formats', () => {
    const names = formats.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
