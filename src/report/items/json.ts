import type { Finding, Item } from './item.ts'
import type { ItemFormat } from './item-format.ts'

/** Raised when a key changes its meaning or goes away; a new key does not raise it. */
const SCHEMA_VERSION = 1

/** Items as one document, one item a line. There is no time of day in it: the same input gives the same bytes. */
export const itemsJson: ItemFormat = {
  name: 'json',
  extensions: ['.json'],
  create: ({ version, command, ruleOf }) => ({
    between: ',',
    begin: () => {
      const tool = JSON.stringify({ name: 'linecheck', version })
      return `{"schemaVersion":${SCHEMA_VERSION},"tool":${tool},"command":${JSON.stringify(command)},\n"items":[`
    },
    item: item => `\n${JSON.stringify(itemRow(item))}`,
    *end({ items, findings, waived, rules, verdict }) {
      yield '\n],\n"rules":['
      for (const [i, id] of rules.entries()) {
        const { title, advice, clause, severity } = ruleOf(id)
        yield `${i > 0 ? ',' : ''}\n${JSON.stringify({ id, title, severity, clause, advice })}`
      }
      const { negative, reasons } = verdict
      yield `\n],\n"counts":${JSON.stringify({ items, findings, waived })},`
      yield `\n"verdict":${JSON.stringify({ negative, reasons })}}\n`
    }
  })
}

function itemRow({ suite, name, place, status, reason, findings }: Item): object {
  const { file, line, col } = place
  return { suite, name, status, file, line, col, reason, findings: findings.map(findingRow) }
}

function findingRow(finding: Finding): object {
  const { rule, severity, message, hint, clause, place, related, fingerprint, waived } = finding
  const { file, line, col, length } = place
  return { rule, severity, message, hint, clause, file, line, col, length, related, fingerprint, waived }
}
