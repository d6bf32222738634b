import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { folderWith, home, linecheck, smallContacts, smallStandard } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'linecheck-test-'))
const bundle = join(folder, 'linecheck.cjs')
const starter = join(folder, 'start.cjs')
const execute = promisify(execFile)

/** Threads run the bundle, so these tests make one, with the flags of the build script. */
beforeAll(async () => {
  const banner = /--banner:js=\\?"(.*?)\\?" --/.exec(manifest.scripts.build)?.[1]
  await build({
    entryPoints: [join(home, 'src/cli/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: banner! },
    logLevel: 'error'
  })
  const start = `require('./linecheck.cjs').main(${JSON.stringify(home)}).then(code => (process.exitCode = code))`
  writeFileSync(starter, start)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs the bundle in a process of its own. */
async function inProcess(args: readonly string[], cwd: string): Promise<Ended> {
  const options = { cwd, maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: '1' } }
  try {
    const { stdout, stderr } = await execute(process.execPath, [starter, ...args], options)
    return { exit: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { exit: code, out: stdout, err: stderr }
  }
}

/** Large outputs are compared as a whole: a line by line difference of them would take minutes. */
function expectSame(a: Ended, b: Ended): void {
  expect({ exit: a.exit, err: a.err, bytes: a.out.length, same: a.out === b.out }).toEqual({
    exit: b.exit,
    err: b.err,
    bytes: b.out.length,
    same: true
  })
}

/** Four hundred contacts of three agents, some of which fail, with rows that cannot be read among them. */
const log = [
  'id,agent_id,role,text',
  ...Array.from({ length: 4000 }, (_, i) => {
    const id = `T-${(i * 7) % 400}`
    const text = ['您好', '好的', '喂，我晕', '再见', '您好，滚', 'ok'][(i * 5) % 6]!
    return i % 997 === 996 ? `${id},1001` : `${id},${1001 + (((i * 7) % 400) % 3)},agent,"${text} ${i}"`
  })
].join('\n')

const lines = Array.from({ length: 600 }, (_, i) =>
  i % 100 === 50 ? '{"id":"broken"\n' : smallContacts.replaceAll('T-', `T-${i}-`)
).join('')

const formats = ['json', 'csv', 'ndjson', 'txt']

describe('several threads', () => {
  it('write the same bytes as one, in every format, by several standards', async () => {
    const extended = smallStandard
      .replace('id: small', 'id: second\nextends: [./words.yaml, zh-courtesy]')
      .replace('您好, hello', '$parting')
    const second = `${extended}metrics:
  - { id: many-rings, share: { of: rings > 4 }, per: [agent], target: '<= 10%' }
  - { id: mean-rings, mean: { of: rings }, per: [agent] }
`
    const cwd = folderWith({
      'small.yaml': smallStandard,
      'second.yaml': second,
      'words.yaml': 'linecheck: 1\nid: words\nlexicons: { parting: [再见] }\n',
      'log.csv': log,
      'lines.ndjson': lines
    })
    const shared = [
      'audit',
      'log.csv',
      'lines.ndjson',
      '-s',
      'small.yaml',
      '-s',
      'second.yaml',
      '--details',
      'all'
    ]
    const files = (tag: string): string[] => formats.flatMap(format => ['-o', `${tag}.${format}`])
    const one = await linecheck([...shared, ...files('one'), '--jobs', '1'], { cwd })
    const three = await inProcess([...shared, ...files('three'), '--jobs', '3'], cwd)
    expect(one.exit).toBe(0)
    expectSame(three, one)
    for (const format of formats) {
      const written = readFileSync(join(cwd, `three.${format}`), 'utf8')
      expect(written.length).toBeGreaterThan(1000)
      expect(written === readFileSync(join(cwd, `one.${format}`), 'utf8')).toBe(true)
    }
    const whole = JSON.parse(readFileSync(join(cwd, 'three.json'), 'utf8')) as Record<string, unknown[]>
    expect(whole['evaluations']!.length).toBeGreaterThan(3998)
    expect(whole['metrics']).toHaveLength(2)
  }, 120_000)

  it('judge by marks, and tell of those that belong to nothing', async () => {
    const standard = `${smallStandard}      - { id: tone, manual: yes/no }\n`
    const marks = 'contact,criterion,mark\nT-1,tone,no\nT-9,tone,yes\n'
    const cwd = folderWith({ 'small.yaml': standard, 'lines.ndjson': smallContacts, 'marks.csv': marks })
    const args = ['audit', 'lines.ndjson', '-s', 'small.yaml', '--marks', 'marks.csv', '-f', 'ndjson']
    const one = await linecheck([...args, '--jobs', '1'], { cwd })
    expect(one.err).toContain('T-9')
    expectSame(await inProcess([...args, '--jobs', '2'], cwd), one)
  })

  it('excuse, know and record the same, also where ids come again', async () => {
    const suppressions = `linecheck-suppressions: 1
suppress:
  - { rule: slang, agent: 1002, reason: the line was bad }
  - { rule: greeting, contact: T-none, reason: nobody }
`
    const cwd = folderWith({
      'small.yaml': smallStandard,
      'log.csv': log,
      // Contacts of the same ids again and again, far apart.
      'lines.ndjson': lines + lines + lines,
      'few.ndjson': lines,
      'x.yaml': suppressions
    })
    const shared = ['-s', 'small.yaml', '--suppress', 'x.yaml', '--today', '2026-03-01']
    const whole = ['audit', 'log.csv', 'lines.ndjson', ...shared]
    const one = await linecheck([...whole, '--baseline', 'one', '--update-baseline', '-q'], { cwd })
    const three = await inProcess(
      [...whole, '--baseline', 'three', '--update-baseline', '-q', '--jobs', '3'],
      cwd
    )
    expectSame(three, one)
    const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')
    expect(read('one').split('\n').length).toBeGreaterThan(1000)
    expect(read('three') === read('one')).toBe(true)

    // Of a baseline of a third of the contacts the rest is new.
    await linecheck(['audit', 'few.ndjson', ...shared, '--baseline', 'few', '--update-baseline', '-q'], {
      cwd
    })
    const judge = [...whole, '--fail-on', 'any', '-f', 'json', '--baseline']
    const [known, surplus] = [
      [...judge, 'one'],
      [...judge, 'few', '-v']
    ]
    for (const [words, exit] of [
      [known, 0],
      [surplus, 1]
    ] as const) {
      const alone = await linecheck([...words, '--jobs', '1'], { cwd })
      expect(alone.exit).toBe(exit)
      expect(alone.err).toContain('x.yaml:4:5: warning[suppress/unused]')
      expectSame(await inProcess([...words, '--jobs', '3'], cwd), alone)
    }
    const prune = ['audit', 'few.ndjson', ...shared, '--prune-baseline', '-q', '--baseline']
    await linecheck([...prune, 'one', '--jobs', '1'], { cwd })
    await inProcess([...prune, 'three', '--jobs', '3'], cwd)
    expect(read('three') === read('one')).toBe(true)
    expect(read('one') === read('few')).toBe(true)
  }, 120_000)
  it('judge by a standard that is changed for the run, and come to the same verdict', async () => {
    const cwd = folderWith({ 'small.yaml': smallStandard, 'lines.ndjson': lines })
    const set = ['--set', 'small:slang.weight=10', '--set', 'rings.field=rings <= 9']
    const gates = ['--gate-each', '--min-score', '51', '--max-band', 'bad=40%', '--max-warnings', '5']
    const args = ['audit', 'lines.ndjson', '-s', 'small.yaml', '-f', 'ndjson', '-q', ...set, ...gates]
    const one = await linecheck([...args, '--jobs', '1'], { cwd })
    expect(one.exit).toBe(1)
    expect(one.err).toContain('small · 1001 周敏: mean score 50.00 is below 51')
    expectSame(await inProcess([...args, '--jobs', '2'], cwd), one)
  })

  it('write what came before a row that stops the run', async () => {
    const cwd = folderWith({ 'small.yaml': smallStandard, 'lines.ndjson': lines })
    const args = ['audit', 'lines.ndjson', '-s', 'small.yaml', '-f', 'ndjson', '--bad-rows', 'stop']
    const one = await linecheck([...args, '--jobs', '1'], { cwd })
    expect(one.exit).toBe(2)
    expect(one.out.split('\n').length).toBeGreaterThan(100)
    expectSame(await inProcess([...args, '--jobs', '2'], cwd), one)
  })

  it('keep to linear time, whatever the expression and the text', async () => {
    const standard = `linecheck: 1
id: hostile
sections: [{ id: all, criteria: [{ id: a, avoid: '/(a+)+b/' }] }]
`
    const contact = { id: 'T-1', agent: { id: '1' }, turns: [{ by: 'agent', text: 'a'.repeat(20_000) }] }
    const cwd = folderWith({ 'hostile.yaml': standard, 'lines.ndjson': JSON.stringify(contact) })
    const { exit } = await inProcess(['audit', 'lines.ndjson', '-s', 'hostile.yaml', '--jobs', '2'], cwd)
    expect(exit).toBe(0)
  })

  it('are a whole number', async () => {
    const { exit, err } = await linecheck(['audit', 'x.csv', '--jobs', '0'])
    expect(exit).toBe(2)
    expect(err).toContain('--jobs')
  })
})
