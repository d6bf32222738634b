import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallContacts, smallStandard } from './run.ts'

const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>)

function workspace(more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folderWith({ 'small.yaml': smallStandard, 'contacts.ndjson': smallContacts, ...more })
}

describe('linecheck audit', () => {
  it('prints scorecards per agent and exits 0', async () => {
    const { exit, out, err } = await linecheck(['audit', 'contacts.ndjson', '-s', 'small.yaml'], {
      cwd: workspace()
    })
    expect(exit).toBe(0)
    expect(err).toBe('')
    expect(out).toContain('1001 周敏')
    expect(out).toContain('1002')
    expect(out).toMatch(/3 contacts/)
    expect(out).not.toContain('\u001b[')
  })

  it('is a filter: one line in, one line out, in order', async () => {
    const bad = smallContacts.replace('\n', '\n{"id":"broken"\n')
    const { exit, out, err } = await linecheck(['audit', '-s', 'small.yaml', '-f', 'ndjson', '-'], {
      cwd: workspace(),
      stdin: bad
    })
    expect(exit).toBe(0)
    expect(lines(out).map(line => line['contact'])).toEqual(['T-1', null, 'T-2', 'T-3'])
    expect(lines(out)[1]).toMatchObject({ problem: { line: 2 } })
    expect(err).toContain('<stdin>:2')
  })

  it('writes the evaluation line that other programs read', async () => {
    const { out } = await linecheck(['audit', '-s', 'small.yaml', '-f', 'ndjson', '-'], {
      cwd: workspace(),
      stdin: smallContacts
    })
    const [good, bad, fatal] = lines(out)
    expect(good).toMatchObject({
      contact: 'T-1',
      agent: '1001',
      standard: 'small',
      score: 100,
      scoreWithoutFatal: 100,
      band: 'good',
      passed: true
    })
    expect(good!['criteria']).toMatchObject([
      {
        id: 'greeting',
        clause: ['S-1'],
        status: 'pass',
        earned: 60,
        possible: 60,
        evidence: [{ turn: 1, from: 0, to: 2, quote: '您好' }]
      },
      { id: 'slang', status: 'pass' },
      { id: 'abuse', status: 'pass' },
      { id: 'rings', status: 'unknown', reason: 'field not in the input: rings' }
    ])
    expect(bad).toMatchObject({ contact: 'T-2', score: 0, band: 'bad', passed: false })
    expect(fatal).toMatchObject({ contact: 'T-3', score: 0, scoreWithoutFatal: 100, passed: false })
  })

  it('writes several reports at once, the format by the ending', async () => {
    const cwd = workspace()
    const args = [
      'audit',
      'contacts.ndjson',
      '-s',
      'small.yaml',
      '-q',
      '-o',
      'a.json',
      '-o',
      'a.csv',
      '-o',
      'a.ndjson'
    ]
    expect((await linecheck(args, { cwd })).exit).toBe(0)
    const json = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')) as {
      evaluations: unknown[]
      scorecards: unknown[]
    }
    expect(json.evaluations).toHaveLength(3)
    expect(json.scorecards).toHaveLength(2)
    expect(lines(readFileSync(join(cwd, 'a.ndjson'), 'utf8'))).toHaveLength(3)
    const rows: unknown[] = parse(readFileSync(join(cwd, 'a.csv')), { bom: true, columns: true })
    expect(rows).toHaveLength(3)
  })

  it('gives the same bytes for the same input', async () => {
    const cwd = workspace()
    const once = await linecheck(['audit', 'contacts.ndjson', '-s', 'small.yaml', '-f', 'json'], { cwd })
    const twice = await linecheck(['audit', 'contacts.ndjson', '-s', 'small.yaml', '-f', 'json'], { cwd })
    expect(once.out).toBe(twice.out)
  })

  it.each([
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'fatal'], 1],
    [['--fail-on', 'failed'], 1],
    [['--fail-on', 'any'], 1],
    [['--min-score', '33'], 0],
    [['--min-score', '34'], 1]
  ])('%j exits %i', async (demand, code) => {
    const { exit } = await linecheck(['audit', 'contacts.ndjson', '-s', 'small.yaml', ...demand], {
      cwd: workspace()
    })
    expect(exit).toBe(code)
  })

  it('says in the chosen language what it found', async () => {
    const cwd = workspace()
    const args = ['audit', 'contacts.ndjson', '-s', 'small.yaml', '--details']
    expect((await linecheck([...args, '--lang', 'zh'], { cwd })).out).toContain('未说')
    expect((await linecheck(args, { cwd, env: { LANG: 'zh_CN.UTF-8' } })).out).toContain('未说')
    expect((await linecheck(args, { cwd, env: { LANG: 'C.UTF-8' } })).out).toContain('not said')
  })

  it('shows with --details each failed criterion with its clause, quote and turn', async () => {
    const { out } = await linecheck(['audit', 'contacts.ndjson', '-s', 'small.yaml', '--details'], {
      cwd: workspace()
    })
    expect(out).toContain('S-2')
    expect(out).toContain('我晕')
    expect(out).toContain('T-2')
  })

  it('colours for a terminal only, unless told', async () => {
    const cwd = workspace()
    const args = ['audit', 'contacts.ndjson', '-s', 'small.yaml', '--no-progress']
    const coloured = async (more: readonly string[], given = {}): Promise<boolean> =>
      (await linecheck([...args, ...more], { cwd, ...given })).out.includes('\u001b[')
    expect(await coloured([])).toBe(false)
    expect(await coloured([], { terminal: true })).toBe(true)
    expect(await coloured([], { terminal: true, env: { NO_COLOR: '1' } })).toBe(false)
    expect(await coloured([], { env: { FORCE_COLOR: '1' } })).toBe(true)
    expect(await coloured(['--color', 'always'])).toBe(true)
    expect(await coloured(['--color', 'never'], { terminal: true })).toBe(false)
  })

  it('takes the standard from linecheck.yaml when none is named', async () => {
    const cwd = workspace({ 'linecheck.yaml': smallStandard })
    expect((await linecheck(['audit', 'contacts.ndjson'], { cwd })).exit).toBe(0)
  })

  it('takes a shipped standard by name', async () => {
    const { exit } = await linecheck(['audit', 'contacts.ndjson', '-s', 'telecom-hotline'], {
      cwd: workspace()
    })
    expect(exit).toBe(0)
  })
})

