import { basename, resolve } from 'node:path'
import { ProblemError } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { itemFormats } from '../report/items/index.ts'
import type { Item, RuleHeader } from '../report/items/item.ts'
import type { ItemFormat, ItemReporter, ItemSummary } from '../report/items/item-format.ts'
import { createItemTally } from '../report/items/item-tally.ts'
import type { Io } from './io.ts'
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
  add(item: Item): Promise<void>
  /** What was added so far, for a verdict. */
  counts(): Omit<ItemSummary, 'verdict'>
  finish(verdict: ItemSummary['verdict']): Promise<void>
}

interface Outlet {
  readonly reporter: ItemReporter
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
  started: boolean
}

/**
 * Opens what the user asked for. Items go to each report as they come, the verdict at the end.
 * @throws ProblemError when a file cannot be written, or its format is not known.
 */
export async function openItemReports(
  options: ItemReportOptions,
  command: string,
  ruleOf: (id: string) => RuleHeader,
  lang: Lang,
  io: Io
): Promise<ItemReports> {
  const context = { lang, version, command, ruleOf }
  const tally = createItemTally()
  const outlets: Outlet[] = []
  const open = (format: ItemFormat, to: Pick<Outlet, 'write' | 'close'>): void => {
    outlets.push({ reporter: format.create(context), ...to, started: false })
  }
  const asked = itemFormats.find(format => format.name === options.format)
  if (asked) open(asked, { write: text => io.stdout.write(text), close: () => Promise.resolve() })
  const files = (options.output ?? []).map(path => ({ path, format: formatOf(path) }))
  for (const { path, format } of files) open(format, createTextFile(resolve(io.cwd, path), path))
  for (const { reporter, write } of outlets) await write(reporter.begin())

  return {
    async add(item) {
      tally.add(item)
      for (const outlet of outlets) {
        const text = outlet.reporter.item(item)
        if (text === '') continue
        await outlet.write((outlet.started ? (outlet.reporter.between ?? '') : '') + text)
        outlet.started = true
      }
    },
    counts: tally.finish,
    async finish(verdict) {
      const summary = { ...tally.finish(), verdict }
      for (const { reporter, write, close } of outlets) {
        for (const piece of reporter.end(summary)) await write(piece)
        await close()
      }
    }
  }
}

/** The format that a file asks for by its ending; the longest that fits. */
function formatOf(path: string): ItemFormat {
  const name = basename(path).toLowerCase()
  const endings = itemFormats.flatMap(format => format.extensions.map(ending => ({ format, ending })))
  const known = endings
    .filter(({ ending }) => name.endsWith(ending))
    .sort((a, b) => b.ending.length - a.ending.length)[0]
  if (known) return known.format
  const allowed = endings.map(({ ending }) => ending).join(', ')
  throw new ProblemError([
    { code: 'usage/output-format', severity: 'error', values: { value: path, allowed } }
  ])
}
