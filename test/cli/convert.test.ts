import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, home, linecheck, smallContacts, smallStandard } from './run.ts'

const forms = join(home, 'fixtures/forms')

describe('linecheck convert', () => {
  it.each(['talk.srt', 'talk.csv', 'qianniu-blocks.txt', 'qq.txt'])(
    'writes %s as NDJSON that audit reads without options',
    async name => {
      const cwd = folderWith({ 'small.yaml': smallStandard })
      const { exit, out, err } = await linecheck(['convert', join(forms, name), '--lang', 'en'], { cwd })
      expect(exit).toBe(0)
      expect(err).toContain('1 file · 1 contact · 4 turns')
      const audited = await linecheck(['audit', '-', '-s', 'small.yaml', '-f', 'ndjson'], { cwd, stdin: out })
      expect(audited).toMatchObject({ exit: 0, err: '' })
      expect(audited.out.trim().split('\n')).toHaveLength(1)
    }
  )

  it('goes to CSV and back to the same NDJSON', async () => {
    const cwd = folderWith({ 'contacts.ndjson': smallContacts })
    const there = await linecheck(['convert', 'contacts.ndjson', '-o', 'contacts.csv', '-q'], { cwd })
    expect(there).toEqual({ exit: 0, out: '', err: '' })
    const csv = readFileSync(join(cwd, 'contacts.csv'), 'utf8')
    expect(csv.startsWith('\ufeffcontact_id,')).toBe(true)
    const direct = await linecheck(['convert', 'contacts.ndjson', '-q'], { cwd })
    const back = await linecheck(['convert', 'contacts.csv', '-q', '--to', 'ndjson'], { cwd })
    expect(back.out).toBe(direct.out)
  })

  it('gives the same scores after the way through CSV', async () => {
    const cwd = folderWith({ 'small.yaml': smallStandard, 'contacts.ndjson': smallContacts })
    const { out: csv } = await linecheck(['convert', 'contacts.ndjson', '--to', 'csv', '-q'], { cwd })
    const audit = ['audit', '-s', 'small.yaml', '-f', 'ndjson', '-q']
    const before = await linecheck([...audit, 'contacts.ndjson'], { cwd })
    const after = await linecheck([...audit, '-'], { cwd, stdin: csv })
    expect(after.out).toBe(before.out)
  })

  it('keeps the rows of contacts that have no turns', async () => {
    const stdin = '{"id":"R-1","fields":{"rings":3}}\n{"id":"R-2","fields":{"rings":5,"note":"007"}}\n'
    const { out: csv } = await linecheck(['convert', '-', '--to', 'csv', '-q'], { stdin })
    const { out } = await linecheck(['convert', '-', '-q'], { stdin: csv })
    expect(
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as unknown)
    ).toMatchObject([
      { id: 'R-1', fields: { rings: 3 }, turns: [] },
      { id: 'R-2', fields: { rings: 5, note: '007' }, turns: [] }
    ])
  })

  it('keeps fields that come up after the columns were written', async () => {
    const early = Array.from({ length: 1200 }, (_, i) => ({ id: `E-${i}`, fields: { rings: 1 }, turns: [] }))
    const late = { id: 'L-1', fields: { rings: 2, late: 'yes' }, turns: [{ by: 'agent', text: 'hi' }] }
    const stdin = [...early, late].map(contact => `${JSON.stringify(contact)}\n`).join('')
    const { out: csv } = await linecheck(['convert', '-', '--to', 'csv', '-q'], { stdin })
    expect(csv.split('\r\n')[0]).toMatch(/,rings,contact_json$/)
    const { out } = await linecheck(['convert', '-', '-q'], { stdin: csv })
    expect(JSON.parse(out.trim().split('\n').at(-1)!)).toMatchObject(late)
  })

  it('writes vCons with the parts that one must have', async () => {
    const cwd = folderWith({})
    const { out, err } = await linecheck(
      ['convert', join(forms, 'talk.csv'), '--to', 'vcon', '--lang', 'en'],
      { cwd }
    )
    expect(err).toContain('convert/no-offset')
    const vcon = JSON.parse(out) as Record<string, unknown>
    expect(vcon).toMatchObject({
      vcon: '0.0.1',
      created_at: '2026-04-08T09:03:05Z',
      subject: 'talk',
      redacted: {},
      group: [],
      parties: [{ role: 'agent' }, { role: 'customer' }],
      analysis: [],
      attachments: [{ type: 'linecheck_contact', body: { id: 'talk' } }]
    })
    expect(vcon['uuid']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const dialog = vcon['dialog'] as Record<string, unknown>[]
    expect(dialog).toHaveLength(4)
    expect(dialog[1]).toEqual({
      type: 'text',
      start: '2026-04-08T09:03:40Z',
      parties: [0],
      originator: 0,
      mimetype: 'text/plain',
      encoding: 'none',
      body: '您好，有货的。\n今天下单，明天发出。'
    })
    const again = await linecheck(['convert', join(forms, 'talk.csv'), '--to', 'vcon', '-q'], { cwd })
    expect(again.out).toBe(out)
  })

  it('tells what the form cannot carry', async () => {
    const stdin =
      '{"id":"T-1","turns":[{"by":"agent","text":"\\ud83d!"}]}\n{"id":"T-1","turns":[]}\n' +
      '{"id":"T-2","turns":[]}\n'
    const csv = await linecheck(['convert', '-', '--to', 'csv', '--lang', 'zh'], { stdin })
    expect(csv.exit).toBe(0)
    expect(csv.err).toContain('convert/half-character × 1')
    expect(csv.err).toContain('convert/same-id × 1')
    const ndjson = await linecheck(['convert', '-', '--lang', 'en'], { stdin })
    expect(ndjson.err).toBe('1 file · 3 contacts · 1 turn\n')
    expect((JSON.parse(ndjson.out.split('\n')[0]!) as { turns: { text: string }[] }).turns[0]?.text).toBe(
      '\ud83d!'
    )
  })

  it('says what was skipped, and why', async () => {
    const stdin = 'id,role,text\nT1,agent,hi\nT1,nobody,hm\nT1,somebody,hm\n,agent,x\n\nT1,customer,bye\n'
    const { exit, err } = await linecheck(['convert', '-', '--lang', 'en', '-o', 'out.ndjson'], {
      stdin,
      cwd: folderWith({})
    })
    expect(exit).toBe(0)
    expect(err).toContain('1 file · 1 contact · 2 turns · written to out.ndjson\n')
    expect(err).toContain('6 rows read · 2 used · 3 bad · 1 blank\n')
    expect(err).toContain('input/unknown-role × 2 · input/no-id × 1\n')
    const chinese = await linecheck(['convert', '-', '--lang', 'zh'], { stdin })
    expect(chinese.err).toContain('读取 6 行 · 采用 2 行 · 坏行 3 行 · 空行 1 行\n')
  })

  it.each([
    [
      'an output that is an input',
      ['convert', 'contacts.ndjson', '-o', './contacts.ndjson'],
      'usage/output-is-input'
    ],
    ['an ending that means nothing', ['convert', 'contacts.ndjson', '-o', 'x.doc'], 'usage/output-format'],
    ['an output in no folder', ['convert', 'contacts.ndjson', '-o', 'no/x.csv'], 'usage/unwritable'],
    ['an empty input', ['convert', '-'], 'input/empty'],
    ['a bad row with --bad-rows stop', ['convert', 'bad.csv', '--bad-rows', 'stop'], 'input/unknown-role']
  ])('ends with 2 for %s', async (_, args, code) => {
    const cwd = folderWith({ 'contacts.ndjson': smallContacts, 'bad.csv': 'id,role,text\nT1,nobody,x\n' })
    const { exit, err } = await linecheck(args, { cwd, stdin: '' })
    expect(exit).toBe(2)
    expect(err).toContain(code)
    expect(readFileSync(join(cwd, 'contacts.ndjson'), 'utf8')).toBe(smallContacts)
  })
})

