import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallContacts, smallStandard } from './run.ts'

interface Row {
  readonly contact: string
  readonly score: number
  readonly passed: boolean
  readonly criteria: readonly { readonly id: string; readonly status: string; readonly waived?: object }[]
}

const rowsOf = (out: string): readonly Row[] =>
  out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Row)

const suppressions = (...entries: readonly string[]): string =>
  `linecheck-suppressions: 1\nsuppress:\n${entries.map(entry => `  - { ${entry} }\n`).join('')}`

const files = { 's.yaml': smallStandard, 'c.ndjson': smallContacts }
const audit = ['audit', 'c.ndjson', '-s', 's.yaml']

describe('audit with suppressions', () => {
  const excused = suppressions("rule: small/abuse, contact: T-3, reason: 引用客户原话, until: '2026-12-31'")

  it('takes an excused breach out of the score, and says why', async () => {
    const cwd = folderWith({ ...files, 'x.yaml': excused })
    const words = [...audit, '-f', 'ndjson', '--fail-on', 'fatal', '--today', '2026-03-01']
    const plain = await linecheck(words, { cwd })
    const waived = await linecheck([...words, '--suppress', 'x.yaml'], { cwd })
    expect([plain.exit, waived.exit]).toEqual([1, 0])
    expect(waived.err).toBe('')
    const [before, after] = [rowsOf(plain.out)[2]!, rowsOf(waived.out)[2]!]
    expect([before.score, before.passed, after.score, after.passed]).toEqual([0, false, 100, true])
    expect(after.criteria.find(({ id }) => id === 'abuse')).toMatchObject({
      status: 'na',
      reason: 'excused until 2026-12-31: 引用客户原话',
      message: 'said 1 time(s): 滚',
      evidence: [{ turn: 1, quote: '滚' }],
      waived: { kind: 'suppression', reason: '引用客户原话', until: '2026-12-31' }
    })
    expect(rowsOf(waived.out).slice(0, 2)).toEqual(rowsOf(plain.out).slice(0, 2))
  })

  it('counts what is excused in the summary, and goes on counting after the last day', async () => {
    const cwd = folderWith({ ...files, 'x.yaml': excused })
    const words = [...audit, '--suppress', 'x.yaml', '--fail-on', 'fatal']
    const held = await linecheck([...words, '--today', '2026-12-31'], { cwd })
    expect(held.out).toContain('1 breach excused')
    const over = await linecheck([...words, '--today', '2027-01-01', '--lang', 'zh'], { cwd })
    expect(over.out).not.toContain('已豁免')
    expect(over.err).toContain('x.yaml:3:5: 警告[suppress/expired]')
    expect([held.exit, over.exit]).toEqual([0, 1])
    const document = await linecheck([...words, '-f', 'json', '--today', '2026-03-01'], { cwd })
    expect(JSON.parse(document.out)).toMatchObject({
      counts: { suppressed: 1 },
      verdict: { negative: false }
    })
  })

  it('takes the file that lies here or beside the nearest standard, unless told otherwise', async () => {
    const cwd = folderWith({ 'linecheck.yaml': smallStandard, 'linecheck.suppress.yaml': excused })
    const below = join(cwd, 'logs')
    mkdirSync(below)
    writeFileSync(join(below, 'c.ndjson'), smallContacts)
    const run = (...more: string[]) =>
      linecheck(['audit', 'c.ndjson', '--today', '2026-03-01', ...more], { cwd: below })
    const taken = await run()
    expect(taken.err).toMatch(
      /note\[suppress\/taken\]: suppressions are taken from .*linecheck\.suppress\.yaml/
    )
    expect(taken.out).toContain('1 breach excused')
    expect((await run('--no-suppress')).out).not.toContain('excused')
    writeFileSync(
      join(below, 'other.yaml'),
      suppressions('rule: slang, reason: test call', 'rule: rings, reason: old log')
    )
    const named = await run('--suppress', 'other.yaml')
    expect(named.out).toContain('2 breaches excused')
    writeFileSync(join(below, 'linecheck.suppress.yaml'), suppressions('rule: slang, reason: test call'))
    expect((await run()).err).toContain('from linecheck.suppress.yaml')
  })

  it('takes several files, and by the file a contact was read from', async () => {
    const cwd = folderWith({
      ...files,
      'd.ndjson': smallContacts,
      'one.yaml': suppressions("file: 'd.*', rule: abuse, reason: a drill"),
      'two.yaml': suppressions(
        'agent: 1002, rule: [slang, rings], quote: [我晕, rings], reason: the line was bad'
      )
    })
    const words = ['audit', 'c.ndjson', 'd.ndjson', '-s', 's.yaml', '-f', 'ndjson']
    const { out } = await linecheck([...words, '--suppress', 'one.yaml', '--suppress', 'two.yaml'], { cwd })
    const waived = rowsOf(out).flatMap(({ contact, criteria }, i) =>
      criteria.filter(each => each.waived).map(({ id }) => `${i} ${contact} ${id}`)
    )
    expect(waived).toEqual(['1 T-2 slang', '1 T-2 rings', '4 T-2 slang', '4 T-2 rings', '5 T-3 abuse'])
  })

  it('is explained as it was audited', async () => {
    const cwd = folderWith({ ...files, 'x.yaml': excused })
    const words = ['explain', 'c.ndjson', '-s', 's.yaml', '--contact', 'T-3', '--today', '2026-03-01']
    const { out } = await linecheck([...words, '--suppress', 'x.yaml'], { cwd })
    expect(out).toMatch(/100\.0/)
    expect(out).toContain('abuse: excused until 2026-12-31: 引用客户原话')
    const traced = await linecheck([...words, '--suppress', 'x.yaml', '--criterion', 'abuse'], { cwd })
    expect(traced.out).toContain('excused until 2026-12-31: 引用客户原话')
    expect((await linecheck(words, { cwd })).out).not.toContain('excused')
  })

  it('refuses a day that is none', async () => {
    for (const day of ['2026-02-30', 'tomorrow', '2026-3-1']) {
      expect(await linecheck([...audit, '--today', day])).toMatchObject({ exit: 2 })
    }
  })

  it('leaves files of suppressions out of a folder of standards', async () => {
    const cwd = folderWith({ 's.yaml': smallStandard, 'x.suppress.yaml': excused })
    expect((await linecheck(['lint', '.', '--no-suppress'], { cwd })).out).toContain('1 file(s), 0 error(s)')
  })
})

