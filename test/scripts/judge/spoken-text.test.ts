import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillText } from '../../../src/scripts/judge/spoken-text.ts'
import type { Slot } from '../../../src/scripts/script.ts'

/** Texts with slots between them, and what each slot is filled with. */
const cases = fc
  .array(
    fc.record({
      words: fc.string({ unit: fc.constantFrom('您', '好', 'a', ' ', '，', '😀'), maxLength: 5 }),
      slot: fc.string({ unit: fc.constantFrom('名', '{', 'x'), minLength: 1, maxLength: 4 }),
      filling: fc.string({ unit: fc.constantFrom('王', '芳', '1'), maxLength: 6 }),
      madeUp: fc.boolean()
    }),
    { maxLength: 5 }
  )
  .map(parts => {
    let text = ''
    const slots: Slot[] = []
    for (const { words, slot } of parts) {
      text += words
      slots.push({ name: slot, from: text.length, to: text.length + slot.length, style: '{}' })
      text += slot
    }
    const fillings = new Map(
      slots.map((slot, i) => [slot, { text: parts[i]!.filling, madeUp: parts[i]!.madeUp }])
    )
    return { text: `${text}完`, slots, fillings }
  })

describe('a text with its slots filled', () => {
  it('leads every stretch back into the text as written', () => {
    fc.assert(
      fc.property(cases, fc.nat(), fc.nat(), ({ text, slots, fillings }, a, b) => {
        const spoken = fillText(text, slots, slot => fillings.get(slot)!)
        const [from, to] = [a % (spoken.text.length + 1), b % (spoken.text.length + 1)].sort(
          (x, y) => x - y
        ) as [number, number]
        const [first, last] = spoken.written(from, to)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(last).toBeGreaterThanOrEqual(first)
        expect(last).toBeLessThanOrEqual(text.length)
        // A slot is never cut in two.
        for (const slot of slots.filter(one => fillings.get(one)!.text !== '')) {
          if (from === to) continue
          const within = (at: number): boolean => at > slot.from && at < slot.to
          expect([within(first), within(last)]).toEqual([false, false])
        }
      })
    )
  })

  it('leads the words of the script back to themselves', () => {
    fc.assert(
      fc.property(cases, ({ text, slots, fillings }) => {
        const spoken = fillText(text, slots, slot => fillings.get(slot)!)
        let at = 0
        let said = 0
        for (const slot of [...slots, undefined]) {
          const words = text.slice(at, slot?.from ?? text.length)
          if (words !== '') {
            expect(spoken.text.slice(said, said + words.length)).toBe(words)
            expect(spoken.written(said, said + words.length)).toEqual([at, at + words.length])
            expect(spoken.isMadeUp(said, said + words.length)).toBe(false)
          }
          if (!slot) break
          said += words.length + fillings.get(slot)!.text.length
          at = slot.to
        }
      })
    )
  })

  it('tells what nobody asked for from what the library says', () => {
    const slots: readonly Slot[] = [
      { name: '姓', from: 2, to: 5, style: '{}' },
      { name: '电话', from: 7, to: 11, style: '{}' }
    ]
    const spoken = fillText('您好{姓}先生{电话}', slots, ({ name }) =>
      name === '姓' ? { text: '王', madeUp: true } : { text: '95000', madeUp: false }
    )
    expect(spoken.text).toBe('您好王先生95000')
    expect(spoken.isMadeUp(2, 3)).toBe(true)
    expect(spoken.isMadeUp(2, 4)).toBe(false)
    expect(spoken.isMadeUp(5, 10)).toBe(false)
    expect(spoken.written(2, 4)).toEqual([2, 6])
    expect(spoken.written(6, 8)).toEqual([7, 11])
  })
})
