import type { Finding, Item } from './item.ts'

/** How an item stands for programs that know four outcomes. */
export interface ItemOutcome {
  readonly kind: 'passed' | 'failed' | 'error' | 'skipped'
  /** The findings that count. */
  readonly open: readonly Finding[]
  /** Why it was skipped. */
  readonly reason?: string | undefined
}

/** An item whose findings are all waived was skipped, for the reason of the waiver. */
export function outcomeOf({ status, reason, findings }: Item): ItemOutcome {
  const open = findings.filter(({ waived }) => !waived)
  if (status === 'error' || (status === 'failed' && open.length > 0)) return { kind: status, open }
  const waiver = findings.find(({ waived }) => waived)?.waived
  if (waiver) return { kind: 'skipped', open, reason: waiver.reason ?? waiver.kind }
  return { kind: status, open, reason }
}
