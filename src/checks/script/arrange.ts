import type { Order } from '../steps/source.ts'
import { isBefore } from '../span.ts'
import { countWrong, type Candidate } from './candidate.ts'

/** Where a part was said, if it was, and whether that is out of order. */
export interface Choice {
  readonly candidate: Candidate | undefined
  readonly misplaced: boolean
}

const nowhere: Choice = { candidate: undefined, misplaced: false }

/**
 * Chooses for each part the place that counts for it. In whatever order: the best, longest parts first, no words for
 * two parts. In order: as many parts as can stand behind each other; those left over are out of order where they were
 * said at all. Strictly in order, only the first place of each part counts.
 */
export function arrange(found: readonly (readonly Candidate[])[], order: Order): readonly Choice[] {
  if (order === 'loose') return pickLoose(found)
  const candidates = order === 'strict' ? found.map(list => list.slice(0, 1)) : found
  const chain = longestChain(candidates)
  return candidates.map((list, part) => {
    const placed = chain.get(part)
    if (placed) return { candidate: placed, misplaced: false }
    const best = pickBest(list)
    return best ? { candidate: best, misplaced: true } : nowhere
  })
}

function pickLoose(found: readonly (readonly Candidate[])[]): readonly Choice[] {
  const choices = found.map(() => nowhere)
  const taken: Candidate[] = []
  const length = (part: number): number =>
    Math.max(0, ...found[part]!.flatMap(({ hits }) => hits.map(({ from, to }) => to - from)))
  const parts = [...found.keys()].sort((a, b) => length(b) - length(a))
  for (const part of parts) {
    const free = found[part]!.filter(one =>
      taken.every(other => !isBefore(one.from, other.to) || !isBefore(other.from, one.to))
    )
    const candidate = pickBest(free)
    if (!candidate) continue
    taken.push(candidate)
    choices[part] = { candidate, misplaced: false }
  }
  return choices
}

/** With the fewest wrong slots, of those the most similar, of those the first. */
function pickBest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const one of candidates) {
    if (
      !best ||
      countWrong(one) < countWrong(best) ||
      (countWrong(one) === countWrong(best) && one.similarity > best.similarity)
    ) {
      best = one
    }
  }
  return best
}

interface Link {
  readonly part: number
  readonly candidate: Candidate
  readonly worth: number
  readonly before: Link | undefined
}

/** The places of as many parts as can stand behind each other, of those the ones with fewer slips. */
function longestChain(found: readonly (readonly Candidate[])[]): ReadonlyMap<number, Candidate> {
  const all = found
    .flatMap((list, part) => list.map(candidate => ({ part, candidate })))
    .sort((a, b) => (isBefore(a.candidate.from, b.candidate.from) ? -1 : 1))
  // The best chain that ends with each part; those that end behind where we stand wait until we are past them.
  const best: (Link | undefined)[] = found.map(() => undefined)
  let waiting: Link[] = []
  const settle = (link: Link): void => {
    if (link.worth > (best[link.part]?.worth ?? 0)) best[link.part] = link
  }
  for (const { part, candidate } of all) {
    const past = waiting.filter(link => !isBefore(candidate.from, link.candidate.to))
    past.forEach(settle)
    if (past.length > 0) waiting = waiting.filter(link => isBefore(candidate.from, link.candidate.to))
    const before = pickWorthiest(best.slice(0, part))
    const own = 1 + candidate.similarity / 1000 - countWrong(candidate) / 100
    waiting.push({ part, candidate, worth: (before?.worth ?? 0) + own, before })
  }
  waiting.forEach(settle)
  const chain = new Map<number, Candidate>()
  for (let link = pickWorthiest(best); link; link = link.before) chain.set(link.part, link.candidate)
  return chain
}

function pickWorthiest(links: readonly (Link | undefined)[]): Link | undefined {
  return links.reduce<Link | undefined>(
    (most, link) => (link && link.worth > (most?.worth ?? 0) ? link : most),
    undefined
  )
}
