import type {
  JudgedValue,
  MetricGroup,
  MetricHeader,
  MetricResult,
  TargetVerdict,
  TrendStep
} from '../../model/metric.ts'
import { formatCount } from '../figures.ts'
import { formatChange, formatMetric } from '../metric-figures.ts'
import type { ReportContext } from '../report.ts'
import type { Words } from '../words.ts'
import { cutEnd, displayWidth, joinFitting, showText } from './display.ts'
import { labelClause, labelPerson } from './labels.ts'
import { type Cell, type Column, layoutTable } from './table.ts'
import { wrapHanging, wrapParts } from './wrap.ts'

/** Up to so many groups are shown in their own order; of more the worst ones. */
const ALL = 24
const WORST = 10
/** How many periods of a trend are shown, the latest. */
const PERIODS = 12

const signs: Readonly<Record<TargetVerdict, string>> = { met: '✓', missed: '✗', none: ' ' }

/** The figures of one standard: all of them in a table, then each with its groups, its trend and the rows behind it. */
export function* renderMetrics(
  metrics: readonly MetricResult[],
  context: ReportContext,
  words: Words,
  width: number
): Generator<string> {
  yield* renderFigures(metrics, context, words, width)
  for (const result of metrics) yield* renderMetric(result, context, words, width)
}

/** The table of all figures alone. */
export function* renderFigures(
  metrics: readonly MetricResult[],
  context: ReportContext,
  words: Words,
  width: number
): Generator<string> {
  if (metrics.length === 0) return
  const { paint } = context
  const columns: readonly Column[] = [
    { id: 'metric', head: `  ${words.metric}`, align: 'left', min: 16, max: 44 },
    { id: 'figure', head: words.figure, align: 'right' },
    { id: 'target', head: words.target, align: 'left', drop: 2 },
    { id: 'n', head: words.contactsHead, align: 'right' },
    { id: 'interval', head: '95%', align: 'left', drop: 1 },
    { id: 'unknown', head: words.unknown, align: 'right', drop: 3 }
  ]
  const unclear = metrics.some(({ figure }) => figure.unknown > 0)
  const shown = unclear ? columns : columns.slice(0, -1)
  const rows = metrics.map(({ metric, figure }) =>
    [
      { text: `${signOf(figure)} ${labelMetric(metric)}`, paint: paintOf(figure, context) },
      { text: formatMetric(figure.value, metric.unit), paint: paintOf(figure, context) },
      { text: metric.target === undefined ? '' : showText(metric.target) + closeOf(figure) },
      { text: formatCount(figure.n) },
      { text: intervalOf(figure, metric, words) },
      { text: figure.unknown > 0 ? formatCount(figure.unknown) : '' }
    ].slice(0, shown.length)
  )
  const lines = layoutTable(shown, rows, width - 1, paint)
  yield ` ${lines.head.trimEnd()}\n ${lines.rule}\n`
  for (const line of lines.rows) yield ` ${line.trimEnd()}\n`
  const legend = [words.legendTarget(signs.met, signs.missed)]
  if (metrics.some(({ figure, groups }) => [figure, ...groups.map(group => group.figure)].some(f => f.close)))
    legend.push(words.legendClose('~'))
  for (const line of wrapParts(legend, width - 1)) yield ` ${paint.dim(line)}\n`
  yield '\n'
}

function* renderMetric(
  { metric, figure, groups, trend }: MetricResult,
  context: ReportContext,
  words: Words,
  width: number
): Generator<string> {
  const { paint } = context
  const missed = figure.verdict === 'missed'
  const advice = missed && metric.advice !== undefined
  if (groups.length === 0 && trend.length === 0 && !advice && figure.against.total === 0) return
  yield `${headLine(metric, figure, context, words, width)}\n`
  if (figure.against.total > 0) {
    const { shown, total } = figure.against
    const lead = `  ${words.against(formatCount(total))}  `
    const hidden = total - shown.length
    const names = [...shown.map(showText), ...(hidden > 0 ? [words.more(formatCount(hidden))] : [])]
    yield `${paint.dim(lead + joinFitting(names, words.and, width - displayWidth(lead)))}\n`
  }
  if (advice) for (const line of wrapHanging(showText(metric.advice!), width, '  → ')) yield `${line}\n`
  if (trend.length > 0) {
    for (const line of wrapHanging(trendOf(trend, metric, words), width, `  ${words.trend}  `))
      yield `${line}\n`
  }
  if (groups.length > 0) yield* renderGroups(groups, metric, context, words, width)
  yield '\n'
}

function headLine(
  metric: MetricHeader,
  figure: JudgedValue,
  context: ReportContext,
  words: Words,
  width: number
): string {
  const { paint } = context
  const value = formatMetric(figure.value, metric.unit)
  const per =
    metric.per.length === 0 ? '' : ` · ${metric.per.map(name => words.per[name] ?? name).join(' × ')}`
  const name = cutEnd(
    `${signOf(figure)} ${labelMetric(metric)}${showText(per)}`.trimStart(),
    width - value.length - 4
  )
  const line = '─'.repeat(Math.max(1, width - displayWidth(name) - value.length - 2))
  const painted = paintOf(figure, context)
  return `${paint.bold(painted(name))} ${paint.dim(line)} ${painted(value)}`
}

