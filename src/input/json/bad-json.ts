import { JSONParser } from '@streamparser/json'
import type { Problem } from '../../diagnostics/problem.ts'

/** A line that is no JSON, with the column where it stops being any. */
export function badJson(line: string, file: string, at: number): Problem {
  return {
    code: 'input/bad-json',
    severity: 'error',
    place: { file, line: at, col: errorColumn(line) },
    values: {}
  }
}

/** Where a text stops being JSON. The messages of `JSON.parse` do not always say, and differ between Nodes. */
function errorColumn(text: string): number {
  const parser = new JSONParser()
  parser.onValue = () => {}
  try {
    parser.write(text)
    parser.end()
  } catch (error) {
    const bytes = /absolute position "(\d+)"/.exec(error instanceof Error ? error.message : '')?.[1]
    if (bytes !== undefined) return Buffer.from(text).toString('utf8', 0, Number(bytes)).length + 1
  }
  return text.length + 1
}