describe('audit with a baseline', () => {
  const worse = `${smallContacts}${JSON.stringify({
    id: 'T-4',
    agent: { id: '1003' },
    turns: [{ by: 'agent', text: '喂，您好，滚' }]
  })}\n`

  it('judges by what is new alone, and leaves scores as they are', async () => {
    const cwd = folderWith(files)
    const words = [...audit, '--baseline', 'b', '-f', 'ndjson']
    const plain = await linecheck([...audit, '-f', 'ndjson'], { cwd })
    const made = await linecheck([...words, '--update-baseline', '--fail-on', 'any'], { cwd })
    expect(made.err).toContain('b written: 4 finding(s)')
    for (const level of ['fatal', 'failed', 'any']) {
      expect(await linecheck([...words, '--fail-on', level], { cwd })).toMatchObject({ exit: 0, err: '' })
      expect((await linecheck([...audit, '--fail-on', level], { cwd })).exit).toBe(1)
    }
    const known = await linecheck(words, { cwd })
    expect(rowsOf(known.out).map(({ score }) => score)).toEqual(rowsOf(plain.out).map(({ score }) => score))
    const fails = rowsOf(known.out).flatMap(({ criteria }) =>
      criteria.filter(({ status }) => status === 'fail')
    )
    expect(fails.map(({ waived }) => waived)).toEqual(Array.from({ length: 4 }, () => ({ kind: 'baseline' })))
    writeFileSync(join(cwd, 'c.ndjson'), worse)
    const verdicts = await Promise.all(
      ['fatal', 'failed', 'any'].map(level =>
        linecheck([...words, '-f', 'json', '--fail-on', level], { cwd })
      )
    )
    expect(verdicts.map(({ out }) => (JSON.parse(out) as { verdict: object }).verdict)).toEqual([
      { negative: true, reasons: ['small: 1 contact(s) with a fatal breach'] },
      { negative: true, reasons: ['small: 1 contact(s) below the pass mark'] },
      { negative: true, reasons: ['small: 1 failed criteria'] }
    ])
    expect((await linecheck([...words, '-f', 'terminal'], { cwd })).out).toContain('4 in the baseline')
  })

  it('holds no words of contacts, and the same bytes in any language and order', async () => {
    const cwd = folderWith(files)
    const make = async (name: string, ...more: string[]): Promise<string> => {
      await linecheck([...audit, '--baseline', name, '--update-baseline', ...more], { cwd })
      return readFileSync(join(cwd, name), 'utf8')
    }
    const made = await make('one')
    expect(made.split('\n')[0]).toBe('{"linecheck-baseline":1,"command":"audit"}')
    expect(made).not.toMatch(/我晕|滚|喂|周敏/)
    expect(await make('two', '--lang', 'zh')).toBe(made)
    writeFileSync(join(cwd, 'c.ndjson'), smallContacts.trimEnd().split('\n').toReversed().join('\n'))
    expect(await make('three')).toBe(made)
  })

  it('stays when lines move and phrases are added to the standard', async () => {
    const cwd = folderWith(files)
    const words = [...audit, '--baseline', 'b', '--fail-on', 'any']
    await linecheck([...words, '--update-baseline'], { cwd })
    writeFileSync(join(cwd, 's.yaml'), `# moved\n\n${smallStandard.replace('hello]', 'hello, 早上好]')}`)
    writeFileSync(join(cwd, 'c.ndjson'), `\n\n${smallContacts}`)
    expect((await linecheck(words, { cwd })).exit).toBe(0)
  })

  it('counts what comes more often than it was recorded as new', async () => {
    const cwd = folderWith(files)
    const words = [...audit, '--baseline', 'b', '--fail-on', 'any']
    await linecheck([...words, '--update-baseline'], { cwd })
    writeFileSync(join(cwd, 'c.ndjson'), smallContacts + smallContacts)
    const { exit, out } = await linecheck([...words, '-f', 'json'], { cwd })
    expect(JSON.parse(out)).toMatchObject({
      counts: { inBaseline: 4 },
      verdict: { reasons: ['small: 4 failed criteria'] }
    })
    expect(exit).toBe(1)
  })

  it('tells what no longer occurs, and takes it out when asked, once', async () => {
    const cwd = folderWith({ ...files, 'c.ndjson': smallContacts + smallContacts })
    const words = [...audit, '--baseline', 'b']
    await linecheck([...words, '--update-baseline'], { cwd })
    writeFileSync(join(cwd, 'c.ndjson'), smallContacts.split('\n').slice(0, 2).join('\n'))
    const read = (): string => readFileSync(join(cwd, 'b'), 'utf8')
    const before = read()
    expect(before).toContain('"count":2')
    const gone = await linecheck([...words, '-v'], { cwd })
    expect(gone.err).toContain('no longer occurs: small/abuse, T-3 (2)')
    expect(gone.err).toContain('5 finding(s) of the baseline b no longer occur')
    expect(read()).toBe(before)
    await linecheck([...words, '--prune-baseline'], { cwd })
    const pruned = read()
    expect(pruned).not.toContain('"count":2')
    expect(pruned.trimEnd().split('\n')).toHaveLength(4)
    const again = await linecheck([...words, '--prune-baseline', '--fail-on', 'any'], { cwd })
    expect(again.err).toContain('b written: 3 finding(s), 0 taken out')
    expect(again.exit).toBe(0)
    expect(read()).toBe(pruned)
    // What is new is not taken in.
    writeFileSync(join(cwd, 'c.ndjson'), smallContacts)
    expect((await linecheck([...words, '--prune-baseline', '--fail-on', 'any'], { cwd })).exit).toBe(1)
    expect(read()).toBe(pruned)
  })

  it('records nothing that is excused, and nothing of a run that broke off', async () => {
    const cwd = folderWith({ ...files, 'x.yaml': suppressions("rule: '*', reason: a drill") })
    const words = [...audit, '--baseline', 'b', '--update-baseline']
    const { err } = await linecheck([...words, '--suppress', 'x.yaml'], { cwd })
    expect(err).toContain('b written: 0 finding(s)')
    const before = readFileSync(join(cwd, 'b'), 'utf8')
    writeFileSync(join(cwd, 'c.ndjson'), `${smallContacts}{"id":\n`)
    expect((await linecheck([...words, '--bad-rows', 'stop'], { cwd })).exit).toBe(2)
    expect(readFileSync(join(cwd, 'b'), 'utf8')).toBe(before)
  })

  it('destroys no file that is read', async () => {
    const cwd = folderWith(files)
    for (const words of [
      ['--baseline', 'c.ndjson', '--update-baseline'],
      ['--baseline', 's.yaml', '--prune-baseline'],
      ['--baseline', 'b.csv', '-o', 'b.csv'],
      ['--suppress', 'x.csv', '-o', 'x.csv']
    ]) {
      const { exit, err } = await linecheck([...audit, ...words], { cwd })
      expect(exit).toBe(2)
      expect(err).toContain('usage/output-is-input')
      expect(readFileSync(join(cwd, 'c.ndjson'), 'utf8')).toBe(smallContacts)
      expect(readFileSync(join(cwd, 's.yaml'), 'utf8')).toBe(smallStandard)
    }
    expect(
      (await linecheck(['lint', 's.yaml', '--baseline', 's.yaml', '--update-baseline'], { cwd })).err
    ).toContain('usage/output-is-input')
  })

  it('is not updated and pruned at once', async () => {
    const words = [...audit, '--baseline', 'b', '--update-baseline', '--prune-baseline']
    expect(await linecheck(words)).toMatchObject({ exit: 2 })
  })
})

