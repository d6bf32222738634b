import { createKeeper } from '../keeper.ts'
import type { Item } from './item.ts'
import type { ItemReporter, ItemSummary } from './item-format.ts'
import { writeSuite } from './write-suite.ts'

/** A whole report of items that are all at hand, in pieces. Items of one suite come together. */
export function* writeAll(
  reporter: ItemReporter,
  items: readonly Item[],
  summary: ItemSummary
): Generator<string> {
  yield reporter.begin()
  const keeper = reporter.keeps === undefined ? undefined : createKeeper(reporter.keeps)
  let started = false
  for (const suite of suitesOf(items)) {
    const text = writeSuite(reporter, suite)
    if (text === '') continue
    if (keeper) keeper.add(text)
    else yield (started ? (reporter.between ?? '') : '') + text
    started = true
  }
  yield* reporter.end(summary, keeper?.take() ?? [])
}

function suitesOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const suites: Item[][] = []
  for (const item of items) {
    const last = suites.at(-1)
    if (last?.[0]?.suite === item.suite) last.push(item)
    else suites.push([item])
  }
  return suites
}
