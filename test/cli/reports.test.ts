import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTarget } from '../../src/cli/report-target.ts'
import { ProblemError } from '../../src/diagnostics/problem.ts'
import { reportFormats } from '../../src/report/index.ts'
import { itemFormats } from '../../src/report/items/index.ts'
import { folderWith, linecheck, smallContacts, smallStandard } from './run.ts'

const workspace = (more: Readonly<Record<string, string>> = {}): string =>
  folderWith({ 'small.yaml': smallStandard, 'contacts.ndjson': smallContacts, ...more })
const audit = ['audit', 'contacts.ndjson', '-s', 'small.yaml', '-q']

describe('where a report goes', () => {
  const target = (value: string, env = {}) => readTarget(value, reportFormats, { cwd: '/repo', env })
  const problem = (value: string) => {
    try {
      return target(value)
    } catch (error) {
      return (error as ProblemError).problems[0]
    }
  }

  it.each([
    ['out.sarif', 'sarif', '/repo/out.sarif'],
    ['out.sarif.json', 'sarif', '/repo/out.sarif.json'],
    ['out.junit.xml', 'junit', '/repo/out.junit.xml'],
    ['results.xml', 'junit', '/repo/results.xml'],
    ['a.checkstyle.xml', 'checkstyle', '/repo/a.checkstyle.xml'],
    ['checkstyle.xml', 'checkstyle', '/repo/checkstyle.xml'],
    ['SUMMARY.MD', 'markdown', '/repo/SUMMARY.MD'],
    ['a/gl-code-quality-report.json', 'gitlab', '/repo/a/gl-code-quality-report.json'],
    ['x.gitlab.json', 'gitlab', '/repo/x.gitlab.json'],
    ['x.tap', 'tap', '/repo/x.tap'],
    ['x.json', 'json', '/repo/x.json'],
    ['sarif:results.json', 'sarif', '/repo/results.json'],
    ['github:-', 'github', '/repo/-'],
    ['markdown:/runner/step_summary_1', 'markdown', '/runner/step_summary_1'],
    ['odd:name.csv', 'csv', '/repo/odd:name.csv']
  ])('%s is %s at %s', (value, name, path) => {
    expect(target(value)).toMatchObject({ format: { name }, path, append: false })
  })

  it('a letter before a colon is a drive, not a format', () => {
    expect(target('C:\\out\\a.sarif')).toMatchObject({ format: { name: 'sarif' }, shown: 'C:\\out\\a.sarif' })
  })

  it('the summary of a job is added to, by whatever name', () => {
    const env = { GITHUB_STEP_SUMMARY: '/runner/summary' }
    expect(target('markdown:/runner/summary', env).append).toBe(true)
    expect(target('markdown:../runner/summary', env).append).toBe(true)
    expect(target('markdown:/runner/other', env).append).toBe(false)
  })

  it('mistakes name what there is', () => {
    expect(problem('sarfi:x.out')).toMatchObject({ code: 'usage/report-name', meant: 'sarif' })
    expect(problem('markdown:')).toMatchObject({ code: 'usage/no-path' })
    expect(problem('x.doc')).toMatchObject({ code: 'usage/output-format' })
    expect(JSON.stringify(problem('x.doc'))).toContain('.sarif')
    expect(JSON.stringify(problem('x.doc'))).toContain('github:PATH')
  })

  it('every item format is one of audit too, but for JSON, which has a form of its own', () => {
    const names = reportFormats.map(({ name }) => name)
    for (const { name } of itemFormats) expect(names).toContain(name)
    expect(new Set(names).size).toBe(names.length)
    const endings = itemFormats.flatMap(({ extensions }) => extensions)
    expect(new Set(endings).size).toBe(endings.length)
  })
})

