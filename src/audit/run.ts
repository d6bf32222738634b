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
 * Contacts are judged one at a time and forgotten; what stays is a tally whose size depends on the standards and
 * the number of agents. Flow: contact -> evaluation by each standard -> sink, tally -> scorecards.
 */
export function createAudit(
  standards: readonly CompiledStandard[],
  sink: AuditSink,
  options: AuditOptions
): Audit {
  const judges = standards.map(standard => ({
    evaluate: createEvaluate(standard, options.lang, options.marks),
    tally: newTally(standard.plan, { by: options.by })
  }))
  const counts = { contacts: 0, turns: 0, evaluated: 0, notScored: 0, notApplicable: 0 }

  function take(evaluation: Evaluation, tally: Tally): void | Promise<void> {
    if (evaluation.criteria.length === 0) counts.notApplicable++
    else {
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
      for (const { evaluate, tally } of judges) {
        const wait = take(evaluate(item.contact), tally)
        if (wait) waiting = waiting ? waiting.then(() => wait) : wait
      }
      return waiting
    },
    finish(read, problems) {
      const scorecards = judges.flatMap(({ tally }) => rankScorecards(finishTally(tally)))
      const overall = judges.map(({ tally }) => finishOverall(tally))
      const total: RunCounts = {
        ...read,
        contacts: counts.contacts,
        turns: counts.turns,
        evaluated: counts.evaluated,
        notScored: counts.notScored,
        notApplicable: counts.notApplicable
      }
      const verdict = decideVerdict(overall, options.demands, options.lang)
      return { scorecards, overall, counts: total, problems, verdict }
    }
  }
}
