import type { Lang } from '../diagnostics/wording.ts'
import type { Contact } from '../model/contact.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { createEvaluate } from './evaluate.ts'
import type { MarkBook } from './marks.ts'

/** A mark that a person has still to give. */
export interface MarkDue {
  /** Empty in a sheet that is not for certain contacts. */
  readonly contact: string
  readonly agent: string
  readonly started: string
  readonly standard: string
  readonly criterion: string
  readonly clause: readonly string[]
  readonly title: string
  /** What the mark may be. */
  readonly allowed: string
  readonly advice: string
}

/**
 * Which marks of people a contact still needs: of the criteria that take marks, those that came out unknown and are not
 * marked yet. Where a standard or a criterion does not apply there is nothing to mark.
 */
export function createMarksDue(
  standards: readonly CompiledStandard[],
  lang: Lang,
  marks?: MarkBook
): (contact: Contact) => readonly MarkDue[] {
  const judges = standards.map(standard => ({ standard, evaluate: createEvaluate(standard, lang, marks) }))
  return contact => {
    marks?.see(contact.id)
    return judges.flatMap(({ standard, evaluate }) => {
      const { criteria, agent, agentName } = evaluate(contact)
      return standard.criteria.flatMap((criterion, i): MarkDue[] => {
        const open = criterion.marks && criteria[i]?.status === 'unknown'
        if (!open || marks?.find(contact.id, standard.id, criterion.id)) return []
        const of = { contact: contact.id, agent: agentName ?? agent ?? '', started: contact.started ?? '' }
        return [{ ...of, ...describeDue(standard, criterion) }]
      })
    })
  }
}

/** Every criterion that takes marks, for a sheet to be filled in by hand. */
export function listMarkable(standards: readonly CompiledStandard[]): readonly MarkDue[] {
  return standards.flatMap(standard =>
    standard.criteria
      .filter(criterion => criterion.marks)
      .map(criterion => ({ contact: '', agent: '', started: '', ...describeDue(standard, criterion) }))
  )
}

function describeDue(
  standard: CompiledStandard,
  { id, clause, title, marks, advice }: CompiledStandard['criteria'][number]
): Omit<MarkDue, 'contact' | 'agent' | 'started'> {
  return {
    standard: standard.id,
    criterion: id,
    clause,
    title,
    allowed: marks?.allowed ?? '',
    advice: advice ?? ''
  }
}
