import { anchorKeys } from '../../../checks/anchor-source.ts'
import { scopeKeys, type ScopeSource } from '../../../checks/scope.ts'
import type { By } from '../../../checks/view.ts'
import { parseDuration } from '../../../text/quantity.ts'

/** Where two scopes lie to each other: the first within the second, evidently apart, or neither for certain. */
export type Relation = 'inside' | 'apart' | 'open'

/** How the first scope lies to the second. Of keys beside `by` and `in` nothing is known but what equal ones mean. */
export function relate(a: ScopeSource, b: ScopeSource, fallback: By = 'agent'): Relation {
  const [first, second] = [a.by ?? fallback, b.by ?? fallback]
  if (!speakersMeet(first, second)) return 'apart'
  const covers = first === second || second === 'anyone'
  const [x, y] = [stretchOf(a), stretchOf(b)]
  if (y === 'whole') return covers ? 'inside' : 'open'
  if (x === 'whole' || x === 'unknown' || y === 'unknown') return 'open'
  // Counted from the start and from the end, they meet in contacts only that are too short to matter.
  if (x.fromEnd !== y.fromEnd) return 'apart'
  if (x.unit !== y.unit) return 'open'
  // Turns and runs are counted among a speaker's own.
  if ((x.unit === 'turn' || x.unit === 'run') && first !== second) return 'open'
  if (covers && x.from >= y.from && x.to <= y.to) return 'inside'
  return x.to <= y.from || y.to <= x.from ? 'apart' : 'open'
}

function speakersMeet(a: By, b: By): boolean {
  const heard = (by: By): readonly By[] => (by === 'anyone' ? ['agent', 'customer'] : [by])
  return heard(a).some(by => heard(b).includes(by))
}

/** A stretch of a contact, [from, to), counted from its start or from its end. */
interface Stretch {
  readonly unit: 'turn' | 'run' | 'time' | 'share'
  readonly from: number
  readonly to: number
  readonly fromEnd: boolean
}

/** Keys that narrow a scope in ways that only a contact shows. */
const further = [...Object.keys(scopeKeys), ...Object.keys(anchorKeys)].filter(
  key => key !== 'by' && key !== 'in'
)

function stretchOf(scope: ScopeSource): Stretch | 'whole' | 'unknown' {
  if (further.some(key => key in scope)) return 'unknown'
  return scope.in === undefined ? 'whole' : (parseStretch(scope.in.trim()) ?? 'unknown')
}

function parseStretch(text: string): Stretch | undefined {
  const counted = /^(first|last)(?:\s+(\d+))?\s+(turn|run)s?$/.exec(text)
  if (counted) {
    const unit = counted[3] as 'turn' | 'run'
    return { unit, from: 0, to: Number(counted[2] ?? 1), fromEnd: counted[1] === 'last' }
  }
  const ordinal = /^(turn|run)s?\s+(\d+)(?:\s*\.\.\s*(\d+))?$/.exec(text)
  if (ordinal) {
    const from = Number(ordinal[2])
    const unit = ordinal[1] as 'turn' | 'run'
    return { unit, from: from - 1, to: Number(ordinal[3] ?? from), fromEnd: false }
  }
  const share = /^([\d.]+)%\s*\.\.\s*([\d.]+)%$/.exec(text)
  if (share) return { unit: 'share', from: Number(share[1]), to: Number(share[2]), fromEnd: false }
  const edge = /^(first|last)\s+(\S.*)$/.exec(text)
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(text)
  const from = edge ? 0 : parseDuration(range?.[1] ?? '')
  const to = parseDuration(edge?.[2] ?? range?.[2] ?? '')
  return from === undefined || to === undefined
    ? undefined
    : { unit: 'time', from, to, fromEnd: edge?.[1] === 'last' }
}

/** The least number of turns that the speaker must have for a scope to hold one: 3 for `turns 3..5`. */
export function leastTurns(scope: ScopeSource): number {
  const stretch = scope.in === undefined ? undefined : parseStretch(scope.in.trim())
  return stretch?.unit === 'turn' || stretch?.unit === 'run' ? stretch.from + 1 : 1
}
