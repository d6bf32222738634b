import type { Finding, Item } from './item.ts'
import type { ItemFormat } from './item-format.ts'
import { outcomeOf } from './outcome.ts'
import { pathFrom } from './path.ts'
import { oneLine, wholeText } from './texts.ts'

/** The Test Anything Protocol, version 14. Points carry no numbers, which may be left out; the plan is the last line. */
export const tap: ItemFormat = {
  name: 'tap',
  extensions: ['.tap'],
  create: ({ root }) => ({
    begin: () => 'TAP version 14\n',
    item: item => pointOf(item, root),
    end: ({ items }) => [`1..${items.passed + items.failed + items.skipped + items.error}\n`]
  })
}

function pointOf(item: Item, root: string | undefined): string {
  const { kind, open, reason } = outcomeOf(item)
  const mark = kind === 'failed' || kind === 'error' ? 'not ok' : 'ok'
  const skip = kind === 'skipped' ? ` # SKIP ${escape(reason ?? '')}`.trimEnd() : ''
  const point = `${mark} - ${escape(`${item.suite} › ${item.name}`)}${skip}\n`
  const [first, ...others] = open.map(finding => diagnosticOf(finding, root))
  if (!first) return point
  const diagnostic = others.length > 0 ? { ...first, also: others } : first
  // What is JSON is YAML too.
  const lines = Object.entries(diagnostic)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
  return `${point}  ---\n${lines.join('')}  ...\n`
}

function diagnosticOf({ message, severity, rule, hint, place }: Finding, root: string | undefined): object {
  return {
    message: wholeText(message),
    severity,
    rule,
    hint: hint && wholeText(hint),
    at: { file: pathFrom(root, place.file), line: place.line, column: place.col }
  }
}

// A `#` would begin a directive.
const escape = (text: string): string => wholeText(oneLine(text)).replaceAll(/[\\#]/g, '\\$&')
