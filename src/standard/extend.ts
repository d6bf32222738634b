import { findNearest } from '../diagnostics/suggest.ts'
import type { Problem } from '../diagnostics/problem.ts'
import type { Path } from '../pattern/resolve.ts'
import { kindNames } from './metric-source.ts'
import { checkNames } from './schema.ts'
import type { Places, YamlSource } from './yaml-source.ts'

/** One file of a standard that is made of several; later layers win over earlier ones. */
export interface Layer {
  readonly source: YamlSource
  readonly value: Readonly<Record<string, unknown>>
  /** Its calendars, earlier ones below, each with where it is written. */
  readonly calendars?: readonly CalendarPart[] | undefined
}

/** A calendar in a file of its own, or at a path in a standard. */
export interface CalendarPart {
  readonly source: YamlSource
  readonly path: Path
  readonly value: unknown
}

/** Layers made one: a plain value, and where each part of it was written. */
export interface Merged {
  readonly value: Readonly<Record<string, unknown>>
  readonly places: Places
  readonly problems: readonly Problem[]
}

/** Keys whose entries are taken over one by one. */
const mergedMaps = ['vars', 'fields', 'lexicons', 'scoring'] as const

/** What a file of lexicons says of itself, which is no description of the standard that takes them. */
const descriptions = ['title', 'about', 'version'] as const

type Route = { readonly source: YamlSource; readonly path: Path }
type Plain = Record<string, unknown>

/** A criterion under way: its keys, each from the file that said it last. */
interface Draft {
  readonly keys: Map<string, { readonly value: unknown; readonly route: Route }>
}

interface SectionDraft {
  readonly keys: Map<string, { readonly value: unknown; readonly route: Route }>
  readonly criteria: Draft[]
}

/**
 * Puts layers on top of each other, the extended standard first. Variables, fields, lexicons and scoring are taken
 * over name by name; a file without sections and metrics leaves title, version and about to others; a criterion with the id of an earlier one changes the keys it gives and keeps the others (a new
 * check replaces the old one), and so does a metric; sections with the same id are one; `drop` leaves both out.
 * Calendars lie on top of each other. Every value keeps the place where it was written.
 */
export function mergeLayers(layers: readonly Layer[]): Merged {
  const routes = new Map<string, Route>()
  const value: Plain = {}
  const sections: SectionDraft[] = []
  const metrics: Draft[] = []
  const problems: Problem[] = []

  const calendars = layers.flatMap(layer => layer.calendars ?? [])
  if (calendars.length > 0) value['calendar'] = calendars.map(part => part.value)
  for (const [i, { source, path }] of calendars.entries())
    routes.set(keyOf(['calendar', i]), { source, path })

  for (const [i, { source, value: own }] of layers.entries()) {
    for (const [key, part] of Object.entries(own)) {
      if (['calendar', 'sections', 'metrics', 'extends', 'drop'].includes(key)) continue
      if (i < layers.length - 1 && isPart(own) && (descriptions as readonly string[]).includes(key)) continue
      if ((mergedMaps as readonly string[]).includes(key)) {
        value[key] = { ...(value[key] as Plain | undefined), ...(part as Plain) }
        for (const name of Object.keys(part as Plain))
          routes.set(keyOf([key, name]), { source, path: [key, name] })
      } else {
        value[key] = part
        routes.set(keyOf([key]), { source, path: [key] })
      }
    }
    problems.push(...dropCriteria(own, source, sections, metrics))
    listOf(own['sections']).forEach((section, s) => mergeSection(sections, section, s, source))
    mergeMetrics(metrics, listOf(own['metrics']), source)
  }
  // A section that lost all its criteria is gone with them.
  const filled = sections.filter(section => section.criteria.length > 0)
  if (filled.length > 0)
    value['sections'] = filled.map(({ keys, criteria }, s) => {
      note(routes, keys, ['sections', s])
      return {
        ...plain(keys),
        criteria: criteria.map((draft, c) => {
          note(routes, draft.keys, ['sections', s, 'criteria', c])
          return plain(draft.keys)
        })
      }
    })
  if (metrics.length > 0)
    value['metrics'] = metrics.map((draft, m) => {
      note(routes, draft.keys, ['metrics', m])
      return plain(draft.keys)
    })
  return { value, places: createPlaces(routes, layers.at(-1)!.source), problems }
}

function isPart(own: Plain): boolean {
  return own['sections'] === undefined && own['metrics'] === undefined
}

