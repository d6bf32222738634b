import { parseDuration, parsePercent } from '../text/quantity.ts'
import type { JudgedValue, MetricUnit, MetricValue, TargetVerdict } from '../model/metric.ts'

/** What targets look like, for messages. */
export const targetExamples = "'>= 80%', '<= 20', '< 3min', '60%..80%', 100%"

/** A bound of a target; `open` leaves out the bound itself. */
interface Bound {
  readonly value: number
  readonly open: boolean
}

/** What a figure must lie between. */
export interface Target {
  readonly text: string
  readonly unit: MetricUnit
  readonly from?: Bound | undefined
  readonly to?: Bound | undefined
}

/** A figure as it is written: `80%`, `12.5`, `3min`. */
export interface Amount {
  /** A share is 0 to 1, a length of time in seconds. */
  readonly value: number
  readonly unit: MetricUnit
  /** How much of the value one of its written units is: 60 for `min`. */
  readonly size: number
}

const compared = /^(>=|<=|≥|≤|>|<|=)\s*(.+)$/
const between = /^(.+?)\s*\.\.\s*(.+)$/

/**
 * A target as it is written: a bound (`>= 80%`, `< 3min`), a range with both its ends (`60%..80%`), or a figure that
 * must be met exactly (`100%`, `0`). Lengths of time are in seconds. `undefined` when it is none.
 */
export function parseTarget(source: string | number): Target | undefined {
  const text = String(source).trim()
  const range = between.exec(text)
  if (range) {
    const [low, high] = [parseAmount(range[1]!), parseAmount(range[2]!)]
    if (!low || !high || low.unit !== high.unit || low.value > high.value) return undefined
    const [from, to] = [closedAt(low), closedAt(high)]
    return { text, unit: low.unit, from, to }
  }
  const [, sign = '=', rest = text] = compared.exec(text) ?? []
  const amount = parseAmount(rest)
  if (!amount) return undefined
  const { value, unit } = amount
  const bound = { value, open: sign === '>' || sign === '<' }
  if (sign === '=') return { text, unit, from: bound, to: bound }
  return sign === '>' || sign === '>=' || sign === '≥'
    ? { text, unit, from: bound }
    : { text, unit, to: bound }
}

function closedAt({ value }: Amount): Bound {
  return { value, open: false }
}

/** Reads a figure; `undefined` when it is none. */
export function parseAmount(written: string): Amount | undefined {
  const text = written.trim()
  const share = parsePercent(text)
  if (share !== undefined) return { value: share, unit: 'share', size: 0.01 }
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { value: Number(text), unit: 'number', size: 1 }
  const ms = parseDuration(text)
  if (ms === undefined) return undefined
  const size = parseDuration(text.replace(/^[\d.]+/, '1')) ?? 1000
  return { value: ms / 1000, unit: 'seconds', size: size / 1000 }
}

/** Whether a figure keeps to a target. Compared are 12 digits, so that 99.9 % is the same however it came about. */
export function meetsTarget(figure: number, { from, to }: Target): boolean {
  const value = digits(figure)
  const [low, high] = [from && digits(from.value), to && digits(to.value)]
  if (low !== undefined && (value < low || (from?.open && value === low))) return false
  return high === undefined || value < high || (value === high && !to?.open)
}

function digits(value: number): number {
  return Number(value.toPrecision(12))
}

/** Holds a figure against the target of its metric, if there is one. */
export function judgeFigure(figure: MetricValue, target: Target | undefined): JudgedValue {
  if (!target) return figure
  const { value, low, high } = figure
  const verdict: TargetVerdict = value === null ? 'none' : meetsTarget(value, target) ? 'met' : 'missed'
  const edges = [target.from?.value, target.to?.value].filter(edge => edge !== undefined)
  const close = low !== undefined && high !== undefined && edges.some(edge => low <= edge && edge <= high)
  return { ...figure, verdict, ...(close && { close }) }
}
