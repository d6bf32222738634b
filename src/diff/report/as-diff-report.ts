import type { ItemFormat } from '../../report/items/item-format.ts'
import type { RuleHeader } from '../../report/items/item.ts'
import { createItemTally } from '../../report/items/item-tally.ts'
import { writeAll } from '../../report/items/write-all.ts'
import type { DiffFormat } from './diff-format.ts'
import { ruleOfDiff, type DiffRule } from './item-words.ts'
import { itemsOfDiff } from './items.ts'

/** A form of items as a report of a comparison: regressions are its findings. */
export function asDiffReport(format: ItemFormat): DiffFormat {
  return {
    name: format.name,
    extensions: format.extensions,
    create({ lang, version, root }) {
      const ruleOf = (id: string): RuleHeader => ruleOfDiff(id as DiffRule, lang)
      const reporter = format.create({ lang, version, command: 'diff', ruleOf, root })
      return {
        *end({ result, regressions, verdict }) {
          const tally = createItemTally()
          const items = itemsOfDiff(result, regressions, lang)
          items.forEach(tally.add)
          yield* writeAll(reporter, items, { ...tally.finish(), verdict })
        }
      }
    }
  }
}
