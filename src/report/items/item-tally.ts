import type { Item, ItemStatus } from './item.ts'
import type { ItemSummary } from './item-format.ts'

/** Counts items as they go by; its size depends on the number of rules alone. */
export interface ItemTally {
  add(item: Item): void
  finish(): Omit<ItemSummary, 'verdict'>
}

export function createItemTally(): ItemTally {
  const items: Record<ItemStatus, number> = { passed: 0, failed: 0, skipped: 0, error: 0 }
  const findings = { error: 0, warning: 0, note: 0 }
  const rules = new Set<string>()
  const byRule = new Map<string, number>()
  let waived = 0
  return {
    add(item) {
      items[item.status]++
      for (const finding of item.findings) {
        rules.add(finding.rule)
        if (finding.waived) {
          waived++
          continue
        }
        findings[finding.severity]++
        byRule.set(finding.rule, (byRule.get(finding.rule) ?? 0) + 1)
      }
    },
    finish: () => ({
      items: { ...items },
      findings: { ...findings },
      waived,
      rules: [...rules].sort(),
      byRule: new Map(byRule)
    })
  }
}
