import type { LintRule } from '../rule.ts'

/** Points of severities are taken, or the standard says that they are mere labels. */
export const severities: LintRule = ({ standard, entries, source, plan }, report) => {
  const { method, severities: points } = standard.scoring ?? {}
  if (!points || method !== undefined || plan.method !== 'weighted') return
  const used = entries.some(({ criterion: { severity } }) => severity !== undefined && points[severity] !== 0)
  if (used) report('lint/idle-severities', source.placeOfKey(['scoring', 'severities']), {})
}
