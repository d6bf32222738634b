import type { Problem } from '../diagnostics/problem.ts'
import type { ContactView } from '../checks/view.ts'
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
import { countWaived, listWaived, mergeWaived, newWaivedCounts, type WaivedCounts } from './waived-counts.ts'
import type { Demands } from '../verdict/demands.ts'
import { addBreaches, mergeBreaches, noBreaches, type NewBreaches } from '../verdict/new-breaches.ts'
import { decideVerdict } from '../verdict/verdict.ts'
import type { BaselinePart } from './waivers/baseline.ts'
import type { Waivers } from './waivers/findings.ts'
import { markKnown } from './waivers/known.ts'

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
  /** What makes breaches not count. */
  readonly waivers?: Waivers | undefined
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
  /** One for each standard. */
  readonly breaches: readonly NewBreaches[]
  /** One for each standard. */
  readonly waived: readonly WaivedCounts[]
  /** The suppressions that held, by their places. */
  readonly suppressed?: readonly number[] | undefined
  readonly baseline?: BaselinePart | undefined
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
  const { suppressions, baseline } = options.waivers ?? {}
  const judges = standards.map(standard => {
    let measuring = 0
    const judged = {
      standard,
      measured: newMeasured(standard),
      tally: newTally(standard.plan, { by: options.by }),
      breaches: noBreaches(standard.id),
      waived: newWaivedCounts(standard.criteria.length),
      /** `outside` when the standard does not apply. */
      judge(contact: Contact, source?: SourceLine): { evaluation: Evaluation; outside: boolean } {
        const before = measuring
        const evaluation = evaluate(contact, source)
        return { evaluation, outside: measuring === before }
      }
    }
    const gauge = (view: ContactView): void => {
      measuring++
      if (judged.measured.length > 0) counts.measured++
      measure(standard, judged.measured, view)
    }
    const evaluate = createEvaluate(standard, options.lang, options.marks, gauge, suppressions)
    return judged
  })

  /** Marks what was there before, and counts what does not count. */
  function waive(
    judge: { breaches: NewBreaches; readonly waived: WaivedCounts },
    judged: Evaluation
  ): Evaluation {
    if (!suppressions && !baseline) return judged
    const evaluation = baseline ? markKnown(judged, baseline) : judged
    countWaived(judge.waived, evaluation)
    judge.breaches = addBreaches(judge.breaches, evaluation)
    return evaluation
  }

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
      for (const judge of judges) {
        const { evaluation, outside } = judge.judge(item.contact, item.source)
        const wait = take(waive(judge, evaluation), outside, judge.tally)
        if (wait) waiting = waiting ? waiting.then(() => wait) : wait
      }
      return waiting
    },
    part: () => ({
      counts: { ...counts },
      tallies: judges.map(({ tally }) => dumpTally(tally)),
      measured: judges.map(({ measured }) => measured),
      breaches: judges.map(({ breaches }) => breaches),
      waived: judges.map(({ waived }) => waived),
      suppressed: suppressions?.used(),
      baseline: baseline?.part()
    }),
    join(part) {
      for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += part.counts[key]
      for (const [i, judge] of judges.entries()) {
        const { standard, tally, measured } = judge
        judge.tally = mergeTallies(tally, loadTally(standard.plan, part.tallies[i]!, options.by))
        judge.measured = mergeMeasured(standard, measured, part.measured[i]!)
        judge.breaches = mergeBreaches(judge.breaches, part.breaches[i]!)
        mergeWaived(judge.waived, part.waived[i]!)
      }
      if (part.suppressed) suppressions?.use(part.suppressed)
      if (part.baseline) baseline?.join(part.baseline)
    },
    finish(read, problems) {
      const scorecards = judges.flatMap(({ tally }) => rankScorecards(finishTally(tally)))
      const overall = judges.map(({ tally }) => finishOverall(tally))
      const metrics = judges.flatMap(({ standard, measured }) => finishMeasured(standard, measured))
      const { files, rows, usedRows, badRows, blankRows, noiseRows, badBytes } = read
      const waived = judges.flatMap(judge => {
        const { id, criteria } = judge.standard
        return listWaived(
          id,
          criteria.map(criterion => criterion.id),
          judge.waived
        )
      })
      const sumOf = (key: 'suppressed' | 'inBaseline'): number =>
        waived.reduce((sum, count) => sum + count[key], 0)
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
        measured: counts.measured,
        suppressed: suppressions && sumOf('suppressed'),
        inBaseline: baseline && sumOf('inBaseline')
      }
      const cards = scorecards.map(({ card }) => card)
      const by = typeof options.by === 'function' ? undefined : options.by
      const breaches = baseline && judges.map(judge => judge.breaches)
      const facts = { overall, cards, by, breaches, metrics, inputProblems: problems }
      const verdict = decideVerdict(facts, options.demands, options.lang)
      return { scorecards, overall, metrics, counts: total, waived, problems, verdict }
    }
  }
}
