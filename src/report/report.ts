import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Evaluation } from '../model/evaluation.ts'
import type { MetricHeader, MetricResult } from '../model/metric.ts'
import type { Scorecard } from '../model/scorecard.ts'
import type { ReportPaint } from './paint.ts'

/** What a report needs to know of its reader and of the program; nothing of it comes from the machine. */
export interface ReportContext {
  readonly lang: Lang
  readonly paint: ReportPaint
  /** Columns of the terminal; 80 when not known, never fewer than 60. */
  readonly width?: number | undefined
  /** Which contacts the terminal shows one by one: none, those that failed something, or all with what was n/a. */
  readonly details: 'none' | 'failed' | 'all'
  /** How many agents the terminal gives a block of their own, lowest score first; 10 when not said. */
  readonly cards?: number | undefined
  /** CSV for a spreadsheet program: with a byte order mark, and headings and marks in the reader's language. */
  readonly spreadsheet?: boolean | undefined
  /** Version of the program. */
  readonly version: string
  /** The folder that relative paths begin at, as an absolute path, for reports that put findings beside the code. */
  readonly root?: string | undefined
}

/** One criterion of a standard, as a report cites it. */
export interface CriterionHeader {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  readonly section: string
  readonly advice?: string | undefined
  readonly fatal?: boolean | undefined
  readonly file?: string | undefined
  readonly line?: number | undefined
}

/** One standard of the run. Bands begin at `from` percent. */
export interface StandardHeader {
  readonly id: string
  readonly title: string
  readonly version?: string | undefined
  readonly hash: string
  /** What was put on top of it for this run, `KEY=VALUE`. */
  readonly overrides?: readonly string[] | undefined
  readonly pass?: number | undefined
  readonly bands: readonly { readonly name: string; readonly from: number }[]
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly criteria: readonly CriterionHeader[]
  readonly metrics?: readonly MetricHeader[] | undefined
}

/** What is known before the first contact is read. */
export interface RunHeader {
  readonly standards: readonly StandardHeader[]
  /** What the scorecards are per: `agent` when not said, `team`, or the name of a field. */
  readonly by?: string | undefined
}

/** A scorecard with the places that it may hold among those of its standard, 1 the best; `null` where it has none. */
export interface RankedScorecard {
  readonly card: Scorecard
  readonly places: { readonly best: number; readonly worst: number } | null
}

export interface RunCounts {
  readonly files: number
  readonly contacts: number
  readonly turns: number
  /** Records of the input, the bad ones among them. */
  readonly rows: number
  /** Records that could not be read and were skipped. */
  readonly badRows: number
  /** Records that were read. */
  readonly usedRows?: number | undefined
  /** Records with nothing in them: blank lines, remarks, and notices. */
  readonly blankRows?: number | undefined
  /** Those of the blank ones that are notices of a platform among what people said. */
  readonly noiseRows?: number | undefined
  /** Byte sequences that were no characters. */
  readonly badBytes?: number | undefined
  /** Evaluations made: one for each contact and standard that applies to it. */
  readonly evaluated: number
  /** Evaluations without a score, because nothing in them applied. */
  readonly notScored: number
  /** Pairs of contact and standard where the standard does not apply. */
  readonly notApplicable: number
  /** Pairs of contact and standard that went into metrics. */
  readonly measured?: number | undefined
  /** Breaches that somebody excused; only with suppressions. */
  readonly suppressed?: number | undefined
  /** Breaches that were there before; only with a baseline. */
  readonly inBaseline?: number | undefined
}

/** Breaches of one criterion that do not count. */
export interface WaivedCount {
  readonly standard: string
  readonly criterion: string
  /** Excused by somebody. */
  readonly suppressed: number
  /** There before. */
  readonly inBaseline: number
}

/** What is known after the last contact. */
export interface RunSummary {
  /** One for each standard and agent (or whatever `by` says), in a fixed order. */
  readonly scorecards: readonly RankedScorecard[]
  /** One for each standard, over all its contacts. */
  readonly overall: readonly Scorecard[]
  /** The figures over all contacts, as the standards have them. */
  readonly metrics?: readonly MetricResult[] | undefined
  readonly counts: RunCounts
  /** The criteria of which some breach does not count. */
  readonly waived?: readonly WaivedCount[] | undefined
  readonly problems: number
  /** How often each code of a problem came, the commonest first. */
  readonly problemCodes?: readonly (readonly [code: string, count: number])[] | undefined
  /** How often each code came among records that could not be read. */
  readonly badCodes?: readonly (readonly [code: string, count: number])[] | undefined
  /** Decided elsewhere, once; the reasons are in the reader's language. */
  readonly verdict: {
    readonly negative: boolean
    readonly reasons: readonly string[]
    /** What it leaves out though it was asked for. */
    readonly notes?: readonly string[] | undefined
  }
}

/**
 * One report on its way out. Every call returns text to write at once, '' for none, so that a report holds no more
 * than the run's summary however long the input is.
 */
export interface Reporter {
  readonly begin: () => string
  /** What stands between two texts of evaluations and bad records, of those that are not ''; '' when not said. */
  readonly between?: string | undefined
  /**
   * Called for each evaluation, in the order of the input. What it returns depends on nothing that came before, so that
   * reporters in several threads can share the work.
   */
  readonly evaluation: (evaluation: Evaluation) => string
  /** Called for a record that could not be read, in its place among the evaluations. */
  readonly bad: (problem: Problem) => string
  /** What stands among the texts of evaluations, after the last of them, of what only the summary knows. */
  readonly last?: ((summary: RunSummary) => string) | undefined
  /**
   * Its texts of evaluations and bad records are lines that are not written as they come but kept, to be laid out at the
   * end; so many UTF-16 units of them at most, see `createKeeper`.
   */
  readonly keeps?: number | undefined
  /** Pieces, never the whole as one string: a document may be longer than a string can be. */
  readonly end: (summary: RunSummary, kept: readonly string[]) => Iterable<string>
  /** What the user should know of this report, such as that it is more than its readers take. */
  readonly warn?: ((summary: RunSummary) => readonly Problem[]) | undefined
}

export interface ReportFormat {
  readonly name: string
  /** File name endings that ask for this format, with their dot. */
  readonly extensions: readonly string[]
  readonly create: (context: ReportContext, header: RunHeader) => Reporter
}
