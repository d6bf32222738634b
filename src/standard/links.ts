import type { Judge } from '../checks/check.ts'
import type { ContactView } from '../checks/view.ts'
import { findNearest } from '../diagnostics/suggest.ts'
import type { Outcome } from '../model/evaluation.ts'
import type { Path } from '../pattern/resolve.ts'
import type { Entry } from './entries.ts'
import type { Reporter } from './faults.ts'
import type { CompiledCriterion } from './standard.ts'
import type { Places } from './yaml-source.ts'

/** What criteria of one standard ask of one another. */
export interface Links {
  /** How the criterion of that name comes out, asked at that place of the file; it may not be compiled yet. */
  refer(id: string, at: Path, keyed?: boolean): Judge
  /** Reports circles, and makes each criterion that others ask for judge a contact only once. */
  connect(criteria: readonly CompiledCriterion[]): readonly CompiledCriterion[]
}

interface Reference {
  readonly from: string
  readonly to: string
  readonly at: Path
  /** Whether the id stands as a key. */
  readonly keyed: boolean
}

// Nothing is judged by a standard with problems, but a criterion that is not there must still give an outcome.
const nowhere: Judge = () => ({ status: 'unknown', reason: '' })

export function createLinks(entries: readonly Entry[], source: Places, reporter: Reporter): Links {
  const owners = new Map(entries.map(({ criterion, at }) => [at.join('/'), criterion.id]))
  const known = entries.map(({ criterion }) => criterion.id)
  const references: Reference[] = []
  const asked = new Set<string>()
  const judges = new Map<string, Judge>()

  return {
    refer(id, at, keyed = false) {
      if (!known.includes(id)) {
        const place = keyed ? source.placeOfKey(at) : source.placeOf(at)
        reporter.problem('standard/unknown-criterion', place, { value: id }, findNearest(id, known))
        return nowhere
      }
      asked.add(id)
      // sections, number, criteria, number: the path of the criterion that asks.
      const from = owners.get(at.slice(0, 4).join('/'))
      if (from !== undefined) references.push({ from, to: id, at, keyed })
      return view => (judges.get(id) ?? nowhere)(view)
    },
    connect(criteria) {
      for (const { reference, chain } of findCircles(references)) {
        const values = { value: reference.to, chain: chain.join(' → ') }
        const place = reference.keyed ? source.placeOfKey(reference.at) : source.placeOf(reference.at)
        reporter.problem('standard/criterion-cycle', place, values)
      }
      return criteria.map(criterion => {
        if (!asked.has(criterion.id) || judges.has(criterion.id)) return criterion
        const judge = judgeOnce(criterion.judge)
        judges.set(criterion.id, judge)
        return { ...criterion, judge }
      })
    }
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

interface Circle {
  /** The reference that closes it. */
  readonly reference: Reference
  readonly chain: readonly string[]
}

function findCircles(references: readonly Reference[]): readonly Circle[] {
  const circles: Circle[] = []
  const done = new Set<string>()
  const visit = (id: string, open: readonly string[]): void => {
    if (done.has(id)) return
    for (const reference of references) {
      if (reference.from !== id) continue
      const path = [...open, id]
      const start = path.indexOf(reference.to)
      if (start >= 0) circles.push({ reference, chain: [...path.slice(start), reference.to] })
      else visit(reference.to, path)
    }
    done.add(id)
  }
  for (const { from } of references) visit(from, [])
  return circles
}
