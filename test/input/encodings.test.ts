import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode, encodings } from './encode.ts'
import { failure, read, told } from './read.ts'

const log =
  '会话ID,角色,内容\nT1,客服,您好，请问有什么可以帮您？\nT1,客户,我的订单还没有发货，请问什么时候发？\n'
const texts = ['您好，请问有什么可以帮您？', '我的订单还没有发货，请问什么时候发？']

async function textsOf(
  bytes: Uint8Array,
  how: Parameters<typeof read>[1] = {}
): Promise<(string | undefined)[]> {
  const { contacts, problems } = await read(bytes, how)
  expect(problems).toEqual([])
  return contacts.flatMap(contact => contact.turns.map(turn => turn.text))
}

describe('the encoding of an input', () => {
  it.each(encodings)('is detected: %s', async encoding => {
    expect(await textsOf(encode(log, encoding))).toEqual(texts)
  })

  it.each(['utf-16le', 'utf-16be', 'gb18030'] as const)('is detected by its mark: %s', async encoding => {
    expect(await textsOf(encode(`\ufeff${log}`, encoding))).toEqual(texts)
  })

  it.each(encodings)('does not depend on how the bytes come in: %s', async encoding => {
    const bytes = encode(log, encoding)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async chunks => {
          expect(await textsOf(bytes, { chunks })).toEqual(texts)
        }
      ),
      { numRuns: 20 }
    )
  })

  it('survives bytes that are no characters, one at a time', async () => {
    const bytes = Buffer.concat([
      encode('id,role,text\nT,agent,您好', 'gb18030'),
      Buffer.from([0x84, 0x30, 0x30, 0x0a])
    ])
    const { contacts, counts } = await read(bytes, { chunks: [1], encoding: 'gb18030' })
    expect(contacts[0]!.turns[0]!.text).toMatch(/^您好\ufffd/)
    expect(counts.badBytes).toBeGreaterThan(0)
  })

  it.each(['utf-8', 'gb18030'] as const)(
    'is decided by the first bytes that are not ASCII: %s',
    async encoding => {
      const rows = Array.from(
        { length: 9000 },
        (_, i) => `T${i},agent,hello and welcome to the hotline ${i}\n`
      )
      const ascii = `id,role,text\n${rows.join('')}`
      expect(ascii.length).toBeGreaterThan(300_000)
      const bytes = encode(`${ascii}T1,客户,我的订单还没有发货\n`, encoding)
      const found = await textsOf(bytes, { chunks: [65_536] })
      expect(found).toContain('我的订单还没有发货')
      expect(found).toHaveLength(9001)
    }
  )

  it('is UTF-8 when all but a few bytes are', async () => {
    const bytes = Buffer.concat([
      Buffer.from(log),
      Buffer.from('T2,客服,好'),
      Buffer.of(0xe6, 0x82),
      Buffer.from('\n')
    ])
    const { contacts, problems, counts } = await read(bytes)
    expect(contacts[1]?.turns[0]?.text).toBe('好\ufffd')
    expect(told(problems)).toEqual([['input/bad-bytes', 4]])
    expect(problems[0]).toMatchObject({ severity: 'warning', values: { count: 1, encoding: 'utf-8' } })
    expect(counts.badBytes).toBe(1)
  })

  it('is Windows-1252 when accents and curly quotes stand alone', async () => {
    const bytes = Buffer.from('id,role,text\nT1,agent,It\u0092s a caf\u00e9\n', 'latin1')
    const { contacts } = await read(bytes)
    expect(contacts[0]?.turns[0]?.text).toBe('It’s a café')
  })

  it('can be named', async () => {
    const big5 = Buffer.concat([
      Buffer.from('id,role,text\nT1,agent,'),
      Buffer.of(0xb1, 0x7a, 0xa6, 0x6e),
      Buffer.from('\n')
    ])
    expect(await textsOf(big5, { encoding: 'big5' })).toEqual(['您好'])
  })

  it('takes zero bytes out and replaces what is no character', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,role,text\nT1,agent,a\0b'),
      Buffer.of(0xed, 0xa0, 0x80),
      Buffer.from('您好您好您好您好您好\n')
    ])
    const { contacts, counts } = await read(bytes, { encoding: 'utf-8' })
    expect(contacts[0]?.turns[0]?.text).toMatch(/^ab\ufffd+您好/)
    expect(counts.badBytes).toBeGreaterThan(0)
  })

  it('is not UTF-16 for a few zero bytes', async () => {
    const bytes = Buffer.from('id,role,text\nT1,agent,a\0bc\0d\n')
    const { contacts, problems } = await read(bytes)
    expect(contacts[0]?.turns[0]?.text).toBe('abcd')
    expect(problems).toMatchObject([{ code: 'input/nul-bytes', place: { line: 2 }, values: { count: 2 } }])
  })

  it('is UTF-16 also for a log in English', async () => {
    const english = 'id,role,text\nT1,agent,hello\nT1,customer,hi\n'
    expect(await textsOf(encode(english, 'utf-16le'))).toEqual(['hello', 'hi'])
    expect(await textsOf(encode(english, 'utf-16be'))).toEqual(['hello', 'hi'])
    expect(await textsOf(encode(`\ufeff${english}`, 'utf-16be'), { encoding: 'utf-16' })).toEqual([
      'hello',
      'hi'
    ])
  })

  it('counts what was replaced once, wherever the bytes are cut', async () => {
    const bytes = Buffer.concat([
      Buffer.from(log.repeat(3)),
      Buffer.from('T3,客服,'),
      Buffer.of(0xff),
      Buffer.from('好\nT3,客户,'),
      Buffer.of(0xc0, 0x41),
      Buffer.from('\n')
    ])
    for (const chunks of [[1], [7], [1000]]) {
      const { counts, problems } = await read(bytes, { chunks })
      expect(counts.badBytes).toBe(2)
      expect(told(problems.filter(problem => problem.code === 'input/bad-bytes'))).toEqual([
        ['input/bad-bytes', 10]
      ])
    }
  })

  it('is a problem when nothing fits', async () => {
    const noise = Buffer.from(Array.from({ length: 2000 }, (_, i) => 0x80 + ((i * 37) % 128)))
    const problem = await failure(Buffer.concat([Buffer.from('id,role,text\n'), noise]))
    expect(problem).toMatchObject({ code: 'input/unknown-encoding', place: { line: 2 } })
  })
})

describe('gzip', () => {
  it('is unpacked, by its content', async () => {
    expect(await textsOf(gzipSync(encode(log, 'gb18030')), { chunks: [5] })).toEqual(texts)
  })

  it('that is cut short gives what came before, without the line that was cut', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `T${i},agent,${Math.sin(i)}\n`).join('')
    const packed = gzipSync(`id,role,text\n${rows}`)
    const { contacts, problems } = await read(packed.subarray(0, packed.length / 2), { name: 'log.csv.gz' })
    expect(told(problems)).toEqual([['input/bad-gzip', undefined]])
    expect(contacts.length).toBeGreaterThan(5000)
    for (const [i, contact] of contacts.entries()) expect(contact.turns[0]?.text).toBe(String(Math.sin(i)))
  })
})
