import { fill, type Lang, type Wording } from '../diagnostics/wording.ts'
import type { Finding } from '../report/items/item.ts'

/** How many findings do not count, by why. */
export type WaivedCounts = Readonly<Record<'suppression' | 'baseline', number>>

const wordings = {
  suppression: { en: ', {count} suppressed', zh: '，已豁免 {count} 个' },
  baseline: { en: ', {count} in the baseline', zh: '，基线中已有 {count} 个' }
} as const satisfies Record<keyof WaivedCounts, Wording>

export function countWaived(): {
  readonly add: (finding: Finding) => void
  readonly finish: () => WaivedCounts
} {
  const counts = { suppression: 0, baseline: 0 }
  return {
    add({ waived }) {
      if (waived) counts[waived.kind]++
    },
    finish: () => ({ ...counts })
  }
}

/** The end of a summary line; empty when all findings count. */
export function tellWaived(counts: WaivedCounts, lang: Lang): string {
  return (['suppression', 'baseline'] as const)
    .map(kind => (counts[kind] > 0 ? fill(wordings[kind][lang], { count: counts[kind] }) : ''))
    .join('')
}
