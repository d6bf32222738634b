import type { ConditionSource } from '../checks/sources.ts'
import { formatPlace } from '../diagnostics/render.ts'
import { metricKinds } from '../metrics/index.ts'
import { wordsOf } from '../report/words.ts'
import type { MetricExampleSource } from '../standard/metric-source.ts'
import type { Bench } from './bench.ts'
import { conditionInWords } from './condition-words.ts'
import { withTitle, type Part } from './criterion.ts'
import { inset } from './pattern-words.ts'
import { asWritten } from './text.ts'

type Options = Readonly<Record<string, unknown>>

/** One metric in plain words: what the figure is of which rows, for whom, and what it must come to. */
export function explainMetric(index: number, bench: Bench): readonly Part[] {
  const { standard, written, tell, lang } = bench
  const { header, place } = standard.metrics[index]!
  const { metric } = written.metrics[index]!
  const words = wordsOf(lang)
  const kind = metricKinds.find(({ name }) => name === header.kind)
  const options = (metric as unknown as Options)[header.kind]
  const facts = [
    formatPlace(place),
    ...header.clause.map(clause => tell('clause', { clause: withTitle(clause, bench) })),
    ...(header.dimension === undefined ? [] : [words.dimensions[header.dimension] ?? header.dimension])
  ]
  const conditions = [
    ['applies', written.standard.applies],
    ['metric.when', metric.when]
  ] as const
  const per = header.per.map(name => words.per[name] ?? name).join(' × ')
  const layers = [
    ...(per === '' ? [] : [tell('metric.per', { per })]),
    ...(metric.at === undefined ? [] : [tell('metric.at', { field: metric.at })]),
    ...(header.trend === undefined
      ? []
      : [tell('metric.trend', { period: words.per[header.trend] ?? header.trend })])
  ]
  return [
    { head: [header.id, metric.title].filter(part => part !== undefined).join('  '), lines: facts },
    { head: tell('head.measures'), lines: [...figureInWords(kind?.name, options, bench), ...layers] },
    {
      head: tell('head.when'),
      lines: conditions.flatMap(([key, condition]) =>
        condition === undefined
          ? []
          : [tell(key), ...inset(conditionInWords(condition, written.standard, tell))]
      )
    },
    { head: tell('head.target'), lines: header.target === undefined ? [] : [header.target] },
    { head: tell('head.advice'), lines: header.advice === undefined ? [] : header.advice.trim().split('\n') },
    { head: tell('head.examples'), lines: (metric.examples ?? []).flatMap(exampleLines) }
  ].filter(({ lines }) => lines.length > 0)
}

/** What a kind does with its options; of one that has no words of its own, the options as they are written. */
function figureInWords(kind: string | undefined, written: unknown, bench: Bench): readonly string[] {
  const { tell } = bench
  const options = (written ?? {}) as Options
  const among =
    options['among'] === undefined ? [] : [tell('metric.among'), ...inset(condition(options['among'], bench))]
  const of = String(options['of'])
  switch (kind) {
    case 'share':
      return [tell('metric.share'), ...inset(condition(options['of'], bench)), ...among]
    case 'count':
      return options['of'] === undefined
        ? [tell('metric.count-all')]
        : [tell('metric.count'), ...inset(condition(options['of'], bench))]
    case 'mean':
    case 'sum':
      return [tell(`metric.${kind}`, { of }), ...among]
    case 'percentile':
      return [tell('metric.percentile', { of, p: String(options['p']) }), ...among]
    case 'ratio':
      return [tell('metric.ratio', { of, to: String(options['to']) }), ...among]
    case 'product':
      return [tell('metric.product'), ...inset(factorLines(options['of'], bench))]
    default:
      return kind === undefined ? [] : [`${kind}:`, ...inset(asWritten(written))]
  }
}

function factorLines(factors: unknown, bench: Bench): readonly string[] {
  return (factors as readonly unknown[]).flatMap(factor => {
    const lines = typeof factor === 'string' ? [factor] : figureInWords('share', factor, bench)
    return lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))
  })
}

function condition(source: unknown, { written, tell }: Bench): readonly string[] {
  return conditionInWords(source as ConditionSource, written.standard, tell)
}

function exampleLines({ rows, ...expected }: MetricExampleSource): readonly string[] {
  const line = (map: object): string =>
    `{ ${Object.entries(map)
      .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
      .join(', ')} }`
  return [...rows.map(row => line(row)), `→ ${line(expected)}`]
}
