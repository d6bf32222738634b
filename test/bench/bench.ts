import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateLog } from './generate.ts'

/**
 * Times whole audits of a generated turn log beside csv-parse alone on the same file, in turn, in processes of
 * their own. Usage: npm run bench [-- megabytes [rounds]]
 */
const home = resolve(import.meta.dirname ?? '.', '..')
const megabytes = Number(process.argv[2] ?? 200)
const rounds = Number(process.argv[3] ?? 3)

interface Run {
  readonly seconds: number
  readonly peakMB: number
}

const folder = mkdtempSync(join(tmpdir(), 'linecheck-bench-'))
try {
  const file = join(folder, 'turns.csv')
  const { turns, contacts } = await generateLog(file, megabytes * 1e6)
  const size = statSync(file).size / 1e6
  console.log(`${size.toFixed(0)} MB, ${turns} turns, ${contacts} contacts, Node ${process.version}`)

  const job = join(home, 'test', 'bench', 'job.mjs')
  const execute = (args: readonly string[]): Run =>
    JSON.parse(
      execFileSync(process.execPath, [job, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
    ) as Run
  const peers: Readonly<Record<string, readonly string[]>> = {
    'csv-parse alone': ['csv-parse', file, home],
    'audit, scorecards': ['audit', file, home, '-s', 'telecom-hotline', '--no-progress'],
    'audit, ndjson': ['audit', file, home, '-s', 'telecom-hotline', '--no-progress', '-f', 'ndjson']
  }
  const runs = new Map<string, Run[]>(Object.keys(peers).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(peers)) runs.get(name)!.push(execute(args))
  }
  const middle = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
  const base = middle(runs.get('csv-parse alone')!.map(run => run.seconds))
  for (const [name, measured] of runs) {
    const seconds = middle(measured.map(run => run.seconds))
    const peak = Math.max(...measured.map(run => run.peakMB))
    console.log(
      [
        name.padEnd(20),
        `${seconds.toFixed(2)} s`.padStart(9),
        `${(size / seconds).toFixed(1)} MB/s`.padStart(12),
        `${Math.round(turns / seconds)} turns/s`.padStart(18),
        `peak ${peak.toFixed(0)} MB`.padStart(14),
        `${(seconds / base).toFixed(2)} x csv-parse`.padStart(18)
      ].join('')
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
