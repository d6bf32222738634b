import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallContacts, smallStandard } from './run.ts'

interface Report {
  readonly verdict: { readonly negative: boolean; readonly reasons: string[]; readonly notes?: string[] }
}

// One of the three contacts is good, two are bad; 1001 has one of each.
const workspace = (): string => folderWith({ 'small.yaml': smallStandard, 'contacts.ndjson': smallContacts })

const audit = async (args: readonly string[], cwd = workspace()) =>
  linecheck(['audit', 'contacts.ndjson', '-s', 'small.yaml', ...args], { cwd })

describe('gates of linecheck audit', () => {
  it.each([
    [['--max-band', 'bad=2'], 0],
    [['--max-band', 'bad=1'], 1],
    [['--max-band', 'bad=66.7%'], 0],
    [['--max-band', 'bad=66%'], 1],
    [['--max-band', 'bad=70％', '--max-band', 'good=0'], 1],
    [['--min-band', 'good=33.3%'], 0],
    [['--min-band', 'good=33.4%'], 1],
    [['--min-pass-rate', '33'], 0],
    [['--min-pass-rate', '34%'], 1],
    [['--min-score', '50', '--gate-each', '--min-contacts', '2'], 0],
    [['--min-score', '50', '--gate-each'], 1],
    [['--min-score', '33', '--gate-each', '--by', 'team'], 0],
    [['--max-warnings', '0'], 0]
  ])('%j exits %i', async (demand, code) => {
    expect((await audit(demand)).exit).toBe(code)
  })

  it('say the same on the screen, in the report and to the shell', async () => {
    const cwd = workspace()
    const args = ['--min-score', '60', '--gate-each', '--min-contacts', '2', '-o', 'r.json']
    const { exit, out } = await audit(args, cwd)
    const { verdict } = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as Report
    expect(verdict).toEqual({
      negative: true,
      reasons: ['small · 1001 周敏: mean score 50.00 is below 60'],
      notes: ['small: not judged, fewer than 2 scored contact(s): 1002']
    })
    for (const text of [...verdict.reasons, ...verdict.notes!]) expect(out).toContain(text)
    expect(exit).toBe(1)
  })

  it('say beside a stream why a run fails', async () => {
    const { exit, err } = await audit(['-f', 'ndjson', '-q', '--max-band', 'bad=0', '--lang', 'zh'])
    expect(err).toBe('small：2 份为“bad”，超过允许的 0 份\n')
    expect(exit).toBe(1)
  })

  it('count what is wrong with the input', async () => {
    const cwd = folderWith({ 'small.yaml': smallStandard, 'contacts.ndjson': `${smallContacts}{"id":\n` })
    expect((await audit(['--max-warnings', '1'], cwd)).exit).toBe(0)
    const { exit, out } = await audit(['--max-warnings', '0'], cwd)
    expect(out).toContain('1 problem(s) of the input, more than the 0 allowed')
    expect(exit).toBe(1)
  })

  it.each([
    [['--max-band', 'baad=0'], 'usage/unknown-band', 'did you mean "bad"?'],
    [['--max-band', '优=0'], 'usage/unknown-band', 'bands: good, bad'],
    [['--max-band', 'bad'], 'usage/max-band', '--max-band Poor=5%'],
    [['--max-band', 'bad=0.5'], 'usage/max-band', '--max-band Poor=5%'],
    [['--max-band', 'bad=101%'], 'usage/max-band', '--max-band Poor=5%'],
    [['--min-band', 'good=30'], 'usage/min-band', '--min-band Excellent=30%'],
    [['--gate-each'], 'usage/needs-option', '--min-score'],
    [['--min-score', '0', '--min-contacts', '3'], 'usage/needs-option', '--gate-each']
  ])('%j is told, with what would be right: exit 2', async (demand, code, told) => {
    const { exit, out, err } = await audit(demand)
    expect(err).toContain(`error[${code}]`)
    expect(err).toContain(told)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
  })

  it('cannot ask what passed where nothing says what passes', async () => {
    const cwd = folderWith({
      'small.yaml': smallStandard.replace('pass: 60, ', ''),
      'contacts.ndjson': smallContacts
    })
    const { exit, err } = await audit(['--min-pass-rate', '50'], cwd)
    expect(err).toContain('error[usage/no-pass-mark]')
    expect(exit).toBe(2)
  })
})
