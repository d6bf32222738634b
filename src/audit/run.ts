import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Contact } from '../model/contact.ts'
import type { Evaluation, SourceLine } from '../model/evaluation.ts'
import type { RunCounts, RunSummary } from '../report/report.ts'
import { finishOverall, finishTally } from '../scoring/finish-tally.ts'
import { rankScorecards } from '../scoring/rank.ts'
import { addEvaluation, mergeTallies, newTally, type Tally, type TallyKey } from '../scoring/tally.ts'
import { dumpTally, loadTally, type TallyDump } from '../scoring/tally-dump.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { createEvaluate } from './evaluate.ts'
import { finishMeasured, measure, mergeMeasured, newMeasured, type Measured } from './measure.ts'
import type { MarkBook } from './marks.ts'
import type { Demands } from '../verdict/demands.ts'
import { decideVerdict } from '../verdict/verdict.ts'

/** What an audit reads: contacts, and in their places the records that are none. */
export type AuditItem =
  | { readonly kind: 'contact'; readonly contact: Contact; readonly source?: SourceLine | undefined }
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
export type ReadCounts = Pick<
  RunCounts,
  'files' | 'rows' | 'badRows' | 'usedRows' | 'blankRows' | 'noiseRows' | 'badBytes'
>

/** What a part of an audit came to, as plain data. */
export interface AuditPart {
  readonly counts: Readonly<Counts>
  /** One for each standard. */
  readonly tallies: readonly TallyDump[]
  readonly measured: readonly Measured[]
}

type Counts = Record<'contacts' | 'turns' | 'evaluated' | 'notScored' | 'notApplicable' | 'measured', number>

/** An audit under way: contacts go in, evaluations go to the sink, a summary comes out at the end. */
export interface Audit {
  add(item: AuditItem): void | Promise<void>
  /** What was added so far, to be joined to another audit. */
  part(): AuditPart
  /** Adds what another audit by the same standards came to. */
  join(part: AuditPart): void
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
  const counts: Counts = {
    contacts: 0,
    turns: 0,
    evaluated: 0,
    notScored: 0,
    notApplicable: 0,
    measured: 0
  }
  const judges = standards.map(standard => {
    let measuring = 0
    const judged = {
      standard,
      measured: newMeasured(standard),
      tally: newTally(standard.plan, { by: options.by }),
      /** `outside` when the standard does not apply. */
      judge(contact: Contact, source?: SourceLine): { evaluation: Evaluation; outside: boolean } {
        const before = measuring
        const evaluation = evaluate(contact, source)
        return { evaluation, outside: measuring === before }
      }
    }
    const evaluate = createEvaluate(standard, options.lang, options.marks, view => {
      measuring++
      if (judged.measured.length > 0) counts.measured++
      measure(standard, judged.measured, view)
    })
    return judged
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
        const { evaluation, outside } = judge(item.contact, item.source)
        const wait = take(evaluation, outside, tally)
        if (wait) waiting = waiting ? waiting.then(() => wait) : wait
      }
      return waiting
    },
    part: () => ({
      counts: { ...counts },
      tallies: judges.map(({ tally }) => dumpTally(tally)),
      measured: judges.map(({ measured }) => measured)
    }),
    join(part) {
      for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += part.counts[key]
      for (const [i, judge] of judges.entries()) {
        const { standard, tally, measured } = judge
        judge.tally = mergeTallies(tally, loadTally(standard.plan, part.tallies[i]!, options.by))
        judge.measured = mergeMeasured(standard, measured, part.measured[i]!)
      }
    },
    finish(read, problems) {
      const scorecards = judges.flatMap(({ tally }) => rankScorecards(finishTally(tally)))
      const overall = judges.map(({ tally }) => finishOverall(tally))
      const metrics = judges.flatMap(({ standard, measured }) => finishMeasured(standard, measured))
      const { files, rows, usedRows, badRows, blankRows, noiseRows, badBytes } = read
      const total: RunCounts = {
        files,
        rows,
        usedRows,
        badRows,
        blankRows,
        noiseRows,
        badBytes,
        contacts: counts.contacts,
        turns: counts.turns,
        evaluated: counts.evaluated,
        notScored: counts.notScored,
        notApplicable: counts.notApplicable,
        measured: counts.measured
      }
      const cards = scorecards.map(({ card }) => card)
      const by = typeof options.by === 'function' ? undefined : options.by
      const facts = { overall, cards, by, metrics, inputProblems: problems }
      const verdict = decideVerdict(facts, options.demands, options.lang)
      return { scorecards, overall, metrics, counts: total, problems, verdict }
    }
  }
}
