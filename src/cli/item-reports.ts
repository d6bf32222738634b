import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { itemFormats } from '../report/items/index.ts'
import type { Item, RuleHeader } from '../report/items/item.ts'
import type { ItemFormat, ItemReporter, ItemSummary } from '../report/items/item-format.ts'
import { createItemTally } from '../report/items/item-tally.ts'
import { writeSuite } from '../report/items/write-suite.ts'
import { createKeeper, type Keeper } from '../report/keeper.ts'
import type { Io } from './io.ts'
import { readTargets } from './report-target.ts'
import { createTextFile } from './text-file.ts'
import { version } from './version.ts'

export interface ItemReportOptions {
  /** What goes to standard output; words for people when not said. */
  readonly format?: string | undefined
  /** Files to write too. */
  readonly output?: readonly string[] | undefined
}

/** The reports of a command that checks items. */
export interface ItemReports {
  /** Items of one suite come one after the other. */
  add(item: Item): Promise<void>
  /** What was added so far, for a verdict. */
  counts(): Omit<ItemSummary, 'verdict'>
  /** Closes the reports and gives what the user should know of them. */
  finish(verdict: ItemSummary['verdict']): Promise<readonly Problem[]>
}

interface Outlet {
  readonly reporter: ItemReporter
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
  readonly keeper: Keeper | undefined
  started: boolean
}

/**
 * Opens what the user asked for. Items go to each report as they come, for a report that has something around a suite
 * when the suite is whole; the verdict at the end.
 * @throws ProblemError when a file cannot be written, or its format is not known.
 */
export async function openItemReports(
  options: ItemReportOptions,
  command: string,
  ruleOf: (id: string) => RuleHeader,
  lang: Lang,
  io: Io
): Promise<ItemReports> {
  const context = { lang, version, command, ruleOf, root: io.cwd }
  const tally = createItemTally()
  const outlets: Outlet[] = []
  const open = (format: ItemFormat, to: Pick<Outlet, 'write' | 'close'>): void => {
    const reporter = format.create(context)
    const keeper = reporter.keeps === undefined ? undefined : createKeeper(reporter.keeps)
    outlets.push({ reporter, ...to, keeper, started: false })
  }
  const targets = readTargets(options.output, itemFormats, io)
  const asked = itemFormats.find(format => format.name === options.format)
  if (asked) open(asked, { write: text => io.stdout.write(text), close: () => Promise.resolve() })
  for (const { path, shown, append, format } of targets) open(format, createTextFile(path, shown, append))
  for (const { reporter, write } of outlets) await write(reporter.begin())
  let suite: Item[] = []

  async function endSuite(): Promise<void> {
    for (const outlet of outlets) {
      if (outlet.reporter.around) await put(outlet, writeSuite(outlet.reporter, suite))
    }
    suite = []
  }

  return {
    async add(item) {
      tally.add(item)
      if (suite[0] && suite[0].suite !== item.suite) await endSuite()
      for (const outlet of outlets) if (!outlet.reporter.around) await put(outlet, outlet.reporter.item(item))
      if (suite.length === 0 || outlets.some(({ reporter }) => reporter.around)) suite.push(item)
    },
    counts: tally.finish,
    async finish(verdict) {
      await endSuite()
      const summary = { ...tally.finish(), verdict }
      for (const { reporter, write, close, keeper } of outlets) {
        for (const piece of reporter.end(summary, keeper?.take() ?? [])) await write(piece)
        await close()
      }
      return outlets.flatMap(({ reporter }) => reporter.warn?.(summary) ?? [])
    }
  }
}

async function put(outlet: Outlet, text: string): Promise<void> {
  if (text === '') return
  if (outlet.keeper) return outlet.keeper.add(text)
  await outlet.write((outlet.started ? (outlet.reporter.between ?? '') : '') + text)
  outlet.started = true
}
