import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from '../../src/explain/apportion.ts'
import { makeLedger } from '../../src/explain/ledger.ts'
import { formatFixed } from '../../src/report/figures.ts'
import { scoreOutcomes } from '../../src/scoring/evaluate.ts'
import { judgedContacts } from '../scoring/arbitraries.ts'
import { criterion, fails, na, passes, plan, section } from '../scoring/builders.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

describe('a ledger', () => {
  it('adds up to the score, whatever the standard and the outcomes', () => {
    fc.assert(
      fc.property(judgedContacts, ([standard, judged]) => {
        const scored = scoreOutcomes(standard, judged)
        const { score, items } = makeLedger(standard, scored)
        expect(score).toBe(scored.score)
        if (score === null) expect(items).toEqual([])
        else expect(sum(items.map(item => item.points))).toBeCloseTo(score, 6)
      }),
      { numRuns: 2000 }
    )
  })

  it('adds up as it is printed, to the very score that reports print', () => {
    fc.assert(
      fc.property(judgedContacts, fc.constantFrom(0, 1, 2), ([standard, judged], digits) => {
        const { score, items } = makeLedger(standard, scoreOutcomes(standard, judged))
        fc.pre(score !== null)
        const points = items.map(item => item.points)
        const printed = apportion(points, score, digits)
        const units = printed.map(text => Math.round(Number(text) * 10 ** digits))
        expect((sum(units) / 10 ** digits).toFixed(digits)).toBe(formatFixed(score, digits))
        for (const [i, text] of printed.entries())
          expect(Math.abs(Number(text) - points[i]!)).toBeLessThan(10 ** -digits + 1e-6)
      }),
      { numRuns: 1000 }
    )
  })

  it('says what each part could bring', () => {
    fc.assert(
      fc.property(judgedContacts, ([standard, judged]) => {
        const { items } = makeLedger(standard, scoreOutcomes(standard, judged))
        for (const { kind, points, of } of items) {
          if (kind === 'earned') expect(points).toBeLessThanOrEqual(of! + 1e-9)
          if (kind === 'deducted' || kind === 'section-fatal' || kind === 'fatal')
            expect(points).toBeLessThanOrEqual(0)
          if (kind === 'bonus' || kind === 'limit') expect(points).toBeGreaterThan(0)
        }
      })
    )
  })

  it('shows sections by their weights, and leaves out what did not apply', () => {
    const standard = plan(
      [
        criterion('a', { section: 'opening', weight: 3 }),
        criterion('b', { section: 'opening', weight: 1 }),
        criterion('c', { section: 'talk' }),
        criterion('d', { section: 'closing' })
      ],
      { sections: [section('opening', 20), section('talk', 60), section('closing', 20)] }
    )
    const ledger = makeLedger(standard, scoreOutcomes(standard, [passes, fails(), passes, na]))
    expect(ledger.score).toBe(93.75)
    expect(
      ledger.sections.map(({ weight, total, earned, possible }) => [weight, total, earned, possible])
    ).toEqual([
      [20, 80, 3, 4],
      [60, 80, 1, 1],
      [20, 80, 0, 0]
    ])
    expect(ledger.items).toEqual([
      { kind: 'earned', points: 18.75, of: 18.75, section: 'opening', criterion: 'a' },
      { kind: 'earned', points: 0, of: 6.25, section: 'opening', criterion: 'b' },
      { kind: 'earned', points: 75, of: 75, section: 'talk', criterion: 'c' }
    ])
  })

  it('shows deductions, their limit, a bonus, the cut and the fatal breach', () => {
    const standard = plan(
      [
        criterion('slang', { deduct: 5, per: 'hit' }),
        criterion('thanks', { weight: 0, bonus: 30 }),
        criterion('abuse', { fatal: 'evaluation' })
      ],
      { method: 'deducting', sections: [section('talk', 12)] }
    )
    const of = (...outcomes: Parameters<typeof scoreOutcomes>[1]) =>
      makeLedger(standard, scoreOutcomes(standard, outcomes)).items.map(
        ({ kind, points }) => `${kind} ${points}`
      )
    expect(of(fails(3), na, na)).toEqual(['base 100', 'deducted -15', 'limit 3'])
    expect(of(fails(1), passes, passes)).toEqual(['base 100', 'deducted -5', 'bonus 30', 'cut -25'])
    expect(of(passes, na, fails())).toEqual(['base 100', 'fatal -100'])
  })

  it('shows what goes with a section that a breach made 0', () => {
    const standard = plan(
      [
        criterion('a', { weight: 3 }),
        criterion('b', { fatal: 'section' }),
        criterion('c', { section: 'rest' })
      ],
      {
        sections: [section('talk', 40), section('rest', 60)]
      }
    )
    const { items } = makeLedger(standard, scoreOutcomes(standard, [passes, fails(), passes]))
    expect(items.map(({ kind, points }) => `${kind} ${points}`)).toEqual([
      'earned 30',
      'earned 0',
      'section-fatal -30',
      'earned 60'
    ])
  })
})
