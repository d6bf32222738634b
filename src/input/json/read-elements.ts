import { JSONParser, TokenType } from '@streamparser/json'
import { countByte, NEWLINE } from '../bytes/count.ts'
import { peek } from '../bytes/peek.ts'
import { countRow } from '../count-row.ts'
import { problemAt } from '../problems.ts'
import type { ReadContext } from '../reader.ts'

/** A value of a JSON file and the line where it begins. */
export interface Element {
  readonly value: unknown
  readonly line: number
}

/**
 * The elements of a list, or the one value that a file holds. They come out as they are read: a big list is never in
 * memory as a whole. What cannot be parsed is told and counted, and ends the reading.
 *
 * @param inside The key of the list (`a.b`) in the object that the file is; without it the file is the list, or the value.
 */
export async function* readElements(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext,
  inside?: string
): AsyncGenerator<Element> {
  const { head, chunks } = await peek(bytes, 1)
  const inArray = /^\s*\[/.test(head.toString('utf8'))
  const within = inArray ? '$.*' : inside === undefined ? '$' : `$.${inside}.*`
  const parser = new JSONParser({ paths: [within], keepStack: false })
  const elementDepth = within.split('.').length - 1
  const lines = createLineFinder()
  let ready: Element[] = []
  let depth = 0
  let line = 1
  parser.onToken = ({ token, offset }) => {
    const opens = token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET
    const isElement = depth === elementDepth
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
