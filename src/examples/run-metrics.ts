import type { Place } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { parseAmount, type Amount } from '../metrics/target.ts'
import type { Contact, FieldValue } from '../model/contact.ts'
import type { JudgedValue } from '../model/metric.ts'
import { formatFixed } from '../report/figures.ts'
import { formatMetric } from '../report/metric-figures.ts'
import type { ExampleParts } from '../standard/example.ts'
import type { MetricExampleSource, MetricRowSource } from '../standard/metric-source.ts'
import type { CompiledMetric, CompiledStandard } from '../standard/standard.ts'
import { isValidOn } from '../standard/valid.ts'
import { viewOf } from '../standard/view.ts'
import { readExample } from './read.ts'

/** One thing of a metric's example that came out otherwise; `what` is a group, or '' for the figure over all rows. */
export interface MetricDifference {
  readonly what: string
  readonly expected: string
  readonly actual: string
}

export interface MetricExampleResult {
  readonly metric: string
  readonly place: Place
  /** Number of the example, from 1. */
  readonly number: number
  /** It held when nothing differs. */
  readonly differences: readonly MetricDifference[]
  /** Why a row cannot be read. */
  readonly reason?: string | undefined
}

/** Runs the examples of the metrics that `chosen` keeps. */
export function* runMetricExamples(
  standard: CompiledStandard,
  chosen: (metric: CompiledMetric) => boolean,
  lang: Lang
): Iterable<MetricExampleResult> {
  for (const metric of standard.metrics) {
    if (!chosen(metric)) continue
    for (const [i, { source, place }] of metric.examples.entries()) {
      const head = { metric: metric.header.id, place, number: i + 1 }
      yield { ...head, ...runOne(standard, metric, source, lang) }
    }
  }
}

function runOne(
  standard: CompiledStandard,
  { gauge, header }: CompiledMetric,
  example: MetricExampleSource,
  lang: Lang
): Pick<MetricExampleResult, 'differences' | 'reason'> {
  const state = gauge.init()
  for (const [i, row] of example.rows.entries()) {
    const { contact, reason } = readRow(row, `#${i + 1}`, lang)
    if (!contact) return { differences: [], reason }
    const view = viewOf(standard, contact)
    const applies = standard.applies?.test(view)
    const outside = applies?.kind === 'value' && !applies.value
    if (!outside && isValidOn(standard.valid, contact.started)) gauge.add(state, view)
  }
  const { figure, groups } = gauge.finish(state)
  const byKey = new Map(groups.map(group => [group.keys.map(key => key ?? '').join(' / '), group.figure]))
  const show = ({ value }: JudgedValue): string => formatMetric(value, header.unit)
  const differences: MetricDifference[] = []
  const compare = (what: string, expected: string | number | null, actual: JudgedValue | undefined): void => {
    if (actual && isAlike(expected, actual.value)) return
    differences.push({ what, expected: String(expected), actual: actual ? show(actual) : '–' })
  }
  if (example.value !== undefined) compare('', example.value, figure)
  if (example.verdict !== undefined && example.verdict !== figure.verdict) {
    differences.push({ what: '', expected: example.verdict, actual: figure.verdict ?? '–' })
  }
  for (const [key, expected] of Object.entries(example.groups ?? {})) compare(key, expected, byKey.get(key))
  return { differences }
}

/** Figures are compared to as many digits as the expected one is written with. */
function isAlike(expected: string | number | null, actual: number | null): boolean {
  if (expected === null || actual === null) return expected === actual
  const amount = parseAmount(String(expected))
  if (!amount) return false
  const digits = String(expected).split('.')[1]?.match(/^\d+/)?.[0].length ?? 0
  return write(amount.value, amount, digits) === write(actual, amount, digits)
}

/** In percent or in the unit that it is written in, to so many digits. */
function write(value: number, { unit, size }: Amount, digits: number): string {
  return formatFixed(unit === 'share' ? value * 100 : value / size, digits)
}

const own = ['id', 'agent', 'team', 'customer', 'channel', 'started', 'talk'] as const

/** A row says its fields, and beside them what the contact says of itself. */
function readRow(
  row: MetricRowSource,
  number: string,
  lang: Lang
): { readonly contact?: Contact | undefined; readonly reason?: string | undefined } {
  const fields = Object.fromEntries(
    Object.entries(row).filter(([key]) => !(own as readonly string[]).includes(key))
  ) as Readonly<Record<string, FieldValue>>
  const textOf = (key: (typeof own)[number]): string | undefined => {
    const value = row[key]
    return value === undefined || value === null ? undefined : String(value)
  }
  const talk = row['talk'] as ExampleParts['talk']
  const parts: ExampleParts = {
    ...(talk !== undefined && talk !== null && { talk }),
    fields,
    channel: textOf('channel'),
    agent: textOf('agent'),
    customer: textOf('customer'),
    started: textOf('started')
  }
  const read = readExample(parts, textOf('id') ?? number, lang)
  if (!read.ok) return { reason: read.reason }
  const { contact } = read
  return { contact: { ...contact, agent: { ...contact.agent, team: textOf('team') } } }
}