describe('reports for CI', () => {
  it('audit writes several at once beside what goes to standard output', async () => {
    const cwd = workspace()
    const outputs = ['a.sarif', 'a.junit.xml', 'markdown:a.txt', 'a.json'].flatMap(value => ['-o', value])
    const { exit, out } = await linecheck([...audit, ...outputs, '-f', 'github', '--fail-on', 'fatal'], {
      cwd
    })
    expect(exit).toBe(1)
    expect(out).toContain('::error file=contacts.ndjson,line=3,title=')
    const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')
    expect(JSON.parse(read('a.sarif'))).toMatchObject({ runs: [{ results: { length: 4 } }] })
    expect(read('a.junit.xml')).toContain('<testsuite name="T-3 · 周敏" tests="4" failures="1"')
    expect(read('a.txt')).toMatch(/^## linecheck audit: ❌ not passed\n\n- small: 1 contact/)
    expect(JSON.parse(read('a.json'))).toHaveProperty('evaluations')
  })

  it('a record that cannot be read is in every report', async () => {
    const cwd = workspace({ 'contacts.ndjson': smallContacts.replace('\n', '\n{"id":"broken"\n') })
    for (const { name } of itemFormats.filter(format => format.name !== 'json')) {
      const { out } = await linecheck([...audit, '-f', name], { cwd })
      expect(out, name).toContain('input/bad-json')
    }
  })

  it('a step adds its summary to those before it', async () => {
    const cwd = workspace({ 'summary.md': 'before\n' })
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') }
    const args = ['-o', `markdown:${env.GITHUB_STEP_SUMMARY}`]
    await linecheck([...audit, ...args], { cwd, env })
    await linecheck(['lint', 'small.yaml', '-q', ...args], { cwd, env })
    const text = readFileSync(join(cwd, 'summary.md'), 'utf8')
    expect(text.startsWith('before\n## linecheck audit')).toBe(true)
    expect(text).toContain('## linecheck lint')
    writeFileSync(join(cwd, 'other.md'), 'before\n')
    await linecheck([...audit, '-o', 'other.md'], { cwd, env })
    expect(readFileSync(join(cwd, 'other.md'), 'utf8')).not.toContain('before')
  })

  it('more results than GitHub takes are told, and all written', async () => {
    const contact = (i: number): string =>
      JSON.stringify({ id: `C-${i}`, turns: [{ by: 'agent', text: '我晕' }], fields: { rings: 9 } })
    const cwd = workspace({
      'contacts.ndjson': Array.from({ length: 8400 }, (_, i) => contact(i)).join('\n')
    })
    const { exit, err } = await linecheck(['audit', 'contacts.ndjson', '-s', 'small.yaml', '-o', 'a.sarif'], {
      cwd
    })
    expect(err).toContain('warning[report/too-many-results]: 25200 results')
    expect(exit).toBe(0)
    const { runs } = JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8')) as {
      runs: { results: unknown[] }[]
    }
    expect(runs[0]!.results).toHaveLength(25_200)
  })

  const examples = smallStandard.replace(
    'id: greeting,',
    "id: greeting, examples: { pass: ['A: 您好', 'A: 喂'], fail: ['A: 喂'] },"
  )

  it.each(itemFormats.map(({ name }) => name))('lint and test write %s', async name => {
    const cwd = workspace({ 'small.yaml': examples })
    const lint = await linecheck(['lint', 'small.yaml', '-f', name], { cwd })
    expect(lint.out).toContain('lint/no-title')
    expect(lint.exit).toBe(1)
    const tested = await linecheck(['test', 'small.yaml', '-f', name], { cwd })
    expect(tested.out).toContain('noisy')
    expect(tested.out).not.toMatch(/^2 passed, 1 failed$/m)
    expect(tested.exit).toBe(1)
  })

  it('test says in words what it always said, beside a report', async () => {
    const cwd = workspace({ 'small.yaml': examples })
    const plain = await linecheck(['test', 'small.yaml'], { cwd })
    const beside = await linecheck(['test', 'small.yaml', '-o', 'a.junit.xml'], { cwd })
    expect(beside).toEqual(plain)
    const text = readFileSync(join(cwd, 'a.junit.xml'), 'utf8')
    expect(text).toContain('<testsuite name="small" tests="3" failures="1" errors="0" skipped="0">')
    expect(text).toContain('<testcase name="greeting pass 2" classname="small" file="small.yaml" line="8"')
    expect(text).toContain('noisy: should not fail, but did')
  })

  it('files that test cannot use are errors in its report', async () => {
    const cwd = workspace({
      'bad.test.yaml': 'linecheck-test: 1\nstandard: nowhere\ncases: []\n',
      'worse.yaml': 'linecheck: 1\nid: x\n'
    })
    const { exit, out } = await linecheck(['test', 'worse.yaml', 'bad.test.yaml', '-f', 'junit'], { cwd })
    expect(exit).toBe(2)
    expect(out).toMatch(/<testsuite name="worse.yaml" tests="1" failures="0" errors="1"/)
    expect(out).toMatch(/<testsuite name="bad.test.yaml" tests="1" failures="0" errors="1"/)
    const missing = await linecheck(['test', 'nowhere.yaml', '-f', 'junit'], { cwd })
    expect(missing.out).toContain('errors="1"')
    expect(missing.out.trimEnd().endsWith('</testsuites>')).toBe(true)
    expect(missing.exit).toBe(2)
  })

  it('cases of files of tests are items with what differs', async () => {
    const cwd = workspace({
      'a.test.yaml': [
        'standard: small.yaml',
        'cases:',
        "  - { name: hello, talk: ['A: 喂'], expect: { greeting: pass, slang: pass }, score: 100 }"
      ].join('\n')
    })
    const { out } = await linecheck(['test', 'a.test.yaml', '-f', 'json'], { cwd })
    const { items } = JSON.parse(out) as {
      items: { name: string; findings: { rule: string; line: number }[] }[]
    }
    expect(items.map(({ name }) => name)).toEqual(['hello'])
    expect(items[0]!.findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['small/greeting', 3],
      ['small', 3]
    ])
  })
})
