import { JSONParser, TokenType } from '@streamparser/json'
import { countNewlines } from '../bytes/count-newlines.ts'
import { peek } from '../bytes/peek.ts'
import { countRow } from '../count-row.ts'
import { problemAt } from '../problems.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { createSpeakers } from '../speakers.ts'
import { isShapeError, parseContact, shapeProblem } from './parse-contact.ts'

/** An array of canonical contacts, or one of them. */
export const json: Format = {
  name: 'json',
  extensions: ['.json'],
  sniff: head => {
    if (/^\s*\[\s*(?:\{|\])/.test(head)) return 0.85
    return /^\s*\{\s*(?:"|\})/.test(head) ? 0.8 : 0
  },
  read: readArray
}

interface Element {
  readonly value: unknown
  readonly line: number
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

async function* readElements(bytes: AsyncIterable<Buffer>, context: ReadContext): AsyncGenerator<Element> {
  const { head, chunks } = await peek(bytes, 1)
  const inArray = /^\s*\[/.test(head.toString('utf8'))
  const parser = new JSONParser({ paths: [inArray ? '$.*' : '$'], keepStack: false })
  const lines = createLineFinder()
  let ready: Element[] = []
  let depth = 0
  let line = 1
  parser.onToken = ({ token, offset }) => {
    const opens = token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET
    const isElement = depth === (inArray ? 1 : 0)
    if (isElement && token !== TokenType.COMMA && token !== TokenType.RIGHT_BRACKET)
      line = lines.lineAt(offset)
    if (opens) depth++
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--
  }
  parser.onValue = ({ value }) => {
    ready.push({ value, line })
  }
  try {
    for await (const chunk of chunks) {
      lines.add(chunk)
      parser.write(chunk)
      yield* ready
      ready = []
    }
    if (!parser.isEnded) parser.end()
    yield* ready
  } catch (error) {
    if (!isJsonError(error)) throw error
    yield* ready
    countRow(context.counts, 'bad')
    const at = /absolute position "(\d+)"/.exec(error.message)?.[1]
    const place = at === undefined ? lines.last() : lines.lineAt(Number(at))
    context.options.onProblem(problemAt('input/bad-json', 'error', context.file, place, {}))
  }
}

/** Errors of the parser, which names them; what a consumer throws into the loop is none of them. */
function isJsonError(error: unknown): error is Error {
  return error instanceof Error && /^Token(?:izer|Parser)Error$/.test(error.constructor.name)
}

/** Lines of byte offsets that only grow. */
function createLineFinder() {
  let chunk: Buffer = Buffer.alloc(0)
  let from = 0
  let line = 1
  let counted = 0
  const lineAt = (offset: number): number => {
    const to = Math.min(Math.max(offset - from, counted), chunk.length)
    line += countNewlines(chunk, counted, to)
    counted = to
    return line
  }
  return {
    add(next: Buffer): void {
      lineAt(from + chunk.length)
      from += chunk.length
      chunk = next
      counted = 0
    },
    lineAt,
    last: (): number => lineAt(from + chunk.length)
  }
}
