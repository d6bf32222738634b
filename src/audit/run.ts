import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Contact } from '../model/contact.ts'
import type { Evaluation } from '../model/evaluation.ts'
import type { RunCounts, RunSummary } from '../report/report.ts'
import { finishOverall, finishTally } from '../scoring/finish-tally.ts'
import { rankScorecards } from '../scoring/rank.ts'
import { addEvaluation, newTally, type Tally, type TallyKey } from '../scoring/tally.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { createEvaluate } from './evaluate.ts'
import { finishMeasured, measure, newMeasured } from './measure.ts'
import type { MarkBook } from './marks.ts'
import { decideVerdict, type Demands } from './verdict.ts'

/** What an audit reads: contacts, and in their places the records that are none. */
export type AuditItem =
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'bad'; readonly problem: Problem }

/** Where evaluations go as they come. A promise says: wait before the next. */
export interface AuditSink {
  evaluation(evaluation: Evaluation): void | Promise<void>
  bad(problem: Problem): void | Promise<void>
}

export interface AuditOptions {
  readonly lang: Lang
  readonly by: TallyKey
  readonly demands: Demands
  /** What people marked. */
  readonly marks?: MarkBook | undefined
}

/** What reading came to, which only the reader knows. */
export interface ReadCounts {
  readonly files: number
  readonly rows: number
  readonly badRows: number
}

/** An audit under way: contacts go in, evaluations go to the sink, a summary comes out at the end. */
export interface Audit {
  add(item: AuditItem): void | Promise<void>
  finish(read: ReadCounts, problems: number): RunSummary
}

/**
 * Contacts are judged one at a time and forgotten; what stays is a tally and the states of metrics, whose size depends
 * on the standards and the number of agents and groups. Flow: contact -> evaluation by each standard -> sink, tally ->
 * scorecards; contact -> metrics -> figures.
 */
export function createAudit(
  standards: readonly CompiledStandard[],
  sink: AuditSink,
  options: AuditOptions
): Audit {
  const counts = { contacts: 0, turns: 0, evaluated: 0, notScored: 0, notApplicable: 0, measured: 0 }
  const judges = standards.map(standard => {
    const measured = newMeasured(standard)
    let measuring = 0
    const evaluate = createEvaluate(standard, options.lang, options.marks, view => {
      measuring++
      if (measured.length > 0) counts.measured++
      measure(standard, measured, view)
    })
    return {
      standard,
      measured,
      tally: newTally(standard.plan, { by: options.by }),
      /** `outside` when the standard does not apply. */
      judge(contact: Contact): { evaluation: Evaluation; outside: boolean } {
        const before = measuring
        const evaluation = evaluate(contact)
        return { evaluation, outside: measuring === before }
      }
    }
  })

  function take(evaluation: Evaluation, outside: boolean, tally: Tally): void | Promise<void> {
    if (outside) counts.notApplicable++
    // Standards of metrics alone evaluate nothing.
    else if (evaluation.criteria.length > 0) {
      counts.evaluated++
      if (evaluation.score === null) counts.notScored++
      addEvaluation(tally, evaluation)
    }
    return sink.evaluation(evaluation)
  }

  return {
    add(item) {
      if (item.kind === 'bad') return sink.bad(item.problem)
      counts.contacts++
      options.marks?.see(item.contact.id)
      counts.turns += item.contact.turns.length
      let waiting: Promise<void> | undefined
      for (const { judge, tally } of judges) {
        const { evaluation, outside } = judge(item.contact)
        const wait = take(evaluation, outside, tally)
        if (wait) waiting = waiting ? waiting.then(() => wait) : wait
      }
      return waiting
    },
    finish(read, problems) {
      const scorecards = judges.flatMap(({ tally }) => rankScorecards(finishTally(tally)))
      const overall = judges.map(({ tally }) => finishOverall(tally))
      const metrics = judges.flatMap(({ standard, measured }) => finishMeasured(standard, measured))
      const total: RunCounts = {
        ...read,
        contacts: counts.contacts,
        turns: counts.turns,
        evaluated: counts.evaluated,
        notScored: counts.notScored,
        notApplicable: counts.notApplicable,
        measured: counts.measured
      }
      const verdict = decideVerdict(overall, metrics, options.demands, options.lang)
      return { scorecards, overall, metrics, counts: total, problems, verdict }
    }
  }
}
