// One job in a process of its own, so that its time and peak memory are its own. Tells of it on standard error.
import { createReadStream } from 'node:fs'

const [job, file, home, ...rest] = process.argv.slice(2)
const started = process.hrtime.bigint()

if (job === 'csv-parse') {
  const { parse } = await import('csv-parse')
  for await (const _row of createReadStream(file).pipe(parse()));
} else {
  const { main } = await import(`${home}/dist/linecheck.cjs`)
  process.argv = [process.argv[0], 'linecheck', job, file, '--no-progress', '--quiet', ...rest]
  process.exitCode = await main(home)
}

const wall = Number(process.hrtime.bigint() - started) / 1e9
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
// maxRSS is in kilobytes on every platform that Node runs on.
const result = { wall, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMB: maxRSS / 1024 }
process.stderr.write(`${JSON.stringify(result)}\n`)
