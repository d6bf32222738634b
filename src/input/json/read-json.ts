import { JSONParser, TokenType } from '@streamparser/json'
import { countByte, NEWLINE } from '../bytes/count.ts'
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
  for await (const chunk of chunks) {
    lines.add(chunk)
    const error = tryOut(() => parser.write(chunk))
    yield* ready
    ready = []
    if (error) return breakOff(error)
  }
  if (parser.isEnded) return
  const error = tryOut(() => parser.end())
  yield* ready
  if (error) breakOff(error)

  /** What follows the place cannot be made sense of. */
  function breakOff(error: Error): void {
    const at = /absolute position "(\d+)"/.exec(error.message)?.[1]
    const place = at === undefined ? lines.last() : lines.lineAt(Number(at))
    countRow(context.counts, 'bad')
    context.options.onProblem(problemAt('input/bad-json', 'error', context.file, place, {}))
  }
}

function tryOut(action: () => void): Error | undefined {
  try {
    action()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Lines of byte offsets that only grow. */
function createLineFinder() {
  let chunk: Buffer = Buffer.alloc(0)
  let from = 0
  let line = 1
  let counted = 0
  const lineAt = (offset: number): number => {
    const to = Math.min(Math.max(offset - from, counted), chunk.length)
    line += countByte(chunk, NEWLINE, counted, to)
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
