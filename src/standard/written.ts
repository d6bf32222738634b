import type { Entry, MetricEntry } from './entries.ts'
import type { StandardSource } from './schema.ts'
import type { Places } from './yaml-source.ts'

/** A well-formed standard as it is written, with the places of its parts: for whoever looks at the text itself. */
export interface WrittenStandard {
  readonly standard: StandardSource
  readonly entries: readonly Entry[]
  readonly metrics: readonly MetricEntry[]
  /** The file that was asked for, which others may stand behind. */
  readonly file: string
  readonly source: Places
}
