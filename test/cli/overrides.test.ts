import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallContacts, smallStandard } from './run.ts'

const other = smallStandard
  .replace('id: small', 'id: other')
  .replace('id: greeting,', 'id: opening,')
  .replace('pass: 60', 'pass: 50')

const testFile = `standard: ./small.yaml
cases:
  - { name: one, talk: ['A: 您好'], expect: { greeting: pass } }
`

const workspace = (): string =>
  folderWith({
    'small.yaml': smallStandard,
    'other.yaml': other,
    'small.test.yaml': testFile,
    'contacts.ndjson': smallContacts
  })

const sets = (...texts: readonly string[]): string[] => texts.flatMap(text => ['--set', text])

interface Header {
  readonly id: string
  readonly pass?: number
  readonly hash: string
  readonly overrides?: readonly string[]
}

async function headers(args: readonly string[], cwd = workspace()): Promise<readonly Header[]> {
  const ran = await linecheck(['audit', 'contacts.ndjson', '-q', '-f', 'json', ...args], { cwd })
  expect(ran).toMatchObject({ exit: 0, err: '' })
  return (JSON.parse(ran.out) as { standards: Header[] }).standards
}

describe('linecheck audit --set', () => {
  const one = ['audit', 'contacts.ndjson', '-s', 'small.yaml']

  it('changes the score, and says so on the screen', async () => {
    const cwd = workspace()
    const args = [...one, '--fail-on', 'failed']
    // With nothing said of abuse the third contact has 100 points.
    const { out } = await linecheck([...args, ...sets('abuse=null')], { cwd })
    expect(out).toContain('what if: abuse=null (not the standard as it is written)')
    expect(out).toContain('1 contact(s) below the pass mark')
    expect((await linecheck(args, { cwd })).out).toContain('2 contact(s) below the pass mark')
    const { out: chinese } = await linecheck([...one, '--lang', 'zh', ...sets('scoring.pass=0')], { cwd })
    expect(chinese).toContain('假设：scoring.pass=0（并非标准原文）')
  })

  it('is named in the report, and changes the hash', async () => {
    const [plain] = await headers(['-s', 'small.yaml'])
    const [changed] = await headers(['-s', 'small.yaml', ...sets('scoring.pass=90', 'scoring.bands.good=90')])
    expect(plain).not.toHaveProperty('overrides')
    expect(changed).toMatchObject({ pass: 90, overrides: ['scoring.pass=90', 'scoring.bands.good=90'] })
    expect(changed!.hash).not.toBe(plain!.hash)
  })

  it('says beside a stream that its scores are not by the standard as it is written', async () => {
    const { err } = await linecheck([...one, '-f', 'ndjson', ...sets('scoring.pass=90')], {
      cwd: workspace()
    })
    expect(err).toBe('small: what if: scoring.pass=90 (not the standard as it is written)\n')
  })

  it('changes each of several standards that has the key, or the one that is named', async () => {
    const both = ['-s', 'small.yaml', '-s', 'other.yaml']
    expect(await headers([...both, ...sets('scoring.pass=70')])).toMatchObject([{ pass: 70 }, { pass: 70 }])
    expect(await headers([...both, ...sets('other:scoring.pass=70')])).toMatchObject([
      { pass: 60 },
      { pass: 70, overrides: ['scoring.pass=70'] }
    ])
    const [small, changed] = await headers([...both, ...sets('opening.weight=1')])
    expect(small).not.toHaveProperty('overrides')
    expect(changed).toMatchObject({ overrides: ['opening.weight=1'] })
  })

  it.each([
    [['scoring.pas=90'], '--set:1:9: error[standard/unknown-key]', 'did you mean "pass"?'],
    [['greetng.weight=1'], '--set:1:1: error[standard/unknown-criterion]', 'did you mean "greeting"?'],
    [['smal:scoring.pass=1'], '--set:1:1: error[override/no-standard]', 'standards: small, other'],
    [['greeting.weight=x'], '--set:1:17: error[standard/wrong-type]', 'expected number'],
    [['scoring.pass=1', 'scoring.pass'], '--set:2:1: error[override/form]', '--set scoring.pass=90']
  ])('%j is told once, however many standards there are: exit 2', async (texts, head, told) => {
    const args = [...one, '-s', 'other.yaml', ...sets(...texts)]
    const { exit, out, err } = await linecheck(args, { cwd: workspace() })
    expect(err).toContain(head)
    expect(err).toContain(told)
    expect(err.match(/error\[/g)).toHaveLength(1)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
  })
})

describe('--set of other commands', () => {
  it('test runs examples and cases by the changed standard', async () => {
    const cwd = workspace()
    const changed = await linecheck(['test', 'small.test.yaml', ...sets('greeting.avoid=[您好]')], { cwd })
    expect(changed.exit).toBe(1)
    expect(changed.err).toContain('what if: greeting.avoid=[您好]')
    const kept = await linecheck(['test', 'small.test.yaml', ...sets('greeting.weight=1')], { cwd })
    expect(kept.exit).toBe(0)
  })

  it('test takes what is for one of several standards, but not what is for none', async () => {
    const cwd = workspace()
    const names = ['test', 'other.yaml', 'small.test.yaml', '-q']
    expect(await linecheck([...names, ...sets('opening.weight=1', 'small:scoring.pass=1')], { cwd })).toEqual(
      {
        exit: 0,
        out: '1 passed, 0 failed\n',
        err: ''
      }
    )
    const { exit, err } = await linecheck([...names, ...sets('opning.weight=1')], { cwd })
    expect(err).toContain('--set:1:1: error[standard/unknown-criterion]')
    expect(err).toContain('did you mean "opening"?')
    expect(exit).toBe(2)
  })

  it('test writes nothing that only a changed standard says', async () => {
    const cwd = workspace()
    const args = ['test', 'small.test.yaml', '--update', ...sets('scoring.pass=1')]
    const { exit, err } = await linecheck(args, { cwd })
    expect(err).toContain('error[usage/not-together]')
    expect(exit).toBe(2)
    expect(readFileSync(join(cwd, 'small.test.yaml'), 'utf8')).toBe(testFile)
  })

  it('lint judges the changed standard, with places in the options', async () => {
    const { err } = await linecheck(
      ['lint', 'small.yaml', ...sets('scoring.bands={ good: 60, fair: 60, bad: 0 }')],
      {
        cwd: workspace()
      }
    )
    expect(err).toMatch(/--set:1:\d+: (error|warning)\[lint\//)
  })

  it('explain tells of the changed criterion', async () => {
    const cwd = workspace()
    const { out, err } = await linecheck(
      ['explain', 'greeting', '-s', 'small.yaml', ...sets('greeting.weight=7')],
      {
        cwd
      }
    )
    expect(out).toContain('7')
    expect(err).toContain('what if: greeting.weight=7')
  })
})
