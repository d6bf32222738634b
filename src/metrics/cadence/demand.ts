import { dayTermExamples, parseTerm, type Term } from '../calendar/term.ts'
import type { MetricEnv, Path } from '../metric.ts'
import { periods, type Period } from '../period.ts'
import {
  quotaKeys,
  type Amount,
  type CadenceOptions,
  type DemandSource,
  type QuotaKey,
  type QuotasSource
} from './options.ts'

/** How many events of a kind each full period must hold. */
export interface Quota {
  readonly name: string
  readonly period: Period
  readonly min: number
  readonly max: number
  /** Which of the conditions the events must meet; `undefined` for all events. */
  readonly mark: number | undefined
}

/** What is demanded of a key while it is in a tier. */
export interface Demand {
  readonly every: Term | undefined
  readonly quotas: readonly Quota[]
}

type Test<Row> = (row: Row) => boolean | undefined

export interface Demands<Row> {
  readonly list: readonly Demand[]
  /** The number of the demand that a row puts its key under, -1 for none, `undefined` where it does not tell. */
  demandOf(row: Row): number | undefined
  /** Whether rows that are no events tell anything of demands. */
  readonly varies: boolean
  /** Conditions that events of quotas meet. */
  readonly marks: readonly Test<Row>[]
}

/** Reads what a cadence demands, of all keys or tier by tier. */
export function compileDemands<Row>(options: CadenceOptions, env: MetricEnv<Row>): Demands<Row> {
  const { tiers, ...whole } = options
  const marks = new Map<string, Test<Row>>()
  const markOf = (source: unknown, at: Path): number => {
    const id = JSON.stringify(source)
    if (!marks.has(id)) marks.set(id, env.condition(source, at))
    return [...marks.keys()].indexOf(id)
  }
  const shared = readDemand(whole, [], env, markOf)
  const own = tiers?.map((tier, i) => readDemand(tier, ['tiers', i], env, markOf))
  const list = (own ?? [{}]).map((demand, i) => {
    const { every, ...quotas } = { ...shared, ...demand }
    if (every === undefined && Object.keys(quotas).length === 0) {
      env.report({ kind: 'missing', value: 'every' }, own ? ['tiers', i] : [])
    }
    return { every: every?.term, quotas: Object.values(quotas).flatMap(found => found ?? []) }
  })
  const base = whole.among === undefined ? () => true : env.condition(whole.among, ['among'])
  const tests = (tiers ?? []).map((tier, i): Test<Row> =>
    tier.among === undefined ? () => true : env.condition(tier.among, ['tiers', i, 'among'])
  )
  return {
    list,
    varies: whole.among !== undefined || tests.length > 0,
    marks: [...marks.values()],
    demandOf(row) {
      const inside = base(row)
      if (!inside || tests.length === 0) return inside === undefined ? undefined : inside ? 0 : -1
      for (const [i, test] of tests.entries()) {
        const here = test(row)
        if (here === undefined) return undefined
        if (here) return i
      }
      return -1
    }
  }
}

/** The keys of a demand that are there, read; those of a tier take the place of those that all tiers share. */
type Parts = { every?: { readonly term: Term | undefined } } & Partial<Record<QuotaKey, readonly Quota[]>>

function readDemand<Row>(
  source: DemandSource,
  at: Path,
  env: MetricEnv<Row>,
  markOf: (source: unknown, at: Path) => number
): Parts {
  const parts: Parts = {}
  if (source.every !== undefined) parts.every = { term: readEvery(source.every, [...at, 'every'], env) }
  for (const [i, key] of quotaKeys.entries()) {
    const quotas = source[key]
    if (quotas !== undefined) parts[key] = readQuotas(quotas, periods[i]!, [...at, key], env, markOf)
  }
  return parts
}

function readEvery<Row>(text: string, at: Path, env: MetricEnv<Row>): Term | undefined {
  const term = parseTerm(text)
  if (!term || term.unit === 'ms') {
    env.report({ kind: 'bad-value', value: text, allowed: dayTermExamples }, at)
    return undefined
  }
  if (term.unit === 'workdays' && !env.calendar) env.report({ kind: 'no-calendar', value: text }, at)
  return term
}

function readQuotas<Row>(
  source: QuotasSource,
  period: Period,
  at: Path,
  env: MetricEnv<Row>,
  markOf: (source: unknown, at: Path) => number
): readonly Quota[] {
  const named = typeof source === 'object' ? source : { any: source }
  return Object.entries(named).flatMap(([name, written]) => {
    const path = typeof source === 'object' ? [...at, name] : at
    const number = typeof written === 'object' ? written.number : written
    const amount = readAmount(number)
    if (!amount) {
      const place = typeof written === 'object' ? [...path, 'number'] : path
      env.report({ kind: 'bad-value', value: String(number), allowed: '4, 1..2, 1.., ..2' }, place)
      return []
    }
    const of = typeof written === 'object' ? written.of : undefined
    const mark =
      of !== undefined ? markOf(of, [...path, 'of']) : name === 'any' ? undefined : markOf(name, path)
    return [{ name, period, ...amount, mark }]
  })
}

/** `4`: at least so many; `1..2`, `1..`, `..2`. */
function readAmount(written: Amount): { readonly min: number; readonly max: number } | undefined {
  const match = /^(\d*)(?:(\.\.)(\d*))?$/.exec(String(written).trim())
  if (!match || (match[1] === '' && !match[3])) return undefined
  const min = Number(match[1] || 0)
  const max = match[3] ? Number(match[3]) : Infinity
  return min <= max ? { min, max } : undefined
}
