import { parse, type ASTNode } from '@marcbachmann/cel-js'
import type { FieldTypes } from '../../../checks/fields.ts'

/** Names that stand for parts of conditions whose truth is not looked into; each may be true or false. */
export interface OpaqueParts {
  /** The name for a part; equal parts share it. */
  nameOf(part: string): string
  readonly names: readonly string[]
}

export function createOpaqueParts(): OpaqueParts {
  const names = new Map<string, string>()
  return {
    nameOf(part) {
      const key = part.replace(/\s+/g, ' ')
      const name = names.get(key) ?? `opaque_${names.size}`
      names.set(key, name)
      return name
    },
    get names() {
      return [...names.values()]
    }
  }
}

/**
 * An expression in which comparisons of names with literals and with each other stay, and every other part, such as
 * arithmetic over fields or a call, is replaced by a name of its own.
 */
export function hideOpaque(text: string, types: FieldTypes, parts: OpaqueParts): string {
  const hidden: { readonly start: number; readonly end: number }[] = []
  const visit = (node: ASTNode): void => {
    switch (node.op) {
      case '&&':
      case '||':
        return node.args.forEach(visit)
      case '!_':
        return visit(node.args)
      case '?:':
        return node.args.forEach(visit)
      case 'value':
      case 'id':
        return
      default:
        if (!isPlain(node, types) && namesIn(node)) hidden.push(node.range)
    }
  }
  visit(parse(text).ast)
  let shown = text
  for (const { start, end } of hidden.sort((a, b) => b.start - a.start)) {
    shown = shown.slice(0, start) + parts.nameOf(text.slice(start, end)) + shown.slice(end)
  }
  return shown
}

/** A name, a field by path or its presence, or a comparison of such with each other or with literals. */
function isPlain(node: ASTNode, types: FieldTypes): boolean {
  switch (node.op) {
    case '.':
      return pathOf(node) !== undefined
    case 'call':
      return node.args[0] === 'has'
    case '==':
    case '!=':
      return node.args.every(isOperand)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return node.args.every(side => isOperand(side) && !isText(side, types))
    case 'in': {
      const [item, list] = node.args
      return isOperand(item) && list.op === 'list' && list.args.every(isOperand)
    }
    default:
      return false
  }
}

function isOperand(node: ASTNode): boolean {
  if (node.op === '-_') return node.args.op === 'value'
  return node.op === 'value' || pathOf(node) !== undefined
}

function isText(node: ASTNode, types: FieldTypes): boolean {
  if (node.op === 'value') return typeof node.args === 'string'
  const path = pathOf(node) ?? ''
  return path.includes('.') ? !path.startsWith('fields.') : types[path] === 'text'
}

/** `rings`, `agent.team` or `fields.rings`. */
export function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args
  return node.op === '.' && node.args[0].op === 'id' ? `${node.args[0].args}.${node.args[1]}` : undefined
}

/** Whether an expression over these parts depends on anything. */
function namesIn(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(namesIn)
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return false
  return node.op === 'id' || namesIn(node.args)
}