function mergeSection(sections: SectionDraft[], section: Plain, s: number, source: YamlSource): void {
  let draft = sections.find(known => known.keys.get('id')?.value === section['id'])
  if (!draft) {
    draft = { keys: new Map(), criteria: [] }
    sections.push(draft)
  }
  for (const [key, value] of Object.entries(section)) {
    if (key !== 'criteria') draft.keys.set(key, { value, route: { source, path: ['sections', s, key] } })
  }
  const seen = new Set<unknown>()
  listOf(section['criteria']).forEach((criterion, c) => {
    const path: Path = ['sections', s, 'criteria', c]
    const id = criterion['id']
    // Twice in one file is a slip, not an extension; the compiler tells of it.
    const earlier = seen.has(id) ? undefined : findCriterion(sections, id, source)
    seen.add(id)
    if (!earlier) draft.criteria.push(writeOver({ keys: new Map() }, criterion, path, source, checkNames))
    else writeOver(earlier, criterion, path, source, checkNames)
  })
}

function mergeMetrics(drafts: Draft[], own: readonly Plain[], source: YamlSource): void {
  const seen = new Set<unknown>()
  for (const [m, metric] of own.entries()) {
    const id = metric['id']
    const earlier = seen.has(id) ? undefined : findDraft(drafts, id, source)
    seen.add(id)
    const draft = earlier ?? { keys: new Map() }
    writeOver(draft, metric, ['metrics', m], source, kindNames)
    if (!earlier) drafts.push(draft)
  }
}

function findCriterion(
  sections: readonly SectionDraft[],
  id: unknown,
  source: YamlSource
): Draft | undefined {
  return findDraft(
    sections.flatMap(section => section.criteria),
    id,
    source
  )
}

/** What an earlier file calls by that id. */
function findDraft(drafts: readonly Draft[], id: unknown, source: YamlSource): Draft | undefined {
  return drafts.find(({ keys }) => keys.get('id')?.value === id && keys.get('id')?.route.source !== source)
}

/** Of the keys in `sole` there is one; a new one replaces the old one. */
function writeOver(
  draft: Draft,
  criterion: Plain,
  path: Path,
  source: YamlSource,
  sole: readonly string[]
): Draft {
  const keys = Object.keys(criterion)
  if (keys.some(key => sole.includes(key))) for (const name of sole) draft.keys.delete(name)
  for (const key of keys)
    draft.keys.set(key, { value: criterion[key], route: { source, path: [...path, key] } })
  return draft
}

function dropCriteria(
  own: Plain | Readonly<Plain>,
  source: YamlSource,
  sections: SectionDraft[],
  metrics: Draft[]
): Problem[] {
  const wanted = Array.isArray(own['drop']) ? own['drop'].map(String) : []
  return wanted.flatMap((id, i): Problem[] => {
    const lists = [...sections.map(section => section.criteria), metrics]
    const known = lists.flat().map(draft => String(draft.keys.get('id')?.value))
    for (const list of lists) {
      const at = list.findIndex(draft => draft.keys.get('id')?.value === id)
      if (at >= 0) {
        list.splice(at, 1)
        return []
      }
    }
    const place = source.placeOf(['drop', i])
    const values = { value: id }
    return [
      { code: 'standard/unknown-criterion', severity: 'error', place, values, ...findNearest(id, known) }
    ]
  })
}

function note(routes: Map<string, Route>, keys: Draft['keys'], at: Path): void {
  for (const [key, { route }] of keys) routes.set(keyOf([...at, key]), route)
  const id = keys.get('id')
  if (id) routes.set(keyOf(at), { source: id.route.source, path: id.route.path.slice(0, -1) })
}

const keyOf = (path: Path): string => JSON.stringify(path)
const plain = (keys: Draft['keys']): Plain =>
  Object.fromEntries([...keys].map(([key, { value }]) => [key, value]))
const listOf = (value: unknown): readonly Plain[] => (Array.isArray(value) ? (value as Plain[]) : [])

/** Sends a path of the merged value to the file and path where that part was written. */
function createPlaces(routes: ReadonlyMap<string, Route>, fallback: YamlSource): Places {
  const find = (path: Path): Route => {
    for (let length = path.length; length > 0; length--) {
      const route = routes.get(keyOf(path.slice(0, length)))
      if (route) return { source: route.source, path: [...route.path, ...path.slice(length)] }
    }
    return { source: fallback, path }
  }
  return {
    placeOf: path => {
      const route = find(path)
      return route.source.placeOf(route.path)
    },
    placeOfKey: path => {
      const route = find(path)
      return route.source.placeOfKey(route.path)
    },
    placeWithin: (path, from, to) => {
      const route = find(path)
      return route.source.placeWithin(route.path, from, to)
    }
  }
}
