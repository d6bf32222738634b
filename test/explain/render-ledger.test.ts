import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderLedger } from '../../src/explain/render-ledger.ts'
import { formatFixed } from '../../src/report/figures.ts'
import { plainPaint } from '../../src/report/paint.ts'
import { scoreOutcomes } from '../../src/scoring/evaluate.ts'
import { judgedContacts } from '../scoring/arbitraries.ts'
import { evaluation } from '../scoring/builders.ts'

/** The figures of a ledger as somebody with a pencil reads them: the items, and the score below the rule. */
function readFigures(text: string): { items: number[]; score: number } {
  const [above = '', below = ''] = text.split(/─+\n/)
  const figures = (part: string): number[] =>
    [...part.matchAll(/ {2}([+-]?\d+\.\d)(?: {2}of \d+\.\d)?$/gm)].map(match => Number(match[1]))
  return { items: figures(above), score: figures(below)[0]! }
}

describe('a printed ledger', () => {
  it('can be added up by hand, and comes to the score of the report', () => {
    fc.assert(
      fc.property(judgedContacts, fc.integer({ min: 60, max: 140 }), ([standard, judged], width) => {
        const scored = scoreOutcomes(standard, judged)
        const style = { lang: 'en', paint: plainPaint, width } as const
        const text = renderLedger(standard, evaluation(standard, 'T-1', scored), style)
        if (scored.score === null) {
          expect(text).toContain('not scored')
          return
        }
        const { items, score } = readFigures(text)
        const tenths = items.reduce((sum, figure) => sum + Math.round(figure * 10), 0)
        expect(formatFixed(tenths / 10, 1)).toBe(formatFixed(scored.score, 1))
        expect(formatFixed(score, 1)).toBe(formatFixed(scored.score, 1))
        // Every criterion that was judged and counts is there.
        const counted = scored.criteria.filter(
          result => (result.possible ?? 0) > 0 && standard.method !== 'deducting'
        )
        for (const result of counted) expect(text).toMatch(new RegExp(`[✓✗] ${result.id}\\b`))
      }),
      { numRuns: 500 }
    )
  })
})
