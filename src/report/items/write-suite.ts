import type { Item } from './item.ts'
import type { ItemReporter } from './item-format.ts'

/** The text of all items of one suite. */
export function writeSuite(reporter: ItemReporter, items: readonly Item[]): string {
  const texts = items
    .map(reporter.item)
    .filter(text => text !== '')
    .join(reporter.between ?? '')
  return reporter.around ? reporter.around(items, texts) : texts
}