describe('lint', () => {
  const lint = ['lint', 's.yaml']

  it('does not tell what is excused, and counts it', async () => {
    const entries = [
      'rule: lint/no-title, reason: titles come later',
      "rule: lint/no-advice, file: '*.yaml', reason: self-evident"
    ]
    const cwd = folderWith({ 's.yaml': smallStandard, 'x.yaml': suppressions(...entries) })
    const { exit, out, err } = await linecheck([...lint, '--suppress', 'x.yaml', '--max-warnings', '4'], {
      cwd
    })
    expect(out).toBe('1 file(s), 0 error(s), 4 warning(s), 8 suppressed\n')
    expect(err).not.toMatch(/no-title|no-advice/)
    expect(exit).toBe(0)
    const report = await linecheck([...lint, '--suppress', 'x.yaml', '-f', 'json'], { cwd })
    const { items, counts } = JSON.parse(report.out) as {
      items: { status: string; findings: { rule: string; waived?: object }[] }[]
      counts: object
    }
    expect(counts).toMatchObject({ waived: 8, findings: { warning: 4 } })
    const titled = items[0]!.findings.filter(({ rule }) => rule === 'lint/no-title')
    expect(titled.map(({ waived }) => waived)).toEqual(
      Array.from({ length: 4 }, () => ({ kind: 'suppression', reason: 'titles come later' }))
    )
  })

  it('keeps to what is new beyond a baseline, wherever lines moved', async () => {
    const cwd = folderWith({ 's.yaml': smallStandard })
    const words = [...lint, '--baseline', 'b', '--max-warnings', '0']
    expect((await linecheck([...words, '--update-baseline'], { cwd })).exit).toBe(0)
    writeFileSync(join(cwd, 's.yaml'), `# moved\n${smallStandard}`)
    expect(await linecheck(words, { cwd })).toEqual({
      exit: 0,
      out: '1 file(s), no problems, 12 in the baseline\n',
      err: ''
    })
    writeFileSync(
      join(cwd, 's.yaml'),
      `${smallStandard}      - { id: bye, clause: S-5, weight: 1, say: 再见 }\n`
    )
    const { exit, out } = await linecheck(words, { cwd })
    expect(out).toBe('1 file(s), 0 error(s), 3 warning(s), 12 in the baseline\n')
    expect(exit).toBe(1)
  })

  it('passes a file of which nothing is left', async () => {
    const cwd = folderWith({
      's.yaml': smallStandard,
      'x.yaml': suppressions('rule: lint/*, reason: a draft')
    })
    const { out } = await linecheck([...lint, '--suppress', 'x.yaml', '-f', 'json'], { cwd })
    expect(JSON.parse(out)).toMatchObject({ items: [{ status: 'passed' }], counts: { waived: 12 } })
  })
})
