import type { Code } from '../../diagnostics/catalogue.ts'
import type { Place } from '../../diagnostics/problem.ts'
import type { Suggestion } from '../../diagnostics/suggest.ts'
import type { Values } from '../../diagnostics/wording.ts'
import type { PatternEnv } from '../../pattern/resolve.ts'
import type { ScoringPlan } from '../../scoring/plan.ts'
import type { Surroundings } from '../environment.ts'
import type { WrittenStandard } from '../written.ts'
import type { Logic } from './logic/decide.ts'
import type { CheckedText } from './phrases/walk.ts'

/** A well-formed standard, and what rules need to look at it. */
export interface LintSubject extends WrittenStandard {
  readonly plan: ScoringPlan
  readonly around: Surroundings
  readonly patterns: PatternEnv
  readonly logic: Logic
  /** Every text that checks, conditions and lexicons are made of. */
  readonly texts: readonly CheckedText[]
}

export type LintCode = Extract<Code, `lint/${string}`>

export type Report = (code: LintCode, place: Place, values: Values, meant?: Suggestion) => void

/** One thing a good standard must be. A rule reports all it finds; the order does not matter. */
export type LintRule = (subject: LintSubject, report: Report) => void
