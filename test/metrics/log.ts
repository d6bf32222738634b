import type { Calendar } from '../../src/metrics/calendar/calendar.ts'
import type {
  AnyGauge,
  Gauge,
  MetricEnv,
  MetricFault,
  MetricKind,
  Moment,
  Path
} from '../../src/metrics/metric.ts'

/** A row of a made-up log. */
export interface LogRow {
  readonly id: string
  readonly customer?: string | undefined
  /** `2026-03-02T09:00`, or the day alone; a wall clock. */
  readonly started?: string | undefined
  readonly [field: string]: unknown
}

/** Faults that were reported, with their places. */
export type Faults = [MetricFault, Path][]

/**
 * An environment that knows fields by name and no more: a condition is a field that is true or false, or `field=value`.
 */
export function createEnv(faults: Faults = [], calendar?: Calendar): MetricEnv<LogRow> {
  return {
    condition(source) {
      const [field, value] = String(source).split('=') as [string, string?]
      return row => {
        const found = row[field]
        if (found === undefined) return undefined
        return value === undefined ? found === true : value.split('|').includes(String(found))
      }
    },
    number: source => row => (typeof row[source] === 'number' ? row[source] : undefined),
    key: source => row => (row[source] === undefined ? undefined : String(row[source])),
    moment:
      (source = 'started') =>
      row =>
        momentOf(row[source]),
    calendar,
    misses: () => false,
    name: row => row.id,
    metric: () => undefined,
    report: (fault, at) => void faults.push([fault, at])
  }
}

function momentOf(text: unknown): Moment | undefined {
  if (typeof text !== 'string') return undefined
  const [day, clock] = text.split('T') as [string, string?]
  const [hour, minute] = (clock ?? '00:00').split(':').map(Number) as [number, number]
  const at = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000
  return { at, day, minute: hour * 60 + minute, ...(clock === undefined && { dateOnly: true }) }
}

export function compileKind<Options, State>(
  kind: MetricKind<Options, State>,
  options: Options,
  calendar?: Calendar
): AnyGauge<LogRow> {
  const faults: Faults = []
  const gauge = kind.compile(options, createEnv(faults, calendar))
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return gauge as unknown as AnyGauge<LogRow>
}

/** The figure of all rows, in one go. */
export function measure<State>(gauge: Gauge<LogRow, State>, rows: readonly LogRow[]) {
  const state = gauge.init()
  for (const row of rows) gauge.add(state, row)
  return gauge.finish(state)
}

/** The figure of rows that come in another order and in several parts. */
export function measureInParts<State>(
  gauge: Gauge<LogRow, State>,
  rows: readonly LogRow[],
  random: () => number
) {
  const parts = Array.from({ length: 4 }, () => gauge.init())
  for (const row of shuffle(rows, random)) gauge.add(parts[Math.floor(random() * parts.length)]!, row)
  const whole = shuffle(parts, random).reduce((a, b) => gauge.merge(a, structuredClone(b)))
  return gauge.finish(whole)
}

/** Numbers from 0 to 1 that are the same for every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const item = mixed[i]!
    mixed[i] = mixed[j]!
    mixed[j] = item
  }
  return mixed
}
