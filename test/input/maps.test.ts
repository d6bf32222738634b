import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../src/diagnostics/problem.ts'
import { mergeMaps, parseMapFile } from '../../src/input/index.ts'
import { failure, read, told } from './read.ts'

const shop = `
# Events of the shop's own chat
turns: Events
contacts: data.chats
map: { id: No, by: Who, text: Said, start: At, agent.id: Clerk.Code, 'customer.name': Guest }
values:
  by: { W: agent, 买家: customer, 3: bot }
only: { Kind: [say, 1], Draft: false }
unit: s
`

describe('a map file', () => {
  it('names fields as contacts or columns do', () => {
    expect(parseMapFile(shop, 'shop.yaml')).toEqual({
      turns: 'Events',
      contacts: 'data.chats',
      map: { id: 'No', role: 'Who', text: 'Said', start: 'At', agent: 'Clerk.Code', customer_name: 'Guest' },
      values: { role: { W: 'agent', 买家: 'customer', 3: 'bot' } },
      only: { Kind: ['say', '1'], Draft: ['false'] },
      unit: 's'
    })
  })

  it('gives way to later ones, field by field', () => {
    const later = parseMapFile('{ map: { text: Message, team: Group }, unit: ms }', 'b.yaml')
    expect(mergeMaps([parseMapFile(shop, 'shop.yaml'), later])).toMatchObject({
      map: { id: 'No', text: 'Message', team: 'Group' },
      turns: 'Events',
      unit: 'ms'
    })
  })

  it.each([
    ['map: [', 'input/map-syntax', 1, 7],
    ['map: {}\nmapp: {}', 'input/map-key', 2, 1],
    ['just words', 'input/map-value', 1, 1],
    ['map:\n  id: [a]', 'input/map-value', 2, 7],
    ['values:\n  by: agent', 'input/map-value', 2, 7],
    ['only:\n  Kind:\n    - { a: b }', 'input/map-value', 3, 7],
    ['unit: minutes', 'input/map-value', 1, 7],
    ['turns:', 'input/map-value', 1, 7]
  ])('tells what is wrong and where: %j', (text, code, line, col) => {
    try {
      parseMapFile(text, 'm.yaml')
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      expect(error.problems).toMatchObject([{ code, place: { file: 'm.yaml', line, col } }])
    }
  })

  it('tells all of it at once', () => {
    expect(() => parseMapFile('mapp: {}\nunit: h\nmap: 5', 'm.yaml')).toThrow(
      expect.objectContaining({ problems: [expect.anything(), expect.anything(), expect.anything()] })
    )
  })
})

const chat = {
  No: 7,
  Branch: 'north',
  Clerk: { Code: 1001 },
  Events: [
    { Who: 'U', Said: '在吗', At: 1_772_413_200, Kind: 'say' },
    { Who: 'W', Kind: 'search' },
    { Who: 'W', Said: '在的', At: 1_772_413_212, Kind: 'say', Topic: 'greeting' }
  ]
}

const map = { id: 'No', role: 'Who', text: 'Said', start: 'At', agent: 'Clerk.Code' }
const mapping = { turns: 'Events', values: { role: { U: 'customer', W: 'agent' } }, only: { Kind: ['say'] } }

const contact = {
  id: '7',
  channel: undefined,
  agent: { id: '1001' },
  customer: {},
  started: '2026-03-02T01:00:00Z',
  fields: { Branch: 'north' },
  turns: [
    { by: 'customer', text: '在吗', start: 0 },
    { by: 'agent', text: '在的', start: 12_000 }
  ]
}

