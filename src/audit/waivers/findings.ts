import type { Finding } from '../../report/items/item.ts'
import type { Baseline } from './baseline.ts'
import type { Subject } from './suppression.ts'
import type { Suppressions } from './suppressions.ts'

/** What makes findings not count. */
export interface Waivers {
  readonly suppressions?: Suppressions | undefined
  readonly baseline?: Baseline | undefined
}

/** What a finding does not say of itself. */
export type About = Partial<Omit<Subject, 'rule'>> & {
  /** What a baseline says of where it is; its file when not said. */
  readonly where?: string | undefined
}

/** The findings, those that do not count with the reason. What is suppressed is never looked up in a baseline. */
export function waiveFindings(
  findings: readonly Finding[],
  waivers: Waivers,
  about: (finding: Finding) => About = () => ({})
): readonly Finding[] {
  return findings.map(finding => waiveFinding(finding, waivers, about(finding)))
}

function waiveFinding(finding: Finding, { suppressions, baseline }: Waivers, about: About): Finding {
  const { rule, place, fingerprint, message } = finding
  const { where = place.file, files = [place.file], words = () => [message], contact, agents } = about
  const found = suppressions?.find({ rule, contact, agents, files, words })
  if (found) {
    const { reason, until } = found
    return { ...finding, waived: { kind: 'suppression', reason, until } }
  }
  return baseline?.holds({ rule, where, fingerprint })
    ? { ...finding, waived: { kind: 'baseline' } }
    : finding
}
