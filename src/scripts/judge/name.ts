import type { LinePlace } from '../../report/items/item.ts'
import { withLine } from '../../report/items/item.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import type { CompiledCriterion, CompiledStandard } from '../../standard/standard.ts'
import type { ScriptContext } from '../rule.ts'
import { createJudging, type Judging } from './judging.ts'

/** A criterion in messages: its title and the clauses that it cites. */
export function nameOf(criterion: CompiledCriterion, lang: Lang): string {
  const cited = criterion.clause.join(', ')
  const title = criterion.title.replaceAll('“', '‘').replaceAll('”', '’')
  if (lang === 'zh') return `“${title}”${cited === '' ? '' : `（${cited}）`}`
  return `“${title}”${cited === '' ? '' : ` (${cited})`}`
}

const noAdvice = { en: 'see the criterion in its standard', zh: '请参看标准中的该准则' } as const

/** What to do instead, as the standard advises. */
export function adviceOf({ advice }: CompiledCriterion, lang: Lang): string {
  return advice ?? noAdvice[lang]
}

/** Where a criterion is written, to be shown beside what it says of a script. */
export function relatedTo(
  standard: CompiledStandard,
  criterion: CompiledCriterion
): { readonly place: LinePlace; readonly message: string } {
  return { place: withLine(criterion.place), message: `${standard.title}: ${criterion.id}` }
}

/** What the rules of a run share. */
export function judgingOf({ judging, standards, written, lists = [], lang }: ScriptContext): Judging {
  return judging ?? createJudging(standards, written, lists, lang)
}

const LONGEST = { words: 60, reason: 160 }

/** Words for a message; the file shows the rest. */
export function quoted(words: string): string {
  return clip(words.replace(/\s+/g, ' ').trim(), LONGEST.words)
}

/** What a check says of a contact, which may list all that it looked for. */
export function shortReason(reason: string): string {
  return clip(reason, LONGEST.reason)
}

function clip(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** Several words for a message, each once. */
export function quotedList(words: Iterable<string>): string {
  return [...new Set([...words].map(quoted))].join('” “')
}
