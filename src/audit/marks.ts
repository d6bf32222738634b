import type { Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { PlacedMark } from '../input/marks.ts'
import type { Mark } from '../model/mark.ts'
import type { CompiledCriterion, CompiledStandard } from '../standard/standard.ts'

/** The marks of people, found by contact, standard and criterion. */
export interface MarkBook {
  /** All marks as they were read. */
  readonly placed: readonly PlacedMark[]
  find(contact: string, standard: string, criterion: string): Mark | undefined
  /** Notes that a contact was in the input. */
  see(contact: string): void
  /** What is wrong with the marks themselves: no such criterion, one that takes no marks, a mark off the scale. */
  readonly problems: readonly Problem[]
  /** Marks of contacts that were not seen, one problem for each contact; to be asked for at the end. */
  listUnseen(): readonly Problem[]
}

/**
 * Orders marks for looking up. Marks are few, being made by hand, and are all kept; of two for the same thing the
 * later row counts and the earlier one is reported.
 */
export function createMarkBook(
  marks: readonly PlacedMark[],
  standards: readonly CompiledStandard[]
): MarkBook {
  const problems: Problem[] = []
  const byContact = new Map<string, Map<string, PlacedMark>>()
  for (const mark of marks) {
    const problem = checkMark(mark, standards)
    if (problem) {
      problems.push(problem)
      continue
    }
    const own = byContact.get(mark.contact) ?? new Map<string, PlacedMark>()
    byContact.set(mark.contact, own)
    const key = keyOf(mark.standard ?? '', mark.criterion)
    const before = own.get(key)
    if (before) problems.push(twice(before, mark))
    own.set(key, mark)
  }
  const unseen = new Set(byContact.keys())

  return {
    placed: marks,
    problems,
    find(contact, standard, criterion) {
      const own = byContact.get(contact)
      return own?.get(keyOf(standard, criterion)) ?? own?.get(keyOf('', criterion))
    },
    see: contact => void unseen.delete(contact),
    listUnseen: () =>
      [...unseen].map((contact): Problem => {
        const own = [...(byContact.get(contact)?.values() ?? [])]
        const values = { value: contact, count: own.length }
        return { code: 'input/mark-contact', severity: 'error', place: own[0]?.place, values }
      })
  }
}

const keyOf = (standard: string, criterion: string): string => `${standard}\u0000${criterion}`

function checkMark(mark: PlacedMark, standards: readonly CompiledStandard[]): Problem | undefined {
  const { place, standard } = mark
  const error = (code: Problem['code'], values: Problem['values'], meant?: string): Problem => ({
    code,
    severity: 'error',
    place,
    values,
    meant
  })
  const chosen = standards.filter(({ id }) => standard === undefined || id === standard)
  if (standard !== undefined && chosen.length === 0) {
    const ids = standards.map(({ id }) => id)
    return error('input/mark-standard', { value: standard, allowed: ids.join(', ') }, suggest(standard, ids))
  }
  const criteria = chosen.flatMap(each => each.criteria)
  const named = criteria.filter(({ id }) => id === mark.criterion)
  if (named.length === 0) {
    const marked = criteria.filter(({ marks }) => marks).map(({ id }) => id)
    const values = { value: mark.criterion, allowed: marked.join(', ') || '–' }
    return error('input/mark-criterion', values, suggest(mark.criterion, marked))
  }
  const scales = named.flatMap(({ marks }: CompiledCriterion) => (marks ? [marks] : []))
  if (scales.length === 0) return error('input/mark-unused', { value: mark.criterion })
  if (scales.some(scale => scale.read(mark.mark))) return undefined
  return error('input/bad-mark', { value: mark.mark, allowed: scales[0]!.allowed })
}

function twice(before: PlacedMark, mark: PlacedMark): Problem {
  const values = {
    contact: mark.contact,
    criterion: mark.criterion,
    place: `${before.place.file}:${before.place.line ?? 0}`
  }
  return { code: 'input/mark-twice', severity: 'warning', place: mark.place, values }
}
