import type { Place, Problem } from '../diagnostics/problem.ts'
import { readYaml, type Places } from './yaml-source.ts'

/** What overrides are called where a file would be. Each begins a line of it. */
export const OVERRIDES = '--set'

/** One `KEY=VALUE` that changes a standard without a change of its file. */
export interface Override {
  /** Its place among the others, from 0. */
  readonly index: number
  /** `KEY=VALUE`, without the standard. */
  readonly text: string
  /** Id of the standard that it is for; every one that has the key when not said. */
  readonly standard?: string | undefined
  readonly key: string
  /** `null` takes the key away. */
  readonly value: unknown
  /** Where the value and its parts stand. */
  readonly places: Places
  /** Where a part of the key stands, [from, to); before it with negative offsets. */
  placeInKey(from: number, to: number): Place
}

/** Overrides as they were given, and what is wrong with their form. */
export interface Overrides {
  readonly list: readonly Override[]
  readonly problems: readonly Problem[]
  /** All of them, for showing problems. */
  readonly text: string
}

/**
 * Reads overrides: `scoring.pass=90`, or `hotline:scoring.pass=90` for one standard alone. A value is YAML, but for what
 * YAML gives a meaning that nobody has in mind here: `>= 85%` and `!answered` are texts.
 */
export function readOverrides(texts: readonly string[]): Overrides {
  const list: Override[] = []
  const problems: Problem[] = []
  let line = 1
  for (const [index, text] of texts.entries()) {
    const read = readOverride(text, index, line)
    if ('key' in read) list.push(read)
    else problems.push(...read.problems)
    line += text.split('\n').length
  }
  return { list, problems, text: texts.join('\n') }
}

function readOverride(
  text: string,
  index: number,
  line: number
): Override | { readonly problems: readonly Problem[] } {
  const at = (from: number, to: number): Place => placeIn(text, line, from, to)
  const [, standard, key = '', written = ''] = /^(?:([\p{L}\p{N}._-]+):)?([^=]+)=(.*)$/su.exec(text) ?? []
  if (key.trim() === '' || written.trim() === '') {
    const place = at(0, text.length)
    return { problems: [{ code: 'override/form', severity: 'error', place, values: { value: text } }] }
  }
  const start = text.length - written.length
  const from = standard === undefined ? 0 : standard.length + 1
  const head = {
    index,
    text: text.slice(from),
    standard,
    key: key.trim(),
    placeInKey: (a: number, b: number) => at(from + a, from + b)
  }
  if (isText(written)) {
    const value = written.trim()
    const first = start + written.indexOf(value)
    const whole = (): Place => at(first, first + value.length)
    const placeWithin: Places['placeWithin'] = (_, a, b) => at(first + a, first + b)
    return { ...head, value, places: { placeOf: whole, placeOfKey: whole, placeWithin } }
  }
  const source = readYaml(OVERRIDES, written)
  const origin = at(start, start + 1)
  const shift = (place: Place): Place => {
    const row = place.line ?? 1
    const col = row === 1 ? (origin.col ?? 1) + (place.col ?? 1) - 1 : place.col
    return { ...place, line: (origin.line ?? 1) + row - 1, col }
  }
  if (source.problems.length > 0) {
    return { problems: source.problems.map(each => ({ ...each, place: shift(each.place ?? origin) })) }
  }
  const places: Places = {
    placeOf: path => shift(source.placeOf(path)),
    placeOfKey: path => shift(source.placeOfKey(path)),
    placeWithin: (path, a, b) => shift(source.placeWithin(path, a, b))
  }
  return { ...head, value: source.value, places }
}

/** Marks of YAML that begin no value of a command line, and a `#` that would make the rest a remark. */
function isText(written: string): boolean {
  const value = written.trim()
  return /^[>|%@`!&*#]/.test(value) || (/\s#/.test(value) && !/^["'[{]/.test(value))
}

function placeIn(text: string, line: number, from: number, to: number): Place {
  const before = text.slice(0, from).split('\n')
  const col = (before.at(-1)?.length ?? 0) + 1
  return { file: OVERRIDES, line: line + before.length - 1, col, length: Math.max(1, to - from) }
}
