import type { Status } from '../model/evaluation.ts'
import type { Estimate } from '../model/scorecard.ts'
import type { DiffStandard, PlanChange } from './diff-standard.ts'
import type { Cause, Standing } from './standing.ts'
import type { DiffSubject } from './subject.ts'

/** One contact that stands elsewhere than before. */
export interface ContactChange {
  readonly standard: string
  readonly subject: DiffSubject
  readonly before: Standing
  readonly after: Standing
  readonly shift: number | null
  readonly causes: readonly Cause[]
  /** What the checks say of criteria that fail now, where they were judged in this run. */
  readonly words: readonly { readonly criterion: string; readonly message: string }[]
}

/** Contacts of one agent, one team, or all together. */
export interface GroupDiff {
  /** `null` for contacts that name none, and for all together. */
  readonly key: string | null
  readonly name?: string | undefined
  /** Contacts that were compared. */
  readonly contacts: number
  readonly changed: number
  /** Mean scores of the contacts that have a score both before and after. */
  readonly before: number | null
  readonly after: number | null
  /** Mean of the differences of those contacts, with Student's t interval of paired figures. */
  readonly shift: Estimate
  /** Contacts that passed and do not pass any more, and the other way. */
  readonly nowFailing: number
  readonly nowPassing: number
  /** Of those that do not pass any more, the ones whose score fell by more than the tolerance, or were zeroed. */
  readonly fallen: number
  readonly newlyFatal: number
  /** Contacts that the standard was not for before, and is not for after. */
  readonly entered: number
  readonly left: number
  /** Contacts that moved from one band to another, the commonest move first. */
  readonly moves: readonly {
    readonly from: string | null
    readonly to: string | null
    readonly count: number
  }[]
}

export interface CriterionDiff {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly state: 'same' | 'changed' | 'added' | 'dropped'
  /** Contacts by what became of it before and after, of those where that is not the same. */
  readonly moves: readonly {
    readonly from: Status | 'absent'
    readonly to: Status | 'absent'
    readonly count: number
  }[]
  /** Pass rates in percent over the contacts where it was judged each time; `null` where it never was. */
  readonly before: number | null
  readonly after: number | null
  /** Change of the pass rate over the contacts where it was judged both times, in points of percent. */
  readonly shift: Estimate
  /** Contacts whose outcome is another. */
  readonly changed: number
  /** Points that its outcomes alone moved scores by, as a mean over all compared contacts. */
  readonly effect: number
}

/** A part of the scoring that is not the same. */
export interface WeighingDiff {
  readonly change: PlanChange
  readonly contacts: number
  /** Mean over all compared contacts. */
  readonly effect: number
}

export interface StandardDiff {
  readonly before: Pick<DiffStandard, 'id' | 'title' | 'hash'>
  readonly after: Pick<DiffStandard, 'id' | 'title' | 'hash'>
  /** How many criteria had to be judged; `null` where results alone were compared. */
  readonly judged: number | null
  readonly overall: GroupDiff
  readonly agents: readonly GroupDiff[]
  readonly teams: readonly GroupDiff[]
  readonly criteria: readonly CriterionDiff[]
  readonly weighing: readonly WeighingDiff[]
  /** The contacts to look at first, and how many changed in all. */
  readonly look: { readonly total: number; readonly shown: readonly ContactChange[] }
}

export interface DiffResult {
  readonly standards: readonly StandardDiff[]
  readonly contacts: { readonly both: number; readonly onlyBefore: number; readonly onlyAfter: number }
  /** Points by which a figure may fall before that is a regression. */
  readonly tolerance: number
}
