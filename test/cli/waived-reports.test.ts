import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallContacts, smallStandard } from './run.ts'

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly { readonly ruleId: string; readonly suppressions: readonly unknown[] }[]
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    }
  ]
}

const suppressions = `linecheck-suppressions: 1
suppress: [{ rule: small/greeting, reason: the switchboard greets }]
`

/** What reports of items say of an audit, each in its own way. */
async function reportsOf(more: readonly string[], cwd: string) {
  const files = ['r.sarif', 'r.tap', 'r.md']
  const outputs = files.flatMap(file => ['-o', file])
  const args = ['audit', 'contacts.ndjson', '-s', 'small.yaml', '-q', '--lang', 'en', ...outputs]
  await linecheck([...args, ...more], { cwd })
  const [sarif, tap, markdown] = files.map(file => readFileSync(join(cwd, file), 'utf8')) as [
    string,
    string,
    string
  ]
  const [{ results, tool }] = (JSON.parse(sarif) as Sarif).runs
  const lines = tap.split('\n')
  return {
    results: results.map(({ ruleId, suppressions: waived }) => `${ruleId} ${waived.length}`).sort(),
    rules: tool.driver.rules.map(({ id }) => id),
    planned: lines.find(line => line.startsWith('1..')),
    points: lines.filter(line => /^(?:not )?ok /.test(line)).length,
    failed: lines.filter(line => line.startsWith('not ok ')).length,
    counted: /(\d+) passed, (\d+) failed, (\d+) skipped/.exec(markdown)?.slice(1).map(Number) ?? []
  }
}

describe('reports of items', () => {
  const files = {
    'small.yaml': smallStandard,
    'contacts.ndjson': smallContacts,
    'excused.yaml': suppressions
  }

  it('count what is excused as skipped, and name its rule', async () => {
    const cwd = folderWith(files)
    const plain = await reportsOf([], cwd)
    const waived = await reportsOf(['--suppress', 'excused.yaml'], cwd)
    expect(plain.results.filter(result => result.startsWith('small/greeting'))).toEqual(['small/greeting 0'])
    expect(waived.results.filter(result => result.startsWith('small/greeting'))).toEqual(['small/greeting 1'])
    expect(waived.rules).toEqual(plain.rules)
    expect(waived.failed).toBe(plain.failed - 1)
    for (const report of [plain, waived]) {
      expect(report.planned).toBe(`1..${report.points}`)
      expect(report.counted.reduce((sum, n) => sum + n, 0)).toBe(report.points)
      expect(report.counted[1]).toBe(report.failed)
    }
  })

  it('count what was there before as skipped too', async () => {
    const cwd = folderWith(files)
    const plain = await reportsOf([], cwd)
    await reportsOf(['--baseline', 'known', '--update-baseline'], cwd)
    const waived = await reportsOf(['--baseline', 'known'], cwd)
    expect(plain.failed).toBeGreaterThan(0)
    expect(waived.failed).toBe(0)
    expect(waived.results).toEqual(plain.results.map(result => result.replace(/0$/, '1')))
    expect(waived.rules).toEqual(plain.rules)
    expect(waived.points).toBe(plain.points)
    expect(waived.counted).toEqual([plain.counted[0], 0, plain.counted[1]! + plain.counted[2]!])
  })
})
