import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateLog } from './generate.ts'
import { generateStandard, reweighHotline } from './phrases.ts'

/**
 * Times whole audits of a generated turn log beside csv-parse alone on the same file, in turn, in processes of
 * their own: by one thread and by several, and by lexicons of ten and of ten thousand phrases; then what a change of
 * one weight does to the scores, from the outcomes that such an audit kept. On a machine that
 * does other work too, trust the ratios of processor time. Usage: npm run bench [-- megabytes [rounds]]
 */
const home = resolve(import.meta.dirname ?? '.', '..')
const megabytes = Number(process.argv[2] ?? 200)
const rounds = Number(process.argv[3] ?? 3)

interface Run {
  /** Seconds. */
  readonly wall: number
  /** Seconds of all threads together. */
  readonly cpu: number
  readonly peakMB: number
}

const folder = mkdtempSync(join(tmpdir(), 'linecheck-bench-'))
try {
  const file = join(folder, 'turns.csv')
  const { turns, contacts } = await generateLog(file, megabytes * 1e6)
  const size = statSync(file).size / 1e6
  console.log(`${size.toFixed(0)} MB, ${turns} turns, ${contacts} contacts, Node ${process.version}`)
  const standardOf = (count: number): string => {
    const path = join(folder, `${count}.yaml`)
    writeFileSync(path, generateStandard(count))
    return path
  }

  const kept = join(folder, 'base.outcomes')
  const reweighed = join(folder, 'reweighed.yaml')
  writeFileSync(reweighed, reweighHotline(45))

  const job = join(home, 'test', 'bench', 'job.mjs')
  const several = String(Math.max(2, Math.min(8, availableParallelism())))
  const audit = (standard: string, jobs: string, ...more: readonly string[]): readonly string[] => [
    'audit',
    file,
    home,
    '-s',
    standard,
    '--jobs',
    jobs,
    ...more
  ]
  const peers: Readonly<Record<string, readonly string[]>> = {
    'csv-parse alone': ['csv-parse', file, home],
    'scorecards, 1 job': audit('telecom-hotline', '1'),
    [`scorecards, ${several} jobs`]: audit('telecom-hotline', several),
    'ndjson, 1 job': audit('telecom-hotline', '1', '-f', 'ndjson'),
    [`ndjson, ${several} jobs`]: audit('telecom-hotline', several, '-f', 'ndjson'),
    '10 phrases, 1 job': audit(standardOf(10), '1'),
    '10 000 phrases, 1 job': audit(standardOf(10_000), '1'),
    'keep outcomes, 1 job': audit('telecom-hotline', '1', '-o', kept),
    'diff of one weight': ['diff', file, home, '-s', reweighed, '--against', kept]
  }
  const runs = new Map<string, Run[]>(Object.keys(peers).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(peers)) runs.get(name)!.push(execute(job, args))
  }
  const base = middle(runs.get('csv-parse alone')!.map(run => run.wall))
  for (const [name, measured] of runs) {
    const wall = middle(measured.map(run => run.wall))
    console.log(
      [
        name.padEnd(22),
        `${wall.toFixed(2)} s`.padStart(9),
        `${middle(measured.map(run => run.cpu)).toFixed(2)} s cpu`.padStart(13),
        `${(size / wall).toFixed(1)} MB/s`.padStart(12),
        `${Math.round(turns / wall)} turns/s`.padStart(17),
        `peak ${Math.max(...measured.map(run => run.peakMB)).toFixed(0)} MB`.padStart(14),
        `${(wall / base).toFixed(2)} x csv-parse`.padStart(18)
      ].join('')
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function execute(job: string, args: readonly string[]): Run {
  const { stderr, status } = spawnSync(process.execPath, [job, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe']
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return JSON.parse(stderr.trim().split('\n').at(-1)!) as Run
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
