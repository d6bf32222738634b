import type { Find } from './find.ts'
import { linkCompared, linkTexts } from './link-leaf.ts'
import type { PatternNode } from './node.ts'
import type { Finding, Subject } from './pattern.ts'
import { splitPhrase } from './phrase.ts'
import { createText } from './resolve-text.ts'

type Slot = Extract<PatternNode, { kind: 'slot' }>

/** A phrase with a name in it is made for each value it meets; exports hold few of them, so a few are kept. */
export function linkSlot(slot: Slot): Find {
  const made = new Map<string, Find>()
  const absent: Finding = slot.optional
    ? { matched: true, hits: [], missing: [] }
    : { matched: false, hits: [], missing: [{ label: slot.label, phrases: [] }] }
  return (window, subject, want, excluded) => {
    const filled = fillSlots(slot.template, slot.names, subject)
    if (filled.length === 0) return absent
    const key = filled.join('\n')
    let find = made.get(key)
    if (!find) {
      if (made.size >= 1000) made.clear()
      find = linkFilled(filled, slot) ?? (() => absent)
      made.set(key, find)
    }
    return find(window, subject, want, excluded)
  }
}

function linkFilled(filled: readonly string[], { manner }: Slot): Find | undefined {
  const phrases = filled.filter(phrase => splitPhrase(phrase) !== undefined)
  if (phrases.length === 0) return undefined
  const label = filled.join(' / ')
  if (!manner) {
    const texts = phrases.map(phrase => createText(phrase, splitPhrase(phrase)!))
    return linkTexts(texts, label, undefined)
  }
  const parts = phrases.map(phrase => ({ kind: 'compared', label: phrase, phrase, manner }) as const)
  return linkCompared(parts, `${manner.kind}: ${label}`)
}

/** Every way to fill the names; none when a name has no value. */
function fillSlots(template: string, names: readonly string[], subject: Subject): readonly string[] {
  let filled: readonly string[] = [template]
  for (const name of names) {
    const values = subject.values(name)
    filled = filled.flatMap(text => values.map(value => text.replaceAll(`{${name}}`, () => value)))
  }
  return filled
}
