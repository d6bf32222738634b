import { formatPlace } from '../../diagnostics/render.ts'
import { formatShort } from '../../report/figures.ts'
import type { PlanChange, PlanValue } from '../diff-standard.ts'
import { formatChange } from '../figures.ts'
import type { CriterionDiff, StandardDiff, WeighingDiff } from '../result.ts'
import type { DiffWords } from './words.ts'

/** One thing that is not the same in two standards, as a reader is told. */
export interface ToldChange {
  /** `+` added, `-` dropped, `~` checked differently, none when it only counts differently. */
  readonly sign: '+' | '-' | '~' | ''
  /** What it is: clause and title of a criterion, a section, the scoring. */
  readonly name: string
  readonly what: string
  /** What it does alone to scores; '' where the outcomes tell it. */
  readonly effect: string
  /** Where it is written; '' where that is not known. */
  readonly place: string
}

const signs = { added: '+', dropped: '-', changed: '~' } as const

/** What is not the same in two standards: their criteria, then how they are weighed. */
export function tellChanges(standard: StandardDiff, words: DiffWords): readonly ToldChange[] {
  const criteria = standard.criteria.flatMap((criterion): ToldChange[] => {
    const { state } = criterion
    if (state === 'same') return []
    const name = nameCriterion(criterion)
    return [{ sign: signs[state], name, what: words.states[state], effect: '', place: placeOf(criterion) }]
  })
  return [...criteria, ...standard.weighing.map(weighing => tellWeighing(weighing, standard, words))]
}

function tellWeighing(
  { change, contacts, effect }: WeighingDiff,
  standard: StandardDiff,
  words: DiffWords
): ToldChange {
  const criterion = findCriterion(standard, change)
  return {
    sign: '',
    name: nameChanged(change, standard, words),
    what: tellKeys(change, words),
    effect: tellEffect(contacts, effect, words),
    place: criterion ? placeOf(criterion) : ''
  }
}

function tellEffect(contacts: number, effect: number, words: DiffWords): string {
  if (contacts === 0) return words.movesNothing
  return effect === 0 ? words.movesVerdicts(contacts) : words.alone(formatChange(effect), contacts)
}

/** What a change of the scoring is about. */
export function nameChanged(
  change: { readonly kind: PlanChange['kind']; readonly id?: string },
  standard: StandardDiff,
  words: DiffWords
): string {
  if (change.kind === 'scoring') return words.scoring
  if (change.kind === 'section') return words.section(change.id ?? '')
  const criterion = standard.criteria.find(({ id }) => id === change.id)
  return criterion ? nameCriterion(criterion) : (change.id ?? '')
}

/** `weight 5 → 20, bonus none → 2` */
export function tellKeys({ keys, values }: PlanChange, words: DiffWords): string {
  return keys
    .map((key, i) => {
      const { before, after } = values[i] ?? { before: undefined, after: undefined }
      return words.keyChanges(
        words.keys[key] ?? key,
        showValue(key, before, words),
        showValue(key, after, words)
      )
    })
    .join(words.and)
}

/** Keys whose values are words of the language of standards, and not names that somebody gave. */
const worded = ['fatal', 'per', 'method']

function showValue(key: string, value: PlanValue, words: DiffWords): string {
  if (value === undefined) return words.unset
  if (value === false) return words.no
  if (typeof value === 'number') return formatShort(value, 6)
  if (typeof value !== 'object') {
    const text = String(value)
    return worded.includes(key) ? (words.values[text] ?? text) : text
  }
  const pairs = isBands(value) ? value.map(({ name, from }) => [name, from] as const) : Object.entries(value)
  if (pairs.length === 0) return words.unset
  return pairs.map(([name, figure]) => `${name} ${formatShort(figure, 6)}`).join(words.listed)
}

const isBands = (value: object): value is readonly { readonly name: string; readonly from: number }[] =>
  Array.isArray(value)

/** What a criterion is cited by, then its title. */
export function nameCriterion({ id, clause, title }: CriterionDiff): string {
  const cited = clause.join('/')
  return [cited, title].filter(Boolean).join(' ') || id
}

function placeOf({ file, line }: CriterionDiff): string {
  return file === undefined ? '' : formatPlace({ file, line })
}

function findCriterion({ criteria }: StandardDiff, change: PlanChange): CriterionDiff | undefined {
  return change.kind === 'criterion' ? criteria.find(({ id }) => id === change.id) : undefined
}
