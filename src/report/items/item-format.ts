import type { Problem } from '../../diagnostics/problem.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import type { RunHeader, RunSummary } from '../report.ts'
import type { FindingCounts, Item, ItemStatus, RuleHeader } from './item.ts'

/** What a report of items needs to know of its reader and of the run. */
export interface ItemContext {
  readonly lang: Lang
  /** Version of the program. */
  readonly version: string
  /** The command that checked: `audit`, `lint`, `test`, `scripts`, `diff`. */
  readonly command: string
  /** What is known of the rule of a finding. */
  readonly ruleOf: (id: string) => RuleHeader
  /** The folder that relative paths begin at, as an absolute path; files below it are called by their way from it. */
  readonly root?: string | undefined
}

/** What is known after the last item. */
export interface ItemSummary {
  readonly items: Readonly<Record<ItemStatus, number>>
  readonly findings: FindingCounts
  readonly waived: number
  /** The rules that there are findings of, waived ones too, in order of their ids. */
  readonly rules: readonly string[]
  /** Findings of each rule that nobody waived; a rule without any may be left out. */
  readonly byRule: ReadonlyMap<string, number>
  /** What an audit came to; other commands have none. */
  readonly run?: { readonly header: RunHeader; readonly summary: RunSummary } | undefined
  /** Decided elsewhere, once; the reasons are in the reader's language. */
  readonly verdict: { readonly negative: boolean; readonly reasons: readonly string[] }
}

/** One report of items on its way out; see `Reporter` for what its parts return. */
export interface ItemReporter {
  readonly begin: () => string
  /** What stands between two texts of items, of those that are not ''; '' when not said. */
  readonly between?: string | undefined
  /** What it returns depends on nothing that came before. */
  readonly item: (item: Item) => string
  /** What stands around the texts of all items of one suite, which come together; the texts alone when not said. */
  readonly around?: ((items: readonly Item[], texts: string) => string) | undefined
  /** See `Reporter`. */
  readonly keeps?: number | undefined
  readonly end: (summary: ItemSummary, kept: readonly string[]) => Iterable<string>
  /** See `Reporter`. */
  readonly warn?: ((summary: ItemSummary) => readonly Problem[]) | undefined
}

/** A form in which programs take findings: of a CI system, a code host, an editor. */
export interface ItemFormat {
  readonly name: string
  /** File name endings that ask for this format, with their dot. */
  readonly extensions: readonly string[]
  readonly create: (context: ItemContext) => ItemReporter
}
