import { adviceOf, findingLine } from './finding-lines.ts'
import type { Item } from './item.ts'
import type { ItemContext, ItemFormat } from './item-format.ts'
import { outcomeOf, type ItemOutcome } from './outcome.ts'
import { pathFrom } from './path.ts'
import { oneLine } from './texts.ts'
import { xmlAttribute, xmlElement } from './xml.ts'

/**
 * Results of tests in the XML that JUnit began, as CI systems read it: a suite for each contact, standard or library, a
 * case for each thing checked. There is no time in it.
 */
export const junit: ItemFormat = {
  name: 'junit',
  extensions: ['.junit.xml', '.xml'],
  create: context => ({
    begin: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${xmlAttribute('name', `linecheck ${context.command}`)}>\n`,
    item: item => caseOf(item, context),
    around: suiteOf,
    end: () => ['</testsuites>\n']
  })
}

function suiteOf(items: readonly Item[], cases: string): string {
  const kinds = items.map(item => outcomeOf(item).kind)
  const count = (kind: ItemOutcome['kind']): number => kinds.filter(each => each === kind).length
  if (items.length === 0) return ''
  const attributes = [
    xmlAttribute('name', items[0]!.suite),
    xmlAttribute('tests', items.length),
    xmlAttribute('failures', count('failed')),
    xmlAttribute('errors', count('error')),
    xmlAttribute('skipped', count('skipped'))
  ].join('')
  return `  <testsuite${attributes}>\n${cases}  </testsuite>\n`
}

function caseOf(item: Item, { root }: ItemContext): string {
  const { suite, name, place } = item
  const outcome = outcomeOf(item)
  const file = pathFrom(root, place.file)
  const attributes = [
    xmlAttribute('name', name),
    xmlAttribute('classname', suite),
    xmlAttribute('file', file),
    xmlAttribute('line', place.line)
  ].join('')
  const inner = [
    ...resultOf(outcome, root),
    ...adviceOf(outcome.open).map(advice => xmlElement('system-out', {}, advice))
  ]
  if (inner.length === 0) return `    <testcase${attributes}/>\n`
  return `    <testcase${attributes}>\n${inner.map(line => `      ${line}\n`).join('')}    </testcase>\n`
}

/** Programs that read this show one failure of a case; all its findings stand in it. */
function resultOf({ kind, open, reason }: ItemOutcome, root: string | undefined): readonly string[] {
  switch (kind) {
    case 'passed':
      return []
    case 'skipped':
      return [xmlElement('skipped', { message: reason === undefined ? undefined : oneLine(reason) })]
    case 'failed':
    case 'error': {
      const [first] = open
      const more = open.length > 1 ? ` (+${open.length - 1})` : ''
      const message = first ? oneLine(first.message) + more : undefined
      const text = open.map(finding => findingLine(finding, root)).join('\n')
      return [xmlElement(kind === 'error' ? 'error' : 'failure', { message, type: first?.rule }, text)]
    }
  }
}
