import { checkNames, criterionKeys, standardKeys } from '../schema.ts'
import { kindNames, metricKeys } from '../metric-source.ts'
import type { Entry, Path, Remark } from './layout.ts'

/** The order of keys in the map at a path; `undefined` where maps keep theirs. */
export type Orders = (path: Path) => readonly string[] | undefined

/** What is known of an entry to move it. */
type Keyed = Pick<Entry, 'above' | 'blank' | 'name'>

/** Keys with those that say what is looked at before the ones that go with it and those for people. */
function withSole(
  keys: readonly string[],
  sole: readonly string[],
  last: readonly string[]
): readonly string[] {
  const first = keys.filter(key => !sole.includes(key) && !last.includes(key))
  return [...first, ...sole, ...last]
}

const standardOrder = Object.keys(standardKeys)
const sectionOrder = ['id', 'title', 'weight', 'bands', 'criteria']
const criterionOrder = withSole(Object.keys(criterionKeys), checkNames, ['advice', 'examples'])
const metricOrder = withSole(Object.keys(metricKeys), kindNames, [
  'per',
  'at',
  'trend',
  'target',
  'advice',
  'examples'
])

/** Standards are written in the order in which they are explained. */
export const standardOrders: Orders = path => {
  const shape = path.map(key => (typeof key === 'number' ? '#' : key)).join('.')
  if (shape === '') return standardOrder
  if (shape === 'sections.#') return sectionOrder
  if (shape === 'sections.#.criteria.#') return criterionOrder
  return shape === 'metrics.#' ? metricOrder : undefined
}

/** Files that are no standards keep the order of their keys. */
export const noOrders: Orders = () => undefined

/**
 * Entries in the order that is asked for, others behind them; as they were where a comment might be about more than
 * the one key below it.
 */
export function arrange<T extends Keyed>(
  entries: readonly T[],
  below: readonly Remark[],
  orders: Orders,
  path: Path
): readonly T[] {
  const order = orders(path)
  // What stands above the first key of a file is about the file.
  const own = path.length === 0 ? entries.slice(1) : entries
  if (!order || below.length > 0 || own.some(isHeaded)) return entries
  const rank = (entry: Keyed): number => {
    const at = order.indexOf(entry.name)
    return at === -1 ? order.length : at
  }
  const ordered = entries.toSorted((a, b) => rank(a) - rank(b))
  return path.length === 0 ? keepHead(entries, ordered) : ordered
}

/** What a file begins with, such as the name of its schema, stays there. */
function keepHead<T extends Keyed>(entries: readonly T[], ordered: readonly T[]): readonly T[] {
  const head = entries[0]?.above ?? []
  if (ordered[0] === entries[0]) return ordered
  return ordered.map((entry, i) => {
    if (entry === entries[0]) return { ...entry, above: [] }
    return i === 0 ? { ...entry, above: [...head, ...entry.above] } : entry
  })
}

/** Whether a comment above stands apart, as headings do. */
function isHeaded({ above, blank }: Keyed): boolean {
  return above.length > 0 && (blank || above.slice(1).some(remark => remark.blank))
}
