import type { Finding } from './item.ts'
import type { ItemContext, ItemFormat } from './item-format.ts'
import { itemWords } from './item-words.ts'
import { pathFrom } from './path.ts'
import { withoutTitle } from './texts.ts'

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const

/**
 * Commands to a workflow of GitHub Actions, which shows them beside the code. It shows ten of a kind for each step; the
 * last line has the totals of all.
 */
export const github: ItemFormat = {
  name: 'github',
  extensions: [],
  create: context => ({
    begin: () => '',
    item: ({ findings }) =>
      findings
        .filter(({ waived }) => !waived)
        .map(finding => commandOf(finding, context))
        .join(''),
    *end({ items, findings, waived, verdict }) {
      const words = itemWords[context.lang]
      const parts = [
        verdict.negative ? words.negative : words.clean,
        ...verdict.reasons,
        words.checked(items),
        words.found(findings, waived)
      ]
      const title = escapeProperty(`linecheck ${context.command}`)
      yield `::notice title=${title}::${escapeData(parts.join('\n'))}\n`
    }
  })
}

function commandOf({ rule, severity, message, hint, place }: Finding, { ruleOf, root }: ItemContext): string {
  const { line, col, length } = place
  const { title } = ruleOf(rule)
  const properties = {
    file: pathFrom(root, place.file),
    line,
    col,
    endColumn: col === undefined ? undefined : col + Math.max(1, length ?? 1),
    title: `${title} [${rule}]`
  }
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',')
  return `::${commands[severity]} ${written}::${escapeData([withoutTitle(message, title), hint].filter(Boolean).join('\n'))}\n`
}

// As the runner takes commands apart: https://github.com/actions/toolkit, packages/core/src/command.ts.
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