function* renderGroups(
  groups: readonly MetricGroup[],
  metric: MetricHeader,
  context: ReportContext,
  words: Words,
  width: number
): Generator<string> {
  const missed = groups.filter(({ figure }) => figure.verdict === 'missed').length
  const shown = groups.length > ALL ? worstOf(groups).slice(0, WORST) : groups
  const facts = [
    ...(metric.target === undefined
      ? []
      : [words.groupsMissed(formatCount(missed), formatCount(groups.length))]),
    ...(shown.length < groups.length
      ? [
          words.groupsShown(
            formatCount(shown.length),
            formatCount(groups.length),
            metric.target !== undefined
          )
        ]
      : [])
  ]
  for (const line of wrapParts(facts, width - 2)) yield `  ${context.paint.dim(line)}\n`
  const trending = shown.some(({ trend }) => trend.length > 0)
  const bounded = shown.some(({ figure }) => figure.low !== undefined)
  const columns: readonly Column[] = [
    ...metric.per.map((name, i): Column => ({
      id: `key${i}`,
      head: `${i === 0 ? '  ' : ''}${showText(words.per[name] ?? name)}`,
      align: 'left',
      min: 8,
      max: 28
    })),
    { id: 'figure', head: words.figure, align: 'right' },
    { id: 'n', head: words.contactsHead, align: 'right' },
    ...(bounded ? [{ id: 'interval', head: '95%', align: 'left', drop: 1 } as const] : []),
    ...(trending ? [{ id: 'trend', head: words.trend, align: 'right', drop: 2 } as const] : [])
  ]
  const rows = shown.map(({ keys, name, figure, trend }): Cell[] => [
    ...keys.map((key, i) => {
      const label = labelKey(key, metric.per[i]!, name, words)
      return { text: i === 0 ? `${signOf(figure)} ${label}` : label, paint: paintOf(figure, context) }
    }),
    { text: formatMetric(figure.value, metric.unit) + closeOf(figure), paint: paintOf(figure, context) },
    { text: formatCount(figure.n) },
    ...(bounded ? [{ text: intervalOf(figure, metric, words) }] : []),
    ...(trending ? [{ text: lastChange(trend, metric) }] : [])
  ])
  const lines = layoutTable(columns, rows, width - 2, context.paint)
  yield `  ${lines.head.trimEnd()}\n`
  for (const line of lines.rows) yield `  ${line.trimEnd()}\n`
}

/** Those that missed the target first, the fewest met before the others; without a target the largest groups. */
function worstOf(groups: readonly MetricGroup[]): readonly MetricGroup[] {
  const rank = ({ figure }: MetricGroup): number =>
    figure.verdict === 'missed' ? 0 : figure.verdict === 'none' ? 2 : 1
  return groups.toSorted(
    (a, b) => rank(a) - rank(b) || b.figure.against.total - a.figure.against.total || b.figure.n - a.figure.n
  )
}

function trendOf(trend: readonly TrendStep[], metric: MetricHeader, words: Words): string {
  const steps = trend.slice(-PERIODS).map(({ period, figure, change }) => {
    const moved = change === null ? '' : ` (${formatChange(change, metric.unit)})`
    return `${period ?? words.noDate} ${formatMetric(figure.value, metric.unit)}${moved}`
  })
  return (trend.length > PERIODS ? '… ' : '') + steps.join(' → ')
}

function lastChange(trend: readonly TrendStep[], metric: MetricHeader): string {
  const last = trend.findLast(({ period }) => period !== null)
  return last === undefined || last.change === null ? '' : formatChange(last.change, metric.unit)
}

function labelMetric(metric: MetricHeader): string {
  return metric.clause.length === 0
    ? showText(metric.title)
    : `${labelClause(metric)} ${showText(metric.title)}`
}

function labelKey(key: string | null, per: string, name: string | undefined, words: Words): string {
  if (key === null) return words.unknownKey(words.per[per] ?? showText(per))
  if (per === 'weekday') return words.weekdays[Number(key) - 1] ?? key
  return per === 'agent' ? labelPerson(key, name) : showText(key)
}

function signOf({ verdict }: JudgedValue): string {
  return verdict === undefined ? ' ' : signs[verdict]
}

function closeOf({ close }: JudgedValue): string {
  return close ? ' ~' : ''
}

function intervalOf({ low, high }: JudgedValue, { unit }: MetricHeader, words: Words): string {
  if (low === undefined || high === undefined) return ''
  return words.range(formatMetric(low, unit), formatMetric(high, unit))
}

function paintOf({ verdict }: JudgedValue, { paint }: ReportContext): (text: string) => string {
  if (verdict === 'missed') return paint.error
  return verdict === 'met' ? paint.good : text => text
}
