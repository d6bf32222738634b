import type { ASTNode } from '@marcbachmann/cel-js'
import type { FieldTypes } from './fields.ts'

/** A name that nothing is called by, and where it stands in the expression: [from, to). */
export interface NameSlip {
  readonly value: string
  readonly from: number
  readonly to: number
}

/** What the maps of a contact hold, as far as that is fixed. */
const members: Readonly<Record<string, readonly string[]>> = {
  agent: ['id', 'name', 'team'],
  customer: ['id', 'name']
}

/**
 * A key after a dot that is no part of the agent or customer, or no field, which the library, to whom keys are data,
 * lets pass. A key in brackets may be anything.
 */
export function findMemberSlip(node: ASTNode, types: FieldTypes): NameSlip | undefined {
  if (node.op === '.') {
    const [map, key] = node.args as readonly [ASTNode, string]
    const name = map.op === 'id' ? String(map.args) : ''
    const range = { from: node.pos, to: node.end }
    if (name === 'fields' && !Object.hasOwn(types, key)) return { value: key, ...range }
    if (members[name]?.includes(key) === false) {
      return { value: `${name}.${key}`, ...range }
    }
  }
  for (const child of childrenOf(node.args)) {
    const slip = findMemberSlip(child, types)
    if (slip) return slip
  }
  return undefined
}

/** The nodes among the arguments of one. */
export function childrenOf(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf)
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : []
}

/** The names in an expression, a comprehension's own variables among them. */
export function collectNames(node: ASTNode, names: Set<string> = new Set()): Set<string> {
  if (node.op === 'id') names.add(node.args as string)
  else for (const child of childrenOf(node.args)) collectNames(child, names)
  return names
}
