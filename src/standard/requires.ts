import type { Judge } from '../checks/check.ts'
import type { ContactView } from '../checks/view.ts'
import type { Say } from '../checks/words.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Outcome } from '../model/evaluation.ts'
import type { Path } from '../pattern/resolve.ts'
import type { Entry } from './entries.ts'
import type { Reporter } from './faults.ts'
import type { RequiresSource, WantedStatus, Wants } from './requirement.ts'
import type { CompiledCriterion } from './standard.ts'
import type { Places } from './yaml-source.ts'

/** One criterion that another one depends on. */
interface Link {
  readonly id: string
  readonly wanted: WantedStatus
  readonly at: Path
  /** Whether its id stands as a key, with what is wanted as the value. */
  readonly keyed: boolean
}

interface Step {
  readonly from: string
  readonly link: Link
}

/**
 * Ties criteria to those they require, in whatever order they stand in the file. One that is required is judged once
 * for a contact, when it is first asked for. Unknown ids and circles are reported.
 */
export function linkRequirements(
  criteria: readonly CompiledCriterion[],
  entries: readonly Entry[],
  around: { readonly source: Places; readonly reporter: Reporter; readonly say: Say }
): readonly CompiledCriterion[] {
  const { reporter, say, source } = around
  const links = new Map(entries.map(({ criterion, at }) => [criterion.id, listLinks(criterion.requires, at)]))
  if ([...links.values()].every(list => list.length === 0)) return criteria
  const placeOf = ({ at, keyed }: Link) => (keyed ? source.placeOfKey(at) : source.placeOf(at))

  for (const link of [...links.values()].flat()) {
    if (links.has(link.id)) continue
    const known = [...links.keys()]
    reporter.problem('standard/unknown-criterion', placeOf(link), { value: link.id }, suggest(link.id, known))
  }
  const circle = findCircle(links)
  if (circle) {
    const [first] = circle
    const chain = [...circle.map(({ from }) => from), first!.from]
    const values = { value: first!.from, chain: chain.join(' → ') }
    reporter.problem('standard/requires-cycle', placeOf(first!.link), values)
    return criteria
  }

  const needed = new Set([...links.values()].flat().map(link => link.id))
  const linked = new Map<string, CompiledCriterion>()
  const linkOne = (criterion: CompiledCriterion): CompiledCriterion => {
    const known = linked.get(criterion.id)
    if (known) return known
    const parts = (links.get(criterion.id) ?? []).flatMap(link => {
      const other = criteria.find(candidate => candidate.id === link.id)
      return other ? [{ ...link, judge: linkOne(other).judge }] : []
    })
    const guarded = parts.length === 0 ? criterion.judge : requireFirst(parts, criterion.judge, say)
    const made = { ...criterion, judge: needed.has(criterion.id) ? judgeOnce(guarded) : guarded }
    linked.set(criterion.id, made)
    return made
  }
  return criteria.map(linkOne)
}

function listLinks(source: RequiresSource | undefined, base: Path): readonly Link[] {
  if (source === undefined) return []
  const at: Path = [...base, 'requires']
  if (!isList(source)) return listOne(source, at)
  return source.flatMap((part, i) => listOne(part, [...at, i]))
}

function listOne(source: string | Wants, at: Path): readonly Link[] {
  if (typeof source === 'string') return [{ id: source, wanted: 'pass', at, keyed: false }]
  return Object.entries(source).map(([name, wanted]) => ({
    id: name,
    wanted,
    at: [...at, name],
    keyed: true
  }))
}

function isList(source: RequiresSource): source is readonly (string | Wants)[] {
  return Array.isArray(source)
}

/** The ids of a circle with the link that leads on from each, beginning with the first that is come back to. */
function findCircle(links: ReadonlyMap<string, readonly Link[]>): readonly Step[] | undefined {
  const done = new Set<string>()
  const visit = (from: string, path: readonly Step[]): readonly Step[] | undefined => {
    const again = path.findIndex(step => step.from === from)
    if (again >= 0) return path.slice(again)
    if (done.has(from)) return undefined
    done.add(from)
    for (const link of links.get(from) ?? []) {
      const circle = visit(link.id, [...path, { from, link }])
      if (circle) return circle
    }
    return undefined
  }
  for (const from of links.keys()) {
    const circle = visit(from, [])
    if (circle) return circle
  }
  return undefined
}

/** What is required comes first; where it cannot be known, the criterion cannot either, unless it is n/a anyway. */
function requireFirst(parts: readonly (Link & { readonly judge: Judge })[], judge: Judge, say: Say): Judge {
  return view => {
    let open: Outcome | undefined
    for (const { id: name, wanted, judge: judgeOther } of parts) {
      const { status } = judgeOther(view)
      if (status === wanted) continue
      const values = { id: name, wanted: say(`status.${wanted}`), actual: say(`status.${status}`) }
      const reason = say('requires', values)
      if (status !== 'unknown') return { status: 'na', reason }
      open ??= { status: 'unknown', reason }
    }
    if (!open) return judge(view)
    const own = judge(view)
    return own.status === 'na' ? own : open
  }
}

/** Contacts come one after the other: only the last one's outcome can be asked for again. */
function judgeOnce(judge: Judge): Judge {
  let last: { readonly view: ContactView; readonly outcome: Outcome } | undefined
  return view => {
    if (last?.view !== view) last = { view, outcome: judge(view) }
    return last.outcome
  }
}
