import type { Severity } from '../diagnostics/problem.ts'

/** What makes the verdict of an audit negative. */
export const failLevels = ['never', 'fatal', 'failed', 'target', 'any'] as const
export type FailLevel = (typeof failLevels)[number]

/** The least severity of findings that makes a verdict negative. */
export type FindingLevel = Severity | 'never'
export const findingLevels: readonly FindingLevel[] = ['error', 'warning', 'note', 'never']

/** What the user asks of a run. What is not asked for makes no verdict negative, but for errors among findings. */
export interface Demands {
  /** `fatal`: a fatal breach; `failed`: a contact below its pass mark; `target`: the figure of a
   * metric over all rows misses its target; `any`: a criterion failed, or a target was missed. */
  readonly failOn?: FailLevel | undefined
  /** Lowest mean score of each standard, 0 to 100. */
  readonly minScore?: number | undefined
  /** For findings; `error` when not said. */
  readonly failOnFinding?: FindingLevel | undefined
  /** Most warnings among findings. */
  readonly maxWarnings?: number | undefined
  /** Whether what became worse counts. */
  readonly failOnRegression?: boolean | undefined
}
