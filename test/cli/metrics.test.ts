import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { folderWith, home, linecheck } from './run.ts'

const calls = 'fixtures/call-log/calls.csv'
const standard = 'fixtures/call-log/metrics.yaml'
const folder = join(home, 'fixtures/call-log')

interface Figure {
  readonly value: number | null
  readonly n: number
  readonly low?: number
  readonly high?: number
  readonly unknown: number
  readonly verdict?: string
  readonly against: { readonly total: number; readonly shown: readonly string[] }
}

interface Metric extends Figure {
  readonly id: string
  readonly groups: readonly (Figure & { readonly keys: readonly (string | null)[] })[]
  readonly trend?: readonly (Figure & { readonly period: string; readonly change: number | null })[]
}

/** The log read anew by the plainest means, as somebody with a spreadsheet would. */
interface Call {
  readonly id: string
  readonly day: string
  readonly hour: string
  readonly menuEnd: number
  readonly queued: boolean
  readonly queueS: number
  readonly outcome: string
  readonly answered: number | undefined
  readonly talkS: number
  readonly agent: string
  readonly team: string
}

const seconds = (clock: string): number =>
  clock.split(':').reduce((total, part) => total * 60 + Number(part), 0)

const log: readonly Call[] = readFileSync(join(folder, 'calls.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.trim().split(','))
  .map(([id, day, entered, menuEnd, queued, queueS, outcome, answered, talkS, agent, , team]) => ({
    id: id!,
    day: day!,
    hour: `${String(Math.floor(seconds(entered!) / 3600)).padStart(2, '0')}:00`,
    menuEnd: seconds(menuEnd!),
    queued: queued !== '0:00:00',
    queueS: seconds(queueS!),
    outcome: outcome!,
    answered: answered === '0:00:00' ? undefined : seconds(answered!),
    talkS: seconds(talkS!),
    agent: agent!,
    team: team!
  }))
  .filter(call => call.outcome !== '测试')

const through = log.filter(call => call.outcome === '接通')
const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length
const inTime = (call: Call): boolean => call.answered! - call.menuEnd <= 20
const rate = (some: readonly Call[], hit: (call: Call) => boolean): number =>
  some.filter(hit).length / some.length

async function audit(...args: readonly string[]): Promise<{ exit: number; metrics: Record<string, Metric> }> {
  const { exit, out } = await linecheck(['audit', calls, '-s', standard, '-f', 'json', ...args])
  const { metrics } = JSON.parse(out) as { metrics: readonly Metric[] }
  return { exit, metrics: Object.fromEntries(metrics.map(metric => [metric.id, metric])) }
}

describe('figures over a log of calls', () => {
  it('has the traps it is there for', () => {
    expect(new Set(log.map(({ id }) => id)).size).toBeLessThan(log.length)
    expect(through.some(call => call.answered! < call.menuEnd)).toBe(true)
    expect(log.some(call => !call.queued)).toBe(true)
  })

  it('are those that a spreadsheet gives', async () => {
    const { metrics } = await audit()
    const {
      connection,
      'service-level': level,
      'mean-queue': queue,
      'long-queue': long,
      talk,
      whole
    } = metrics
    expect(connection!.value).toBe(through.length / log.length)
    expect(connection!.against.total).toBe(log.length - through.length)
    expect(connection!.groups.map(({ keys, value, n }) => [keys[0], value, n])).toEqual(
      [...new Set(log.map(({ hour }) => hour))].sort().map(hour => {
        const own = log.filter(call => call.hour === hour)
        return [hour, rate(own, call => call.outcome === '接通'), own.length]
      })
    )
    const days = [...new Set(log.map(({ day }) => day))].sort()
    const daily = days.map(day =>
      rate(
        log.filter(call => call.day === day),
        call => call.outcome === '接通'
      )
    )
    expect(connection!.trend!.map(({ period, value, change }) => [period, value, change])).toEqual(
      days.map((day, i) => [day, daily[i], i === 0 ? null : daily[i]! - daily[i - 1]!])
    )

    expect(level!.value).toBe(rate(through, inTime))
    for (const { keys, value } of level!.groups) {
      expect(value).toBe(
        rate(
          through.filter(({ team, day }) => team === keys[0] && day === keys[1]),
          inTime
        )
      )
    }
    const waited = log.filter(call => call.queued).map(call => call.queueS)
    expect(queue).toMatchObject({ n: waited.length, verdict: 'missed' })
    expect(queue!.value).toBeCloseTo(mean(waited), 9)
    const sorted = waited.toSorted((a, b) => a - b)
    expect(long!.value).toBe(sorted[Math.ceil(sorted.length * 0.9) - 1])
    for (const { keys, value } of talk!.groups) {
      expect(value).toBeCloseTo(
        mean(through.filter(({ agent }) => agent === keys[0]).map(({ talkS }) => talkS)),
        9
      )
    }
    expect(whole!.value).toBeCloseTo((through.length / log.length) * rate(through, inTime), 12)
  })

  it.each(['en', 'zh'])('are shown with targets, groups and what stands behind them (%s)', async lang => {
    const { exit, out } = await linecheck(['audit', calls, '-s', standard, '--lang', lang])
    expect(exit).toBe(0)
    const golden = join(folder, `report.${lang}.out`)
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, out)
    expect(out).toBe(readFileSync(golden, 'utf8').replaceAll('\r\n', '\n'))
  })

  it('stand alone where no criterion applies to the log', async () => {
    const cwd = folderWith({
      'log.csv': 'id,agent,rings\nC-1,Ann,2\nC-2,Bob,6\n',
      's.yaml': `linecheck: 1
id: s
sections:
  - id: talk
    criteria: [{ id: vip, when: rings > 10, say: hello }]
metrics:
  - { id: quick, share: { of: rings <= 4 } }
`
    })
    const { out } = await linecheck(['audit', 'log.csv', '-s', 's.yaml', '--lang', 'en'], { cwd })
    expect(out).toContain('2 contact(s), none of which its criteria apply to; figures below')
    expect(out).toContain('50.0%')
    expect(out).not.toContain('Ann')
  })

  it('fail the run when asked to', async () => {
    expect((await audit()).exit).toBe(0)
    expect((await audit('--fail-on', 'target')).exit).toBe(1)
    expect((await audit('--fail-on', 'any')).exit).toBe(1)
    expect((await audit('--fail-on', 'fatal')).exit).toBe(0)
    const { out } = await linecheck(['audit', calls, '-s', standard, '--fail-on', 'target', '--lang', 'en'])
    expect(out.replace(/\s+/g, ' ')).toContain(
      'call-log: 3 metric(s) missed the target: connection, mean-queue, whole'
    )
  })

  it('are a table of their own in CSV, beside the one of contacts', async () => {
    const cwd = folderWith({})
    const paths = [join(home, calls), '-s', join(home, standard)]
    await linecheck(['audit', ...paths, '-o', 'week.metrics.csv', '-o', 'contacts.csv', '--lang', 'zh'], {
      cwd
    })
    const table = parse(readFileSync(join(cwd, 'week.metrics.csv')), { columns: true, bom: true }) as Record<
      string,
      string
    >[]
    expect(Object.keys(table[0]!)).toContain('结论')
    const { out } = await linecheck(['audit', ...paths, '-f', 'metrics'])
    const plain = parse(out, { columns: true }) as Record<string, string>[]
    expect(plain).toHaveLength(table.length)
    expect(plain[0]).toMatchObject({
      metric: 'connection',
      key: '',
      n: String(log.length),
      verdict: 'missed'
    })
    expect(plain.find(({ metric, key }) => metric === 'talk' && key === '2001')).toMatchObject({
      name: '沈佳宁',
      unit: 'seconds'
    })
    const contacts = parse(readFileSync(join(cwd, 'contacts.csv')), { columns: true, bom: true })
    expect(contacts).toHaveLength(48)
  })

  it('stay off a stream of one line for each contact, and go beside it', async () => {
    const args = ['audit', calls, '-s', standard, '-f', 'ndjson', '--lang', 'en']
    const { out, err } = await linecheck(args)
    expect(out.trim().split('\n')).toHaveLength(48)
    expect(err).toMatch(/KPI-01 接通率\s+77\.8%\s+>= 80%/)
    expect((await linecheck([...args, '-q'])).err).toBe('')
  })

  it('hold for their own examples', async () => {
    const { exit, out } = await linecheck(['test', standard, '--lang', 'en'])
    expect([exit, out]).toEqual([0, '5 passed, 0 failed\n'])
    const text = readFileSync(join(home, standard), 'utf8').replace('value: 66.7%', 'value: 75%')
    const cwd = folderWith({ 'own.yaml': text.replace('100%, 二组', '50%, 二组') })
    const failing = await linecheck(['test', 'own.yaml', '--lang', 'en'], { cwd })
    expect(failing.exit).toBe(1)
    expect(failing.out).toContain('own.yaml:26:9: wrong: 75% expected, got 66.7%  [connection 1]')
    expect(failing.out).toContain('wrong: 50% expected for 一组 / 2026-03-02, got 100.0%  [service-level 1]')
  })

  it('are told in plain words', async () => {
    const { out } = await linecheck(['explain', 'service-level', 'whole', '-s', standard, '--lang', 'en'])
    expect(out).toContain('The share of rows for which this holds:\n    answered - menu_end <= wait_limit')
    expect(out).toContain('A figure for all rows, and one for each team × day')
    expect(out).toContain('The product of these shares:\n    - connection\n    - service-level')
  })

  it('take a column by --map for a field that the standard declares', async () => {
    const text =
      'linecheck: 1\nid: own\nfields: { queue_len: number }\nmetrics: [{ id: m, sum: { of: queue_len } }]\n'
    const cwd = folderWith({ 'own.yaml': text, 'log.csv': 'id,agent_id,前面人数\n1,1001,2\n2,1001,3\n' })
    const run = (map: string) =>
      linecheck(['audit', 'log.csv', '-s', 'own.yaml', '-f', 'metrics', '--map', map], { cwd })
    expect((await run('queue_len=前面人数')).out).toContain('own,m,,m,,,,,5,number,2')
    const wrong = await run('queue_lne=前面人数')
    expect(wrong.exit).toBe(2)
    expect(wrong.err).toContain('queue_len')
  })
})

describe('figures beside scorecards', () => {
  it('come from the same contacts, those to which the standard applies', async () => {
    const text = [
      'linecheck: 1',
      'id: own',
      "applies: channel == 'call'",
      'sections: [{ id: s, criteria: [{ id: greets, say: 您好 }] }]',
      "metrics: [{ id: greeting, share: { of: { criterion: greets } }, per: agent, target: '>= 50%' }]"
    ].join('\n')
    const contacts = [
      ['T-1', 'call', '您好'],
      ['T-2', 'call', '喂'],
      ['T-3', 'chat', '您好']
    ].map(([id, channel, said]) =>
      JSON.stringify({ id, channel, agent: { id: '1001' }, turns: [{ by: 'agent', text: said }] })
    )
    const cwd = folderWith({ 'own.yaml': text, 'contacts.ndjson': `${contacts.join('\n')}\n` })
    const { out } = await linecheck(['audit', 'contacts.ndjson', '-s', 'own.yaml', '-f', 'json'], { cwd })
    const result = JSON.parse(out) as {
      metrics: Metric[]
      counts: Record<string, number>
      scorecards: unknown[]
    }
    expect(result.metrics[0]).toMatchObject({ value: 0.5, n: 2, verdict: 'met', against: { shown: ['T-2'] } })
    expect(result.counts).toMatchObject({ contacts: 3, evaluated: 2, notApplicable: 1, measured: 2 })
    expect(result.scorecards).toHaveLength(1)
  })
})
