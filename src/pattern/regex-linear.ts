import type { AST } from '@eslint-community/regexpp'
import { writeCased } from './regex-case.ts'

type Alternatives = readonly AST.Alternative[]

/**
 * V8 matches an expression in linear time, once backtracking has cost too much, unless it has the flag `i` or `u`,
 * looks around, refers back, or repeats something more than so many times, counting repeats inside repeats. What
 * is repeated more often is written out here instead.
 */
const COUNTED = 16
/** Expressions of more atoms than this, written out, are refused. */
const LONGEST = 5000
/** An expression that V8 cannot match in linear time may have so many ways to match from one place. */
const WAYS = 1000

export interface WriteOptions {
  readonly ignoreCase: boolean
  /**
   * For long texts. V8 does not count its steps back in a plain loop such as `.*`, which cost the square of the text's
   * length. With an empty alternative the loop is no plain one, and matches the same.
   */
  readonly guarded: boolean
  /** Keeps the names of groups; what holds one is then not written out. */
  readonly names: boolean
}

/** How to write an expression so that it is matched in linear time; `undefined` where it would grow too long. */
export function writeLinear(pattern: AST.Pattern, options: WriteOptions): string | undefined {
  return countAll(pattern.alternatives) > LONGEST ? undefined : writeAll(pattern.alternatives, 1, options)
}

/** `times` is how often all that stands around is repeated. */
function writeAll(alternatives: Alternatives, times: number, options: WriteOptions): string {
  return alternatives
    .map(({ elements }) => elements.map(element => write(element, times, options)).join(''))
    .join('|')
}

function write(element: AST.Element, times: number, options: WriteOptions): string {
  if (element.type === 'Group' || element.type === 'CapturingGroup') {
    const name = options.names && element.type === 'CapturingGroup' ? element.name : null
    return `(?${name === null ? ':' : `<${name}>`}${writeAll(element.alternatives, times, options)})`
  }
  if (element.type !== 'Quantifier') return options.ignoreCase ? writeCased(element) : element.raw
  const { min, max, greedy } = element
  const lazy = greedy ? '' : '?'
  const isLoop = max === Number.POSITIVE_INFINITY
  const inside = times * (isLoop ? min + 1 : Math.max(max, 1))
  const isWhole = inside <= COUNTED && !(options.guarded && isLoop)
  if (isWhole || (options.names && holdsName(element))) {
    return write(element.element, inside, options) + writeQuantifier(min, max) + lazy
  }
  const one = write(element.element, times, options)
  if (isLoop) return one.repeat(min) + (options.guarded ? `(?:${one}|(?:))*` : `${one}*`) + lazy
  // Optional parts inside each other, not in a row: there is one way only to take three of five.
  return one.repeat(min) + `(?:${one}`.repeat(max - min) + `)?${lazy}`.repeat(max - min)
}

function writeQuantifier(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`
  return min === 0 && max === 1 ? '?' : `{${min},${max}}`
}

/** Whether an expression has groups with names. */
export function holdsNames(pattern: AST.Pattern): boolean {
  return pattern.alternatives.some(({ elements }) => elements.some(holdsName))
}

function holdsName(element: AST.Element): boolean {
  if (element.type === 'Quantifier') return holdsName(element.element)
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false
  if (element.type === 'CapturingGroup' && element.name !== null) return true
  return element.alternatives.some(({ elements }) => elements.some(holdsName))
}

/** How many atoms there are when repeats are written out. */
function countAll(alternatives: Alternatives): number {
  return sum(alternatives, ({ elements }) => sum(elements, countAtoms))
}

function countAtoms(element: AST.Element): number {
  if (element.type === 'Group' || element.type === 'CapturingGroup') return countAll(element.alternatives)
  if (element.type !== 'Quantifier') return 1
  const { min, max } = element
  return countAtoms(element.element) * (max === Number.POSITIVE_INFINITY ? min + 1 : max)
}

/** Whether an expression that V8 can only match by going back and forth is nevertheless quick on every text. */
export function isSimple(pattern: AST.Pattern): boolean {
  return sum(pattern.alternatives, ({ elements }) => countRow(withoutLastLoop(elements))) <= WAYS
}

/** A plain loop at the very end takes all it can and never has to give any of it back. */
function withoutLastLoop(elements: readonly AST.Element[]): readonly AST.Element[] {
  const last = elements.at(-1)
  return last?.type === 'Quantifier' && countWays(last.element) === 1 ? elements.slice(0, -1) : elements
}

function countRow(elements: readonly AST.Element[]): number {
  return elements.reduce((ways, element) => ways * countWays(element), 1)
}

/** In how many ways an element may match from one place, at most. */
function countWays(element: AST.Element): number {
  if (element.type === 'Group' || element.type === 'CapturingGroup') {
    return sum(element.alternatives, ({ elements }) => countRow(elements))
  }
  if (element.type !== 'Quantifier') return 1
  const { min, max } = element
  return max === Number.POSITIVE_INFINITY ? max : (max - min + 1) * countWays(element.element) ** max
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0)
}
