import { formatPlace } from '../../diagnostics/render.ts'
import type { Finding } from './item.ts'
import { pathFrom } from './path.ts'

/** A finding as compilers write them: `file:line:col: severity[rule] message`. */
export function findingLine({ place, severity, rule, message }: Finding, root: string | undefined): string {
  const where = formatPlace({ ...place, file: pathFrom(root, place.file) })
  return `${where}: ${severity}[${rule}] ${message}`
}

/** What to do about findings, each advice once. */
export function adviceOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ hint }) => (hint ? [hint] : [])))]
}