describe('linecheck audit', () => {
  it('says in its summary what became of the rows', async () => {
    const cwd = folderWith({ 'small.yaml': smallStandard })
    const chat = join(home, 'fixtures/chats/qianniu-blocks.txt')
    const { out } = await linecheck(['audit', chat, '-s', 'small.yaml', '--lang', 'en'], { cwd })
    expect(out).toContain('33 rows read · 22 used · 1 blank · 10 notices of the platform')
    const { out: json } = await linecheck(['audit', chat, '-s', 'small.yaml', '-f', 'json'], { cwd })
    expect((JSON.parse(json) as { counts: unknown }).counts).toMatchObject({
      rows: 33,
      usedRows: 22,
      badRows: 0,
      blankRows: 11,
      noiseRows: 10,
      badBytes: 0,
      problems: 0,
      problemCodes: {}
    })
  })

  it('counts each code of a problem', async () => {
    const stdin = 'id,role,text\nT1,agent,您好\nT1,nobody,hm\nT1,somebody,hm\n'
    const args = ['audit', '-', '-s', 'small.yaml', '--lang', 'zh']
    const { out } = await linecheck(args, { cwd: folderWith({ 'small.yaml': smallStandard }), stdin })
    expect(out).toContain('读取 3 行 · 采用 1 行 · 坏行 2 行')
    expect(out).toContain('input/unknown-role × 2')
  })
})
