import { strip } from '../../../scoring/fixed-point.ts'
import type { LintRule } from '../rule.ts'

/**
 * Weights of sections are given for all of them or for none, and add up to 100. Where the method is `deducting` they
 * are limits of what a section may take, and need not.
 */
export const weights: LintRule = ({ standard, source, plan }, report) => {
  if (plan.method === 'deducting') return
  const sections = standard.sections ?? []
  const weighed = sections.filter(section => section.weight !== undefined)
  if (weighed.length === 0) return
  const others = weighed.map(section => section.id).join(', ')
  for (const [s, section] of sections.entries()) {
    if (section.weight === undefined)
      report('lint/weights-partial', source.placeOf(['sections', s, 'id']), { value: section.id, others })
  }
  if (weighed.length < sections.length) return
  const sum = strip(weighed.reduce((total, section) => total + (section.weight ?? 0), 0))
  if (sum !== 100) report('lint/weights-sum', source.placeOf(['sections', 0, 'weight']), { value: sum })
}
