import type { Window } from '../../pattern/passage.ts'
import type { Missing } from '../../pattern/pattern.ts'
import type { Place } from '../places.ts'
import type { By } from '../view.ts'
import type { Step } from './step.ts'

/** Why a step was not taken as it should be. Waits are in ms. */
export type Slip =
  | { readonly kind: 'missing'; readonly window: Window; readonly parts: readonly Missing[] }
  | {
      readonly kind: 'early' | 'late'
      readonly place: Place | undefined
      readonly wait: number
      readonly bound: number
    }
  /** Someone else spoke when the step was overdue. */
  | { readonly kind: 'overdue'; readonly wait: number; readonly bound: number }
  /** Taken, but farther behind the step before than it may be. */
  | { readonly kind: 'far'; readonly place: Place; readonly within: string }
  /** Taken before the step of that number. */
  | { readonly kind: 'order'; readonly place: Place; readonly before: number }
  | { readonly kind: 'hangup'; readonly by: By }

/** What became of one step. */
export type StepResult =
  | { readonly kind: 'done'; readonly step: Step; readonly place: Place }
  | { readonly kind: 'ended'; readonly step: Step }
  | { readonly kind: 'skipped'; readonly step: Step }
  | { readonly kind: 'failed'; readonly step: Step; readonly slip: Slip }
  | { readonly kind: 'unknown'; readonly step: Step; readonly reason: string }

/** What became of the steps in one stretch; those after an interruption are not among them. */
export interface Trace {
  readonly results: readonly StepResult[]
  readonly interrupted: boolean
}
