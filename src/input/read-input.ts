import type { Code } from '../diagnostics/catalogue.ts'
import { checkOptions } from './check-options.ts'
import { dropEarlyEnds } from './early-ends.ts'
import { partsOfName, stemOf } from './file-name.ts'
import { fillFromName, idInName, type NameParts } from './name-pattern.ts'
import { openSource, type Opened } from './open-source.ts'
import { explainError } from './problems.ts'
import type { InputCounts, InputItem, InputOptions, ReadContext, Source } from './reader.ts'
import { parseTimezone, startInZone, type Timezone } from './timezone.ts'

/** A file with one of these problems is no input at all, which in a folder is nothing to stop at. */
const noInput: ReadonlySet<Code> = new Set<Code>([
  'input/unknown-format',
  'input/empty',
  'input/not-text',
  'input/map-unused',
  'input/bad-workbook'
])

/**
 * Reads the contacts of one source, one at a time. What ends the reading (no such file, unknown format, no column
 * that is known) is thrown as a `ProblemError` with one problem; everything else goes to `options.onProblem`, and
 * what it concerns is counted in `counts`. Leaving the loop early closes the file and removes temporary ones.
 */
export async function* readInput(
  source: Source,
  options: InputOptions,
  counts: InputCounts
): AsyncGenerator<InputItem> {
  checkOptions(options)
  const parts = partsOfName(source, options)
  const stem = (parts && idInName(parts)) ?? stemOf(source.name)
  const context: ReadContext = { file: source.name, stem, options, counts }
  const zone = options.timezone === undefined ? undefined : parseTimezone(options.timezone)
  let opened: Opened | undefined
  try {
    opened = await openSource(source, context)
    counts.files++
    for await (const item of opened.items) {
      if (item.kind === 'contact') {
        counts.contacts++
        counts.turns += item.contact.turns.length
      }
      yield dropEarlyEnds(parts || zone ? amend(item, parts, zone) : item, options)
    }
  } catch (error) {
    const known = explainError(error, source.name)
    const [problem] = known.problems
    if (!source.swept || !problem || !noInput.has(problem.code)) throw known
    options.onProblem({ ...problem, severity: 'warning' })
  } finally {
    await opened?.close()
  }
}

/** Adds what is known from outside of the file. */
function amend(item: InputItem, parts: NameParts | undefined, zone: Timezone | undefined): InputItem {
  if (item.kind === 'bad') return item
  const contact = parts ? fillFromName(item.contact, parts) : item.contact
  return { ...item, contact: zone ? { ...contact, started: startInZone(contact.started, zone) } : contact }
}
