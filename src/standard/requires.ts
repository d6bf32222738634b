import type { Judge } from '../checks/check.ts'
import type { Say } from '../checks/words.ts'
import type { Outcome } from '../model/evaluation.ts'
import type { Path } from '../pattern/resolve.ts'
import type { Links } from './links.ts'
import type { RequiresSource, WantedStatus, Wants } from './requirement.ts'

/** One criterion that another one depends on. */
interface Link {
  readonly id: string
  readonly wanted: WantedStatus
  readonly at: Path
  /** Whether its id stands as a key, with what is wanted as the value. */
  readonly keyed: boolean
}

/**
 * Makes a criterion wait for those it requires, in whatever order they stand in the file. Unknown ids and circles are
 * told of by whoever resolves the references.
 */
export function waitFor(
  source: RequiresSource | undefined,
  at: Path,
  judge: Judge,
  around: { readonly links: Links; readonly say: Say }
): Judge {
  const parts = listLinks(source, at).map(link => ({
    ...link,
    judge: around.links.refer(link.id, link.at, link.keyed)
  }))
  return parts.length === 0 ? judge : requireFirst(parts, judge, around.say)
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
