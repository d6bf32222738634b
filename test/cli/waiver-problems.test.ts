import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { waiverCodes } from '../../src/diagnostics/codes-waivers.ts'
import { langs } from '../../src/diagnostics/wording.ts'
import { folderWith, home, linecheck } from './run.ts'

const fixtures = join(home, 'fixtures/waivers')
const given = Object.fromEntries(
  readdirSync(fixtures).map(name => [name, readFileSync(join(fixtures, name), 'utf8')])
)

/** What each case is told by: the words behind `linecheck audit`, and the shell's answer. */
const cases: Readonly<Record<string, readonly [args: string, exit: number]>> = {
  'wrong-keys': ['--suppress wrong-keys.suppress.yaml', 2],
  'no-reason': ['--suppress no-reason.suppress.yaml', 2],
  'no-suppressions': ['--suppress missing.suppress.yaml', 2],
  stale: ['--suppress stale.suppress.yaml --today 2026-03-01', 0],
  'at-hand': ['--today 2026-03-01', 0],
  'no-baseline': ['--baseline missing.baseline', 2],
  'no-file': ['--update-baseline', 2],
  'not-one': ['--baseline none.baseline', 2],
  conflict: ['--baseline conflict.baseline', 2],
  'other-command': ['--baseline lint.baseline', 2],
  gone: ['--baseline gone.baseline -v', 0],
  pruned: ['--baseline gone.baseline --prune-baseline', 0],
  written: ['--baseline new.baseline --update-baseline', 0]
}

describe('what is wrong with suppressions and baselines', () => {
  for (const [name, [args, expected]] of Object.entries(cases)) {
    it.each(langs)(`is told: ${name} (%s)`, async lang => {
      const atHand = name === 'at-hand' ? { 'linecheck.suppress.yaml': given['at-hand.suppress.yaml']! } : {}
      const cwd = folderWith({ ...given, ...atHand })
      const words = ['audit', 'contacts.ndjson', '-s', 'garden.yaml', ...args.split(' '), '--lang', lang]
      const { exit, err } = await linecheck(words, { cwd })
      const golden = join(fixtures, `${name}.${lang}.out`)
      if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, err)
      expect(err).toBe(readFileSync(golden, 'utf8'))
      expect(exit).toBe(expected)
    })
  }

  it('has a fixture for every code', () => {
    const told = Object.keys(cases)
      .map(name => given[`${name}.en.out`])
      .join('')
    expect(Object.keys(waiverCodes).filter(code => !told.includes(`[${code}]`))).toEqual([])
  })
})
