// One job in a process of its own, so that its time and peak memory are its own.
import { createReadStream } from 'node:fs'

const [job, file, home, ...rest] = process.argv.slice(2)
const started = process.hrtime.bigint()
let result = {}

if (job === 'csv-parse') {
  const { parse } = await import('csv-parse')
  let rows = 0
  for await (const _row of createReadStream(file).pipe(parse())) rows++
  result = { rows }
} else {
  const { run } = await import(`${home}/dist/linecheck.cjs`)
  let written = 0
  const output = {
    isTerminal: false,
    columns: 80,
    write: text => ((written += text.length), Promise.resolve())
  }
  const io = {
    stdin: process.stdin,
    stdout: output,
    stderr: { ...output, write: text => (process.stderr.write(text), Promise.resolve()) },
    env: {},
    cwd: process.cwd(),
    home
  }
  const exit = await run(['audit', file, ...rest], io)
  result = { exit, written }
}

const seconds = Number(process.hrtime.bigint() - started) / 1e9
// maxRSS is in kilobytes on every platform that Node runs on.
process.stdout.write(JSON.stringify({ ...result, seconds, peakMB: process.resourceUsage().maxRSS / 1024 }))
