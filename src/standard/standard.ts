import type { MarkScale } from '../checks/mark-reading.ts'
import type { Condition } from '../checks/sources.ts'
import type { ContactView, Vars } from '../checks/view.ts'
import type { Place } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { GroupedGauge } from '../metrics/group-rows.ts'
import type { Target } from '../metrics/target.ts'
import type { Outcome } from '../model/evaluation.ts'
import type { MetricHeader } from '../model/metric.ts'
import type { Prefilter } from '../pattern/prefilter.ts'
import type { ScoringPlan } from '../scoring/plan.ts'
import type { ExampleSource } from './example.ts'
import type { Adapt } from './field-source.ts'
import type { MetricExampleSource } from './metric-source.ts'
import type { ExampleKind } from './schema.ts'

/** An example of a criterion with its place, not yet read. */
export interface Example {
  readonly kind: ExampleKind
  readonly source: ExampleSource
  readonly place: Place
}

/** A criterion made ready to judge contacts. */
export interface CompiledCriterion {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  readonly section: string
  readonly advice?: string | undefined
  readonly fatal: boolean
  readonly place: Place
  readonly examples: readonly Example[]
  /** The marks of a person that it takes, if any. */
  readonly marks?: MarkScale | undefined
  judge(view: ContactView): Outcome
}

/** A metric made ready to take rows in. */
export interface CompiledMetric {
  readonly header: MetricHeader
  readonly place: Place
  readonly target: Target | undefined
  readonly examples: readonly { readonly source: MetricExampleSource; readonly place: Place }[]
  readonly gauge: GroupedGauge<ContactView>
}

/** A standard made ready: everything costly has happened. */
export interface CompiledStandard {
  readonly id: string
  readonly title: string
  readonly version?: string | undefined
  readonly lang?: Lang | undefined
  readonly file: string
  /** SHA-256 of its files and of what overrides them, in hex: names the very text that judged. */
  readonly hash: string
  /** What was put on top of its file, `KEY=VALUE`: its scores are what might be. */
  readonly overrides?: readonly string[] | undefined
  readonly vars: Vars
  /** Must see the turns of a contact before the criteria judge it. */
  readonly prefilter: Prefilter
  readonly applies?: Condition | undefined
  /** First and last day, `YYYY-MM-DD`, of the contacts it judges. */
  readonly valid?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined
  readonly plan: ScoringPlan
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  /** In the order of `plan.criteria`. */
  readonly criteria: readonly CompiledCriterion[]
  readonly metrics: readonly CompiledMetric[]
  /** The fields that it declares itself. */
  readonly fields: readonly string[]
  /** Makes contacts speak its words, where it says how; see `viewOf`. */
  readonly adapt?: Adapt | undefined
}
