import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck } from './run.ts'

const standard = `linecheck: 1
id: visit
title: Visit
scoring: { pass: 60 }
sections:
  - id: manners
    criteria:
      - id: tea
        clause: ENT-08
        weight: 1
        manual: { scale: [0, 5], pass: 3 }
        examples:
          pass: [{ mark: 4 }]
          fail: [{ mark: 2 }]
          na: [{ mark: n/a }]
      - { id: badge, clause: PRO-08, weight: 1, manual: yes/no }
      - { id: greeting, weight: 2, say: 您好 }
`

const contacts = ['V-1', 'V-2', 'V-3']
  .map(id => JSON.stringify({ id, agent: { id: '1001' }, turns: [{ by: 'agent', text: '您好' }] }))
  .join('\n')

const sheet = `会话编号,准则,评分,质检员,备注
V-1,tea,4,李,双手递上
V-1,badge,是,李,
V-2,tea,2,李,
V-2,tea,5,王,复核
V-2,badge,不适用,李,
V-3,tea,,,
V-3,bagde,是,李,
V-3,greeting,是,李,
V-3,badge,也许,李,
V-9,tea,3,李,
`

interface Line {
  readonly contact: string
  readonly score: number
  readonly criteria: readonly { id: string; status: string; evidence?: unknown; reason?: string }[]
}

async function audit(more: readonly string[] = []) {
  const cwd = folderWith({ 'visit.yaml': standard, 'contacts.ndjson': contacts, 'marks.csv': sheet })
  const args = ['audit', 'contacts.ndjson', '-s', 'visit.yaml', '-f', 'ndjson', '--lang', 'en']
  const { exit, out, err } = await linecheck([...args, ...more], { cwd })
  const lines = out.split('\n').filter(Boolean)
  return { exit, err, lines: lines.map(line => JSON.parse(line) as Line) }
}

describe('linecheck audit --marks', () => {
  it('scores the marks of people with the rest', async () => {
    const { exit, lines } = await audit(['--marks', 'marks.csv'])
    expect(exit).toBe(0)
    // V-1: 0.8 of 1, 1 of 1, 2 of 2; V-2: the later mark counts, and the badge does not apply; V-3: only the machine.
    expect(lines.map(({ contact, score }) => [contact, score])).toEqual([
      ['V-1', 95],
      ['V-2', 100],
      ['V-3', 100]
    ])
    expect(lines[0]!.criteria[0]).toMatchObject({
      status: 'pass',
      evidence: [
        { field: 'mark', value: '4' },
        { field: 'marked_by', value: '李' },
        { field: 'note', value: '双手递上' }
      ]
    })
    expect(lines[1]!.criteria[1]).toMatchObject({ status: 'na', reason: 'marked as not applicable' })
    expect(lines[2]!.criteria[1]).toMatchObject({ status: 'unknown', reason: 'not yet marked by a person' })
  })

  it('tells of every mark that has no use, with its row', async () => {
    const { err } = await audit(['--marks', 'marks.csv'])
    const codes = [...err.matchAll(/^marks\.csv:(\d+): \w+\[input\/([\w-]+)\]/gm)].map(match =>
      match.slice(1)
    )
    expect(codes).toEqual([
      ['5', 'mark-twice'],
      ['8', 'mark-criterion'],
      ['9', 'mark-unused'],
      ['10', 'bad-mark'],
      ['11', 'mark-contact']
    ])
    expect(err).toContain('did you mean "badge"?')
  })

  it('counts them in the summary', async () => {
    const cwd = folderWith({ 'visit.yaml': standard, 'contacts.ndjson': contacts, 'marks.csv': sheet })
    const args = ['audit', 'contacts.ndjson', '-s', 'visit.yaml', '--marks', 'marks.csv', '-f', 'json']
    const { out } = await linecheck(args, { cwd })
    expect(JSON.parse(out)).toMatchObject({ counts: { contacts: 3, problems: 5 } })
  })

  it('leaves what is not marked unknown', async () => {
    const { lines, err } = await audit()
    expect(err).toBe('')
    expect(lines[0]).toMatchObject({
      score: 100,
      criteria: [{ status: 'unknown' }, { status: 'unknown' }, {}]
    })
  })

  it('can be told to stop at a bad mark, and needs a file that is there', async () => {
    expect(await audit(['--marks', 'marks.csv', '--bad-rows', 'stop'])).toMatchObject({ exit: 2, lines: [] })
    expect(await audit(['--marks', 'none.csv'])).toMatchObject({ exit: 2, lines: [] })
  })
})

describe('linecheck test', () => {
  it('takes the mark that an example names', async () => {
    const cwd = folderWith({ 'visit.yaml': standard })
    expect(await linecheck(['test', 'visit.yaml', '--lang', 'en'], { cwd })).toMatchObject({ exit: 0 })
  })
})

