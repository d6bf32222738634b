import { countRow } from '../count-row.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { createSpeakers } from '../speakers.ts'
import { parseContact } from './parse-contact.ts'
import { readElements } from './read-elements.ts'
import { isShapeError, shapeProblem } from './shape-error.ts'

/** An array of canonical contacts, or one of them. */
export const json: Format = {
  name: 'json',
  extensions: ['.json'],
  map: 'paths',
  sniff: head => {
    if (/^\s*\[\s*(?:\{|\])/.test(head)) return 0.85
    return /^\s*\{\s*(?:"|\})/.test(head) ? 0.8 : 0
  },
  read: readArray
}

/** Elements come out as they are read; a big array is never in memory as a whole. */
async function* readArray(bytes: AsyncIterable<Buffer>, context: ReadContext): AsyncGenerator<InputItem> {
  const { file, options, counts } = context
  const speakers = createSpeakers(options.agents)
  for await (const { value, line } of readElements(bytes, context)) {
    const contact = parseContact(value, speakers)
    if (isShapeError(contact)) {
      const problem = shapeProblem(contact, file, line)
      countRow(counts, 'bad')
      options.onProblem(problem)
      yield { kind: 'bad', problem }
      continue
    }
    countRow(counts, 'used')
    yield { kind: 'contact', contact, source: { file, line } }
  }
}
