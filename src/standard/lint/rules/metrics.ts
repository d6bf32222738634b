import { parseTarget } from '../../../metrics/target.ts'
import { metricKinds } from '../../../metrics/index.ts'
import type { MetricSource } from '../../metric-source.ts'
import type { LintRule } from '../rule.ts'

/** A metric says which clause it holds, what it tells, and what it must come to; and that is something it can. */
export const metrics: LintRule = ({ metrics: entries, source, around }, report) => {
  for (const { metric, at } of entries) {
    const { id, clause, title, target, advice } = metric
    const place = source.placeOf([...at, 'id'])
    if (clause === undefined) report('lint/metric-no-clause', place, { value: id })
    if (title === undefined) report('lint/metric-no-title', place, { value: id })
    if (target === undefined) {
      report('lint/metric-no-target', place, { value: id })
      continue
    }
    if (advice === undefined) report('lint/metric-no-advice', place, { value: id })
    const wrong = judgeTarget(metric, around.vars)
    if (wrong !== undefined) report(wrong, source.placeOf([...at, 'target']), { value: String(target) })
  }
}

/** What is wrong with a target that is well formed: a share lies between 0 and 1, and is hardly ever met exactly. */
function judgeTarget(
  metric: MetricSource,
  vars: Readonly<Record<string, unknown>>
): 'lint/target-range' | 'lint/target-exact' | 'lint/target-idle' | undefined {
  const text = String(metric.target).replace(/\{([^{}]+)\}/g, (_, name: string) => String(vars[name]))
  const target = parseTarget(text)
  const kind = metricKinds.find(({ name }) => name in metric)
  if (!target || kind?.figure !== 'share') return undefined
  const [from, to] = [target.from?.value, target.to?.value]
  if ([from, to].some(edge => edge !== undefined && (edge < 0 || edge > 1))) return 'lint/target-range'
  if (from !== undefined && from === to) return from > 0 && from < 1 ? 'lint/target-exact' : undefined
  const always = (from ?? 0) === 0 && !target.from?.open && (to ?? 1) === 1 && !target.to?.open
  return always ? 'lint/target-idle' : undefined
}