describe('linecheck review', () => {
  const folder = () =>
    folderWith({ 'visit.yaml': standard, 'contacts.ndjson': contacts, 'marks.csv': sheet, 'none.yaml': none })
  const none = standard.replace(/ {6}- id: tea[\s\S]*yes\/no \}\n/, '')
  const review = ['review', 'contacts.ndjson', '-s', 'visit.yaml', '--lang', 'en']

  it('asks for a mark on every contact and criterion that only a person can judge', async () => {
    const { exit, out, err } = await linecheck(review, { cwd: folder() })
    expect(exit).toBe(0)
    expect(err).toBe('6 mark(s) to give on 3 contact(s)\n')
    expect(out.split('\r\n').slice(0, 3)).toEqual([
      'contact,agent,started,standard,criterion,clause,title,allowed,mark,by,note,advice',
      'V-1,1001,,visit,tea,ENT-08,tea,0 .. 5; n/a,,,,',
      'V-1,1001,,visit,badge,PRO-08,badge,"yes, no; n/a",,,,'
    ])
  })

  it('leaves out what is marked already', async () => {
    const { out } = await linecheck([...review, '--marks', 'marks.csv', '-q'], { cwd: folder() })
    const open = out.split('\r\n').slice(1, -1)
    expect(open.map(line => line.split(',').slice(0, 5).join(' '))).toEqual([
      'V-3 1001  visit tea',
      'V-3 1001  visit badge'
    ])
  })

  it.each(['en', 'zh'])('writes a sheet that audit takes back: %s', async lang => {
    const cwd = folder()
    await linecheck([...review, '-o', 'sheet.csv', '--lang', lang], { cwd })
    const path = join(cwd, 'sheet.csv')
    const empty = readFileSync(path, 'utf8')
    writeFileSync(path, empty.replaceAll('n/a,,,', 'n/a,4,Li,').replaceAll('n/a",,,', 'n/a",yes,Li,'))
    const args = ['audit', 'contacts.ndjson', '-s', 'visit.yaml', '-f', 'ndjson', '--marks', 'sheet.csv']
    const { exit, out, err } = await linecheck(args, { cwd })
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    const [first] = out.split('\n')
    expect((JSON.parse(first!) as Line).score).toBe(95)
  })

  it('tells once of what it cannot read, and how much more there is', async () => {
    const cwd = folder()
    const [first, ...rest] = contacts.split('\n')
    const stdin = [first, ...Array.from({ length: 25 }, () => '{"id":'), ...rest].join('\n')
    const args = ['review', '-', '-s', 'visit.yaml', '--lang', 'en']
    const { exit, err } = await linecheck(args, { cwd, stdin })
    expect(exit).toBe(0)
    const lines = [...err.matchAll(/^<stdin>:(\d+):\d+: error\[input\/bad-json\]/gm)].map(([, line]) => line)
    expect(lines).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 2)))
    expect(err).toContain('note[input/more]: 5 more problem(s)')
    expect(err).toContain('6 mark(s) to give on 3 contact(s)\n')
    const all = await linecheck([...args, '--max-shown', '30'], { cwd, stdin })
    expect(all.err.match(/input\/bad-json/g)).toHaveLength(25)
    expect(all.err).not.toContain('input/more')
  })

  it('tells of marks that have no use, and of contacts that are not there', async () => {
    const { err } = await linecheck([...review, '--marks', 'marks.csv'], { cwd: folder() })
    const codes = [...err.matchAll(/^marks\.csv:(\d+): \w+\[input\/([\w-]+)\]/gm)].map(match =>
      match.slice(1)
    )
    expect(codes).toEqual([
      ['5', 'mark-twice'],
      ['8', 'mark-criterion'],
      ['9', 'mark-unused'],
      ['10', 'bad-mark'],
      ['11', 'mark-contact']
    ])
  })

  it('fails where there is no contact, and leaves the sheet of before', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'sheet.csv'), 'half done')
    const args = ['review', '-', '-s', 'visit.yaml', '-o', 'sheet.csv']
    const { exit, err } = await linecheck(args, { cwd, stdin: '{"id":\n' })
    expect(exit).toBe(2)
    expect(err).toContain('input/nothing-audited')
    expect(readFileSync(join(cwd, 'sheet.csv'), 'utf8')).toBe('half done')
  })

  it.each([
    ['contacts.ndjson', 'contacts.ndjson', []],
    ['marks.csv', './marks.csv', ['--marks', 'marks.csv']],
    ['visit.yaml', 'visit.yaml', ['--template']]
  ])('writes over nothing that it reads: %s', async (name, output, more) => {
    const cwd = folder()
    const before = readFileSync(join(cwd, name), 'utf8')
    const { exit, err } = await linecheck([...review, '-o', output, ...more], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain('usage/output-is-input')
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(before)
  })

  it('gives an empty sheet of what is marked by hand', async () => {
    const { out } = await linecheck(['review', '--template', '-s', 'visit.yaml', '--lang', 'en'], {
      cwd: folder()
    })
    expect(out.split('\r\n').slice(1, -1)).toEqual([
      ',,,visit,tea,ENT-08,tea,0 .. 5; n/a,,,,',
      ',,,visit,badge,PRO-08,badge,"yes, no; n/a",,,,'
    ])
  })

  it('says so when there is nothing to mark, or nothing to mark it on', async () => {
    const cwd = folder()
    const idle = await linecheck(['review', 'contacts.ndjson', '-s', 'none.yaml', '--lang', 'en'], { cwd })
    expect(idle).toMatchObject({ exit: 2, err: expect.stringContaining('takes marks') as string })
    const bare = await linecheck(['review', '-s', 'visit.yaml', '--lang', 'en'], { cwd })
    expect(bare).toMatchObject({ exit: 2, err: expect.stringContaining('usage/review-what') as string })
  })
})
