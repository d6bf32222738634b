import type { Finding, Item, RuleHeader } from '../../../src/report/items/item.ts'
import type { ItemContext, ItemFormat, ItemSummary } from '../../../src/report/items/item-format.ts'
import { createItemTally } from '../../../src/report/items/item-tally.ts'
import { writeSuite } from '../../../src/report/items/write-suite.ts'
import { createKeeper } from '../../../src/report/keeper.ts'

export const rule: RuleHeader = {
  id: 'desk/greeting',
  title: '首句问候',
  advice: '先说“您好”。',
  clause: ['D-1', 'D-2'],
  severity: 'warning'
}

export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: rule.id,
    severity: 'warning',
    message: 'D-001 did not greet',
    place: { file: 'logs/march.csv', line: 7 },
    fingerprint: '00000000deadbeef',
    ...parts
  }
}

export function item(parts: Partial<Item> = {}): Item {
  const findings = parts.findings ?? [finding()]
  return {
    suite: 'D-001 · 何晓',
    name: 'desk/greeting',
    place: { file: 'logs/march.csv', line: 7 },
    status: findings.length > 0 ? 'failed' : 'passed',
    findings,
    ...parts
  }
}

const base: ItemContext = {
  lang: 'en',
  version: '0.1.0',
  command: 'audit',
  root: '/repo',
  ruleOf: id => ({ ...rule, id })
}

/** The whole report of items, of which those of one suite stand together, and its reporter. */
export function report(
  format: ItemFormat,
  items: readonly Item[],
  context: Partial<ItemContext> = {},
  verdict: ItemSummary['verdict'] = { negative: false, reasons: [] }
): string {
  const reporter = format.create({ ...base, ...context })
  const tally = createItemTally()
  items.forEach(tally.add)
  const suites = [...new Set(items.map(({ suite }) => suite))].map(suite =>
    items.filter(each => each.suite === suite)
  )
  const body = suites
    .map(suite => writeSuite(reporter, suite))
    .filter(text => text !== '')
    .join(reporter.between ?? '')
  const keeper = reporter.keeps === undefined ? undefined : createKeeper(reporter.keeps)
  keeper?.add(body)
  const end = reporter.end({ ...tally.finish(), verdict }, keeper?.take() ?? [])
  return reporter.begin() + (keeper ? '' : body) + [...end].join('')
}
