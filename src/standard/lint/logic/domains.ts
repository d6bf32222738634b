import { parse, type ASTNode } from '@marcbachmann/cel-js'
import { factTypes } from '../../../checks/expression-names.ts'
import type { FieldType, FieldTypes } from '../../../checks/fields.ts'
import type { FieldValue } from '../../../model/contact.ts'
import { pathOf } from './opaque.ts'

/** The values worth trying for each name of an expression; `undefined` stands for an absent field. */
export type Domains = ReadonlyMap<string, readonly (FieldValue | undefined)[]>

/** Names that are compared with each other, and the literals that any of them is compared with. */
interface Group {
  readonly names: Set<string>
  readonly literals: Set<string | number | boolean>
}

/**
 * For each name the values at which a comparison can turn: every literal, values on both sides of it, and between any
 * two literals as many as there are names that are compared with each other. As the expression sees only their order
 * and equality, no other value can make a difference.
 */
export function collectDomains(expression: string, types: FieldTypes): Domains {
  const names = new Map<string, { group: Group; absent: boolean }>()
  const groupOf = (path: string): Group => {
    const key = keyOf(path)
    const known = names.get(key)
    const group = known?.group ?? { names: new Set([key]), literals: new Set() }
    names.set(key, { group, absent: (known?.absent ?? false) || path.includes('.') })
    return group
  }
  const merge = (a: Group, b: Group): Group => {
    if (a === b) return a
    for (const literal of b.literals) a.literals.add(literal)
    for (const name of b.names) {
      a.names.add(name)
      names.set(name, { ...names.get(name)!, group: a })
    }
    return a
  }
  const relate = (sides: readonly ASTNode[]): void => {
    const groups = sides.flatMap(side => {
      const path = pathOf(side)
      return path === undefined ? [] : [groupOf(path)]
    })
    const [first, ...rest] = groups
    if (!first) return
    const group = rest.reduce(merge, first)
    for (const literal of sides.flatMap(literalsOf)) group.literals.add(literal)
  }
  const visit = (node: ASTNode): void => {
    const path = pathOf(node)
    if (path !== undefined) groupOf(path)
    else if (node.op === 'in') relate([node.args[0], ...listed(node.args[1])])
    else if (comparisons.has(node.op)) relate(node.args as readonly ASTNode[])
    else for (const child of childrenOf(node)) visit(child)
  }
  visit(parse(expression).ast)
  return new Map(
    [...names].map(([name, { group, absent }]) => {
      const values = valuesFor(name, group, types)
      return [name, absent ? [...values, undefined] : values] as const
    })
  )
}

const comparisons = new Set<string>(['==', '!=', '<', '<=', '>', '>='])

/** A field is the same by its name and under `fields`. */
function keyOf(path: string): string {
  return path.startsWith('fields.') ? path.slice('fields.'.length) : path
}

function listed(node: ASTNode): readonly ASTNode[] {
  return node.op === 'list' ? node.args : [node]
}

function literalsOf(node: ASTNode): readonly (string | number | boolean)[] {
  if (node.op === '-_')
    return literalsOf(node.args).map(value => (typeof value === 'number' ? -value : value))
  if (node.op !== 'value') return []
  if (typeof node.args === 'bigint') return [Number(node.args)]
  const value = node.args
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : []
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  const found: ASTNode[] = []
  const collect = (args: unknown): void => {
    if (Array.isArray(args)) for (const arg of args) collect(arg)
    else if (typeof args === 'object' && args !== null && 'op' in args) found.push(args as ASTNode)
  }
  collect(node.args)
  return found
}

const counts: readonly string[] = ['turn_count', 'agent_turns', 'customer_turns']

function valuesFor(name: string, { names, literals }: Group, types: FieldTypes): readonly FieldValue[] {
  const numbers = [...literals].filter(literal => typeof literal === 'number').sort((a, b) => a - b)
  const texts = [...literals].filter(literal => typeof literal === 'string')
  switch (typeOf(name, types)) {
    case 'number':
    case 'seconds':
      return counts.includes(name) ? wholesAround(numbers, names.size) : numbersAround(numbers, names.size)
    case 'text':
      return textsBeside(texts, names.size)
    case 'bool':
      return [true, false]
    case 'time':
      return Array.from(
        { length: names.size + 1 },
        (_, i) => `2024-01-${String(i + 1).padStart(2, '0')}T00:00:00Z`
      )
    case undefined:
      return [...numbersAround(numbers, names.size), ...textsBeside(texts, names.size), true, false]
  }
}

function typeOf(name: string, types: FieldTypes): FieldType | undefined {
  if (name.includes('.')) return 'text'
  return Object.hasOwn(factTypes, name) ? factTypes[name as keyof typeof factTypes] : types[name]
}

/** Each number, and `spare` more below, above and between any two. */
function numbersAround(numbers: readonly number[], spare: number): readonly number[] {
  const more = Array.from({ length: spare }, (_, i) => i + 1)
  const [lowest, highest] = [numbers[0] ?? 0, numbers.at(-1) ?? 0]
  const between = numbers.slice(1).flatMap((upper, i) => {
    const lower = numbers[i]!
    return more.map(step => lower + ((upper - lower) * step) / (spare + 1))
  })
  return [...more.map(step => lowest - step), ...numbers, ...between, ...more.map(step => highest + step)]
}

function wholesAround(numbers: readonly number[], spare: number): readonly number[] {
  const near = [0, ...numbers].flatMap(number =>
    Array.from({ length: 2 * spare + 1 }, (_, i) => Math.floor(number) + i - spare)
  )
  return [...new Set(near)].filter(number => number >= 0)
}

function textsBeside(texts: readonly string[], spare: number): readonly string[] {
  return [...texts, ...Array.from({ length: spare }, (_, i) => `\u0000${i}`)]
}
