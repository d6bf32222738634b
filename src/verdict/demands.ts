import type { Severity } from '../diagnostics/problem.ts'

/** What makes the verdict of an audit negative. */
export const failLevels = ['never', 'fatal', 'failed', 'target', 'any'] as const
export type FailLevel = (typeof failLevels)[number]

/** The least severity of findings that makes a verdict negative. */
export type FindingLevel = Severity | 'never'
export const findingLevels: readonly FindingLevel[] = ['error', 'warning', 'note', 'never']

/** How many of the scored contacts may lie in a band at most, or must at least. */
export interface BandGate {
  readonly band: string
  readonly bound: 'most' | 'least'
  /** Contacts, or percent of the scored ones: 0 to 100. */
  readonly amount: number
  readonly unit: 'contacts' | 'percent'
}

/** What the user asks of a run. What is not asked for makes no verdict negative, but for errors among findings. */
export interface Demands {
  /** `fatal`: a fatal breach; `failed`: a contact below its pass mark; `target`: the figure of a
   * metric over all rows misses its target; `any`: a criterion failed, or a target was missed. */
  readonly failOn?: FailLevel | undefined
  /** Lowest mean score of each standard, 0 to 100. */
  readonly minScore?: number | undefined
  /** For each standard that has the band. */
  readonly bands?: readonly BandGate[] | undefined
  /** Lowest share of scored contacts that passed, in percent, for each standard with a pass mark. */
  readonly minPassRate?: number | undefined
  /** Whether scores, bands and pass rates are asked of each scorecard, instead of all contacts of a standard together. */
  readonly gateEach?: boolean | undefined
  /** Scorecards of fewer scored contacts are not asked. Only where each is. */
  readonly minContacts?: number | undefined
  /** For findings; `error` when not said. */
  readonly failOnFinding?: FindingLevel | undefined
  /** Most warnings among findings; of an audit, most problems of its input. */
  readonly maxWarnings?: number | undefined
  /** Whether what became worse counts. */
  readonly failOnRegression?: boolean | undefined
}
