import { scriptsCodes } from '../../diagnostics/codes-scripts.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { ScriptProblem } from '../rule.ts'
import type { DeclaredSlot, Script, Slot } from '../script.ts'
import { foldSlotName } from '../slots.ts'
import { tell, whereIs } from '../tell.ts'

/** Slots of which nobody says what fills them, where it is said of others; and slots that no script uses. */
export function* declaredSlots(library: readonly Script[]): Generator<ScriptProblem> {
  const uses = new Map<string, { readonly slot: DeclaredSlot; used: boolean }>()
  for (const script of library) {
    const { declared } = script
    if (!declared) continue
    const names = new Map(declared.map(slot => [foldSlotName(slot.name), slot]))
    const used = new Set(script.slots.map(({ name }) => foldSlotName(name)))
    for (const slot of declared) {
      const { file, line, col } = slot.place
      const key = `${file}:${line}:${col}:${slot.name}`
      const entry = uses.get(key) ?? { slot, used: false }
      entry.used ||= used.has(foldSlotName(slot.name))
      uses.set(key, entry)
    }
    for (const slot of named(script.slots)) {
      const written = script.text.slice(slot.from, slot.to)
      const known = names.get(foldSlotName(slot.name))
      if (!known) {
        const all = declared.map(({ name }) => name)
        const meant = suggest(slot.name, all)
        const values = { value: written, allowed: all.join('、') }
        yield tell('scripts/unknown-slot', script, [slot.from, slot.to], values, meant === undefined ? {} : { meant })
      } else if (known.name !== slot.name) {
        const values = { value: slot.name, other: known.name, where: whereIs(known) }
        yield tell('scripts/slot-spelling', script, [slot.from, slot.to], values)
      }
    }
  }
  for (const { slot, used } of uses.values()) {
    if (used) continue
    const { severity } = scriptsCodes['scripts/unused-slot']
    yield { code: 'scripts/unused-slot', severity, place: slot.place, values: { value: slot.name } }
  }
}

/** One slot that is written in several ways, told of at the first of the rarer ones. */
export function* slotSpellings(library: readonly Script[]): Generator<ScriptProblem> {
  const spellings = new Map<string, Map<string, Use[]>>()
  for (const script of library) {
    for (const slot of named(script.slots)) {
      const key = foldSlotName(slot.name)
      const ways = spellings.get(key) ?? new Map<string, Use[]>()
      const written = script.text.slice(slot.from, slot.to)
      ways.set(written, [...(ways.get(written) ?? []), { script, slot }])
      spellings.set(key, ways)
    }
  }
  for (const ways of spellings.values()) {
    // Of two that are as frequent the one that comes first.
    const [usual, ...rare] = [...ways].sort(([, a], [, b]) => b.length - a.length)
    for (const [written, uses] of rare) {
      const { script, slot } = uses[0]!
      const values = { value: written, other: usual![0], where: whereIs(usual![1][0]!.script) }
      yield tell('scripts/slot-spelling', script, [slot.from, slot.to], values)
    }
  }
}

interface Use {
  readonly script: Script
  readonly slot: Slot
}

/** Kinds of brackets, when a library has more than one; told of where the second begins. */
export function* mixedSlots(library: readonly Script[]): Generator<ScriptProblem> {
  const styles = new Map<string, Use[]>()
  for (const script of library) {
    for (const slot of named(script.slots)) styles.set(slot.style, [...(styles.get(slot.style) ?? []), { script, slot }])
  }
  if (styles.size < 2) return
  const sorted = [...styles].sort(([, a], [, b]) => b.length - a.length)
  const { script, slot } = sorted[1]![1][0]!
  const list = sorted.map(([, uses]) => `${writtenIn(uses[0]!)} ×${uses.length}`).join(', ')
  yield tell('scripts/mixed-slots', script, [slot.from, slot.to], { count: styles.size, styles: list })
}

const unfinished = /\bTODO\b|\bTBD\b|\bFIXME\b|待补充?|待完善|待填写?(?!单)|此处填写?|lorem ipsum/gi

/** Blanks that were never given a name, slots without one, and notes that something is missing. */
export function* blanks(library: readonly Script[]): Generator<ScriptProblem> {
  for (const script of library) {
    const { text, slots } = script
    const unnamed = slots.filter(({ style }) => style === 'blank')
    const [first] = unnamed
    if (first) {
      const written = [...new Set(unnamed.map(({ from, to }) => text.slice(from, to)))]
      const values = { count: unnamed.length, value: written.join(' ') }
      yield tell('scripts/unfilled', script, [first.from, first.to], values)
    }
    for (const { name, style, from, to } of slots) {
      if (name !== '' || style === 'blank') continue
      yield tell('scripts/empty-slot', script, [from, to], { value: text.slice(from, to) })
    }
    for (const match of text.matchAll(unfinished)) {
      const span = [match.index, match.index + match[0].length] as const
      yield tell('scripts/unfinished', script, span, { value: match[0] })
    }
  }
}

function named(slots: readonly Slot[]): readonly Slot[] {
  return slots.filter(({ name }) => name !== '')
}

function writtenIn({ script, slot }: Use): string {
  return script.text.slice(slot.from, slot.to)
}