describe('what cannot be audited', () => {
  const refused = async (args: readonly string[], more: Readonly<Record<string, string | Uint8Array>> = {}) =>
    linecheck(['audit', ...args], { cwd: workspace(more) })

  it.each([
    ['a missing file', ['nowhere.csv', '-s', 'small.yaml'], 'input/not-found'],
    ['an empty file', ['empty.csv', '-s', 'small.yaml'], 'input/empty'],
    ['a table without known columns', ['table.csv', '-s', 'small.yaml'], 'input/no-columns'],
    ['an unknown format', ['prose.md', '-s', 'small.yaml'], 'input/unknown-format'],
    ['no standard', ['contacts.ndjson'], 'usage/no-standard'],
    ['a missing standard', ['contacts.ndjson', '-s', 'nowhere.yaml'], 'standard/not-found'],
    ['a wrong standard', ['contacts.ndjson', '-s', 'wrong.yaml'], 'standard/no-criteria'],
    [
      'an unknown report ending',
      ['contacts.ndjson', '-s', 'small.yaml', '-o', 'a.xls'],
      'usage/output-format'
    ],
    ['a report in no folder', ['contacts.ndjson', '-s', 'small.yaml', '-o', 'no/a.json'], 'usage/unwritable']
  ])('%s: one clear message, exit 2', async (_, args, code) => {
    const { exit, out, err } = await refused(args, {
      'empty.csv': '',
      'table.csv': 'a,b\n1,2\n',
      'prose.md': 'It was a dark night.\nNobody called.\n',
      'wrong.yaml': 'linecheck: 1\nid: x\n'
    })
    expect(err.match(/error\[/g) ?? []).toHaveLength(1)
    expect(err).toContain(`error[${code}]`)
    expect(err).not.toMatch(/ at .*\.(ts|cjs):\d+/)
    expect(out).toBe('')
    expect(exit).toBe(2)
  })

  it('usage mistakes name what is allowed, exit 2', async () => {
    const wrong = await refused(['contacts.ndjson', '-s', 'small.yaml', '-f', 'pdf'])
    expect(wrong).toMatchObject({ exit: 2, out: '' })
    expect(wrong.err).toContain('ndjson')
    const unknown = await linecheck(['audti', 'x'])
    expect(unknown).toMatchObject({ exit: 2 })
    expect(unknown.err).toContain('audit')
  })

  it('a bad row is told with its line, counted and skipped, or stops the run as asked', async () => {
    const log = '会话ID,工号,角色,内容\nT-1,1001,客服,您好\nT-1,1001,外星人,嗯\nT-1,1001,客户,你好\n'
    const skipped = await refused(['log.csv', '-s', 'small.yaml'], { 'log.csv': log })
    expect(skipped.exit).toBe(0)
    expect(skipped.err).toContain('log.csv:3')
    expect(skipped.err).toContain('外星人')
    expect(skipped.out).toContain('1 bad row skipped')
    const stopped = await refused(['log.csv', '-s', 'small.yaml', '--bad-rows', 'stop'], { 'log.csv': log })
    expect(stopped.exit).toBe(2)
    expect(stopped.err).toContain('log.csv:3')
  })
})
