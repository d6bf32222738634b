import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Code } from '../diagnostics/catalogue.ts'
import { type Problem, ProblemError } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Values } from '../diagnostics/wording.ts'
import { shorten } from './problems.ts'
import type { Mapping } from './reader.ts'

/** What a file of `--map`, or several, say of an input whose parts have other names. */
export interface InputMap extends Mapping {
  /** Field -> column, or path in JSON, under the names of `fieldOf`. */
  readonly map: Readonly<Record<string, string>>
}

/** Names that a contact's parts have in its canonical form, and the fields that columns are mapped to. */
const others: Readonly<Record<string, string>> = {
  by: 'role',
  'agent.id': 'agent',
  'agent.name': 'agent_name',
  'agent.team': 'team',
  'customer.id': 'customer',
  'customer.name': 'customer_name'
}

/** The field that a name in a map stands for: `by` and `role` are the same. */
export function fieldOf(name: string): string {
  return others[name] ?? name
}

const keys = ['map', 'values', 'only', 'unit', 'turns', 'contacts'] as const

/**
 * Reads a map file:
 *
 * ```yaml
 * turns: Events                        # JSON: where the turns are
 * map: { id: DialogueID, by: Agent, text: Text, start: UnixTime }
 * values: { by: { Wizard: agent, User: customer } }
 * only: { Action: [utter] }            # other turns or rows are not read
 * unit: s                              # of times that are numbers
 * ```
 *
 * @throws ProblemError with all that is wrong in it, each with its place.
 */
export function parseMapFile(text: string, file: string): InputMap {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const problems: Problem[] = []
  const tell = (offset: number, code: Code, values: Values, meant?: string): void => {
    const { line, col } = counter.linePos(offset)
    problems.push({ code, severity: 'error', place: { file, line, col }, values, meant })
  }
  for (const error of document.errors) {
    tell(error.pos[0], 'input/map-syntax', { reason: error.message.split('\n')[0]! })
  }
  if (problems.length > 0) throw new ProblemError(problems)
  const wrong = (node: Node | null | undefined, name: string, allowed: string): undefined => {
    const value = node ? shorten(JSON.stringify(node.toJS(document)) ?? 'null') : 'null'
    tell(node?.range?.[0] ?? 0, 'input/map-value', { name, value, allowed })
    return undefined
  }
  /** The parts of a map with each name as a text. */
  const parts = (
    node: Node | null | undefined,
    name: string
  ): readonly (readonly [string, Node | null])[] => {
    if (!isMap(node)) {
      wrong(node, name, '{ name: ... }')
      return []
    }
    return node.items.map(item => [
      String(isScalar(item.key) ? item.key.value : item.key),
      item.value as Node | null
    ])
  }
  const scalar = (node: Node | null | undefined, name: string): string | undefined => {
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return String(value)
    return wrong(node, name, 'text')
  }
  const scalars = (node: Node | null | undefined, name: string): Record<string, string> => {
    const read = parts(node, name).map(([key, value]) => [key, scalar(value, `${name}.${key}`)] as const)
    return Object.fromEntries(read.filter((entry): entry is [string, string] => entry[1] !== undefined))
  }
  const byField = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
    Object.fromEntries(entries.map(([name, value]) => [fieldOf(name), value]))

  const found = new Map<string, Node | null>()
  for (const [key, node] of parts(document.contents, 'map file')) {
    if ((keys as readonly string[]).includes(key)) found.set(key, node)
    else
      tell(
        offsetOf(document.contents, key),
        'input/map-key',
        { value: key, allowed: keys.join(', ') },
        suggest(key, keys)
      )
  }
  const node = (key: (typeof keys)[number]): Node | null | undefined => found.get(key)
  const unit = found.has('unit') ? scalar(node('unit'), 'unit') : undefined
  if (unit !== undefined && unit !== 'ms' && unit !== 's') wrong(node('unit'), 'unit', 'ms, s')
  const result: InputMap = {
    map: found.has('map') ? byField(Object.entries(scalars(node('map'), 'map'))) : {},
    values: found.has('values')
      ? byField(
          parts(node('values'), 'values').map(([field, part]) => [field, scalars(part, `values.${field}`)])
        )
      : {},
    only: found.has('only') ? onlyOf() : {},
    unit: unit === 'ms' || unit === 's' ? unit : undefined,
    turns: found.has('turns') ? scalar(node('turns'), 'turns') : undefined,
    contacts: found.has('contacts') ? scalar(node('contacts'), 'contacts') : undefined
  }
  if (problems.length > 0) throw new ProblemError(problems)
  return result

  function onlyOf(): Record<string, readonly string[]> {
    const lists = parts(node('only'), 'only').map(([column, part]) => {
      const items = isSeq(part) ? (part.items as readonly (Node | null)[]) : [part]
      const values = items.map(item => scalar(item, `only.${column}`))
      return [column, values.filter(value => value !== undefined)] as const
    })
    return Object.fromEntries(lists)
  }
}

/** Later maps win, field by field. */
export function mergeMaps(maps: readonly InputMap[]): InputMap {
  const last = <Key extends 'unit' | 'turns' | 'contacts'>(key: Key): InputMap[Key] =>
    maps.findLast(map => map[key] !== undefined)?.[key]
  const all = <Value>(
    part: (map: InputMap) => Readonly<Record<string, Value>> | undefined
  ): Record<string, Value> => Object.assign({}, ...maps.map(part)) as Record<string, Value>
  return {
    map: all(map => map.map),
    values: all(map => map.values),
    only: all(map => map.only),
    unit: last('unit'),
    turns: last('turns'),
    contacts: last('contacts')
  }
}

function offsetOf(contents: unknown, key: string): number {
  const pair = isMap(contents)
    ? contents.items.find(item => isScalar(item.key) && String(item.key.value) === key)
    : undefined
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0
}
