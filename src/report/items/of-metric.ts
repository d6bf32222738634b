import type { MetricResult } from '../../model/metric.ts'
import { digestOf } from '../../text/digest.ts'
import { formatMetric } from '../metric-figures.ts'
import type { RunHeader, StandardHeader } from '../report.ts'
import { wordsOf } from '../words.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import { withLine, type Finding, type Item, type RuleHeader } from './item.ts'

/** The name of a metric's rule; no criterion can be called so. */
export const ruleOfMetric = (standard: string, metric: string): string => `${standard}/metrics/${metric}`

/** The headers of the rules that the targets of metrics are. */
export function rulesOfMetrics(header: RunHeader): ReadonlyMap<string, RuleHeader> {
  return new Map(
    header.standards.flatMap(standard =>
      (standard.metrics ?? [])
        .filter(({ target }) => target !== undefined)
        .map(metric => {
          const id = ruleOfMetric(standard.id, metric.id)
          const { title, advice, clause, file, line } = metric
          const place = file === undefined ? undefined : { file, line }
          return [id, { id, title, advice, clause, severity: 'warning', place }] as const
        })
    )
  )
}

/** The items that metrics are: the figure of each over all rows, held against its target; none without a target. */
export function itemOfMetric(
  { standard: id, metric, figure }: MetricResult,
  standard: StandardHeader | undefined,
  lang: Lang
): Item | undefined {
  if (metric.target === undefined || figure.verdict === undefined) return undefined
  const words = wordsOf(lang)
  const name = ruleOfMetric(id, metric.id)
  const place = withLine({ file: metric.file ?? id, line: metric.line })
  const suite = `${standard?.title ?? id} · ${words.metrics}`
  const item = { suite, name, place, findings: [] }
  if (figure.verdict === 'met') return { ...item, status: 'passed' }
  if (figure.verdict === 'none') return { ...item, status: 'skipped', reason: words.verdicts.none }
  const finding: Finding = {
    rule: name,
    severity: 'warning',
    message: `${metric.title}: ${formatMetric(figure.value, metric.unit)} (${words.target} ${metric.target})`,
    hint: metric.advice,
    clause: metric.clause,
    place,
    fingerprint: digestOf([name])
  }
  return { ...item, status: 'failed', findings: [finding] }
}
