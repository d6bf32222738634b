import { createPassage, type Hit } from '../../pattern/passage.ts'
import type { Subject } from '../../pattern/pattern.ts'
import type { Path } from '../../pattern/resolve.ts'
import { looksLikeRegex } from '../../pattern/regex.ts'
import type { PatternSource } from '../../pattern/source.ts'
import { isGap } from '../../pattern/wording.ts'
import { fold } from '../../text/fold.ts'
import { writeNumbers } from '../../text/numbers.ts'
import type { CompileEnv } from '../check.ts'
import type { Likeness } from './fill.ts'
import { saysValue } from './value.ts'

/** What became of a slot. `open`: the contact has no value to hold against what was said. */
export type SlotVerdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly expected: string }
  | { readonly kind: 'open'; readonly names: readonly string[] }

/** Says of the words in a slot, which are some, whether they are right. */
export type SlotTest = (heard: readonly Hit[], subject: Subject, likeness: Likeness) => SlotVerdict

const right: SlotVerdict = { kind: 'right' }

/** Makes ready what must be said in a slot: values, anything (`…`), or any other pattern. */
export function compileSlot(source: PatternSource, env: CompileEnv, at: Path): SlotTest {
  if (typeof source === 'string' && isGap(source)) return () => right
  const pattern = env.pattern(source, at)
  const templates = listValues(source)
  if (templates) {
    return (heard, subject, likeness) => {
      const said = textOf(heard)
      const filled = templates.flatMap(template => fillValue(template, subject))
      if (filled.some(value => value === '' || saysValue(value, said, likeness))) return right
      if (filled.length > 0) return { kind: 'wrong', expected: filled.join(' / ') }
      return { kind: 'open', names: [...new Set(templates.flatMap(namesIn))] }
    }
  }
  return (heard, subject) => {
    const said = textOf(heard)
    const texts = [said, writeNumbers(fold(said))]
    const alone = texts.some(
      text => pattern.find([createPassage({ by: 'system', text }, 0)], subject, 'first').matched
    )
    // Some kinds of data are known by the words around them only.
    const beside = heard.some(({ passage, from, to }) =>
      pattern.find([passage], subject, 'every').hits.some(hit => hit.from < to && hit.to > from)
    )
    return alone || beside ? right : { kind: 'wrong', expected: pattern.label }
  }
}

/** The words of some hits, as they were written. */
export function textOf(hits: readonly Hit[]): string {
  return hits.map(({ passage, from, to }) => passage.turn.text.slice(from, to)).join(' ')
}

/** Texts that stand for values; `undefined` where some part of the pattern does not. */
function listValues(source: PatternSource): readonly string[] | undefined {
  if (typeof source === 'string')
    return source.startsWith('$') || looksLikeRegex(source) ? undefined : [source]
  if (!Array.isArray(source)) return undefined
  const lists = (source as readonly PatternSource[]).map(listValues)
  return lists.includes(undefined) ? undefined : lists.flatMap(list => list ?? [])
}

const nameMark = /\{([\p{L}_][\p{L}\p{N}_.]*)(\?)?\}/gu

const namesIn = (template: string): readonly string[] =>
  [...template.matchAll(nameMark)].map(match => match[1]!)

/** Every way to fill a value; '' where a name that may be left out has none. */
function fillValue(template: string, subject: Subject): readonly string[] {
  let filled: readonly string[] = [template]
  for (const [whole, name, optional] of template.matchAll(nameMark)) {
    const values = subject.values(name!)
    if (values.length === 0) return optional === undefined ? [] : ['']
    filled = filled.flatMap(text => values.map(value => text.replaceAll(whole, () => value)))
  }
  return filled
}
