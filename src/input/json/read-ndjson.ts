import { splitLines } from '../bytes/split-lines.ts'
import { countRow } from '../count-row.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { createSpeakers } from '../speakers.ts'
import { badJson } from './bad-json.ts'
import { parseContact } from './parse-contact.ts'
import { isShapeError, shapeProblem } from './shape-error.ts'

/** A canonical contact on each line. */
export const ndjson: Format = {
  name: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  map: 'paths',
  sniff: head => {
    const lines = head.split('\n', 20).filter(line => line.trim() !== '')
    const first = lines[0]?.trimStart() ?? ''
    if (first.startsWith('[')) return 0
    const objects = lines.filter(isJsonObject).length
    if (objects > 0) return objects === lines.length ? 0.95 : 0.9
    // One line, longer than what can be seen of it; were it a JSON file, it would be the same.
    return lines.length === 1 && first.startsWith('{') ? 0.82 : 0
  },
  read: readLines
}

/**
 * One line in, one item out: a line that cannot be used gives a `bad` item in its place, so that a filter keeps its
 * lines in step.
 */
async function* readLines(bytes: AsyncIterable<Buffer>, context: ReadContext): AsyncGenerator<InputItem> {
  const { file, options, counts } = context
  const speakers = createSpeakers(options.agents)
  let number = 0
  for await (const lines of splitLines(bytes)) {
    for (const line of lines) {
      number++
      if (line.trim() === '') {
        countRow(counts, 'blank')
        continue
      }
      const item = readLine(line, number)
      countRow(counts, item.kind === 'bad' ? 'bad' : 'used')
      if (item.kind === 'bad') options.onProblem(item.problem)
      yield item
    }
  }

  function readLine(line: string, at: number): InputItem {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return { kind: 'bad', problem: badJson(line, file, at) }
    }
    const contact = parseContact(value, speakers)
    if (isShapeError(contact)) return { kind: 'bad', problem: shapeProblem(contact, file, at) }
    return { kind: 'contact', contact, source: { file, line: at } }
  }
}

function isJsonObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
