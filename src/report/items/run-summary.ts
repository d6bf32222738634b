import type { Lang } from '../../diagnostics/wording.ts'
import type { RunHeader, RunSummary } from '../report.ts'
import type { ItemStatus, RuleHeader } from './item.ts'
import type { ItemSummary } from './item-format.ts'
import { ruleOfCriterion } from './of-evaluation.ts'
import { itemOfMetric } from './of-metric.ts'

/**
 * What the items of an audit come to, from its summary alone: the scorecards over all contacts have the counts of every
 * criterion, whichever thread judged them.
 */
export function summarizeRun(
  summary: RunSummary,
  header: RunHeader,
  ruleOf: (id: string) => RuleHeader,
  lang: Lang
): ItemSummary {
  const items: Record<ItemStatus, number> = { passed: 0, failed: 0, skipped: 0, error: 0 }
  const byRule = new Map<string, number>()
  const waived = new Map(
    (summary.waived ?? []).map(count => [ruleOfCriterion(count.standard, count.criterion), count])
  )
  for (const { standard, criteria } of summary.overall) {
    for (const { id, counts } of criteria) {
      items.passed += counts.pass
      // What was excused is not applicable; what was there before still fails.
      const rule = ruleOfCriterion(standard, id)
      const before = waived.get(rule)?.inBaseline ?? 0
      items.failed += counts.fail - before
      items.skipped += counts.na + counts.unknown + before
      if (counts.fail > before) byRule.set(rule, counts.fail - before)
    }
  }
  for (const metric of summary.metrics ?? []) {
    const standard = header.standards.find(({ id }) => id === metric.standard)
    const item = itemOfMetric(metric, standard, lang)
    if (item) items[item.status]++
    for (const { rule } of item?.findings ?? []) byRule.set(rule, 1)
  }
  for (const [code, count] of summary.badCodes ?? []) {
    items.error += count
    byRule.set(code, count)
  }
  const findings = { error: 0, warning: 0, note: 0 }
  for (const [rule, count] of byRule) findings[ruleOf(rule).severity] += count
  return {
    items,
    findings,
    waived: [...waived.values()].reduce((sum, each) => sum + each.suppressed + each.inBaseline, 0),
    rules: [...new Set([...byRule.keys(), ...waived.keys()])].sort(),
    byRule,
    run: { header, summary },
    verdict: summary.verdict
  }
}