describe('JSON with a map', () => {
  it('is read as the map says: one document, a list, lines, or a list inside', async () => {
    const other = { ...chat, No: 8 }
    for (const text of [
      JSON.stringify(chat),
      JSON.stringify(chat, undefined, 2),
      `${JSON.stringify(chat)}\n${JSON.stringify(other)}\n`,
      JSON.stringify([chat, other])
    ]) {
      const { contacts, problems, counts } = await read(text, { map, mapping })
      expect(problems).toEqual([])
      expect(contacts[0]).toEqual(contact)
      expect(contacts.slice(1)).toEqual(contacts.length > 1 ? [{ ...contact, id: '8' }] : [])
      expect(counts.blankRows).toBe(contacts.length)
    }
    const inside = JSON.stringify({ page: 1, data: { chats: [chat, other] } }, undefined, 1)
    const { contacts } = await read(inside, { map, mapping: { ...mapping, contacts: 'data.chats' } })
    expect(contacts.map(({ id }) => id)).toEqual(['7', '8'])
  })

  it('keeps a contact in which nobody says anything', async () => {
    const silent = { ...chat, No: 9, Events: [] }
    const { contacts } = await read(`${JSON.stringify(chat)}\n${JSON.stringify(silent)}\n`, { map, mapping })
    expect(contacts[1]).toMatchObject({ id: '9', agent: { id: '1001' }, turns: [] })
  })

  it('tells documents without turns, and reads the others', async () => {
    const { contacts, problems, counts } = await read(
      `${JSON.stringify(chat)}\n{"No":8}\nnonsense\n${JSON.stringify({ ...chat, No: 9 })}\n`,
      { map, mapping }
    )
    expect(contacts.map(({ id }) => id)).toEqual(['7', '9'])
    expect(told(problems)).toEqual([
      ['input/bad-contact', 2],
      ['input/bad-json', 3]
    ])
    expect(counts.badRows).toBe(2)
  })

  it('without a path to turns is a table: of turns, or of contacts without any', async () => {
    const rows = [
      { call: { no: 'a' }, who: 'agent', what: '您好', start_ms: 0, line: 1, shop: '东店' },
      { call: { no: 'b' }, who: 'agent', what: '你好', start_ms: 5, line: 2, shop: '西店' },
      { call: { no: 'a' }, who: 'customer', what: '在吗', start_ms: 900, line: 3, shop: '东店' }
    ]
    const lines = rows.map(row => JSON.stringify(row)).join('\n')
    const columns = { id: 'call.no', role: 'who', text: 'what', start: 'start_ms' }
    const { contacts, problems } = await read(`${lines}\n`, { map: columns })
    expect(problems).toEqual([])
    // What differs from turn to turn is no field of the contact.
    expect(contacts).toMatchObject([
      {
        id: 'a',
        fields: { shop: '东店' },
        turns: [
          { by: 'agent', start: 0 },
          { by: 'customer', start: 900 }
        ]
      },
      { id: 'b', fields: { shop: '西店' }, turns: [{ by: 'agent', start: 5 }] }
    ])
    expect(Object.keys(contacts[0]!.fields)).toEqual(['shop'])
    const records = await read('{"call":"c1","rang":4,"vip":true}\n{"call":"c2","rang":2}\n', {
      map: { id: 'call', rings: 'rang', note: 'vip' }
    })
    expect(records.contacts).toMatchObject([
      { id: 'c1', fields: { rings: 4, note: true }, turns: [] },
      { id: 'c2', fields: { rings: 2 }, turns: [] }
    ])
  })

  it('goes before what the file looks like, and finds canonical turns by itself', async () => {
    const vendor = { entries: [{ text: 'hi', role: 'AGENT', spoken: 'hello' }] }
    const { contacts } = await read(JSON.stringify(vendor), {
      map: { text: 'spoken' },
      mapping: { turns: 'entries' }
    })
    expect(contacts[0]?.turns).toEqual([{ by: 'agent', text: 'hello' }])
    const own = {
      ref: 'T5',
      agent: { id: '9', name: '周敏' },
      fields: { rings: 2 },
      turns: [{ by: 'agent', text: 'hi' }]
    }
    const canonical = await read(JSON.stringify(own), { map: { id: 'ref' } })
    expect(canonical.contacts).toMatchObject([
      {
        id: 'T5',
        agent: { id: '9', name: '周敏' },
        fields: { rings: 2 },
        turns: [{ by: 'agent', text: 'hi' }]
      }
    ])
  })

  it('takes the unit of its times from the map', async () => {
    const talk = { turns: [5, 9].map(start => ({ by: 'agent', text: 'a', start })) }
    for (const [unit, start] of [
      ['s', 5000],
      ['ms', 5]
    ] as const) {
      const { contacts } = await read(JSON.stringify(talk), { map: { start: 'start' }, mapping: { unit } })
      expect(contacts[0]?.turns[0]?.start).toBe(start)
    }
  })

  it('refuses a path that leads nowhere, with what it may have meant', async () => {
    expect(await failure(JSON.stringify(chat), { map: { ...map, text: 'Sad' }, mapping })).toMatchObject({
      code: 'input/unknown-column',
      meant: 'Said',
      values: { value: 'Sad' }
    })
    expect(await failure('{"a":1}\n', { map: { id: 'b' } })).toMatchObject({ code: 'input/unknown-column' })
  })

  it('is refused for formats that name their parts themselves', async () => {
    expect(await failure('A: hi\nC: hello\n', { map })).toMatchObject({
      code: 'input/map-unused',
      values: { format: 'text' }
    })
    expect(await failure(JSON.stringify(chat), { map, from: 'deepgram' })).toMatchObject({
      code: 'input/map-unused'
    })
    // In a folder such a file is left out, and the others are read.
    const swept = await read('A: hi\nC: hello\n', { map, swept: true })
    expect(swept.problems).toMatchObject([{ code: 'input/map-unused', severity: 'warning' }])
  })
})
