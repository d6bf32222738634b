import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeOutcomes, encodeOutcomes } from '../../src/diff/outcome-code.ts'
import { outcomes as anyOutcome } from '../scoring/arbitraries.ts'

it('keeps status, share and count of every outcome', () => {
  fc.assert(
    fc.property(fc.array(anyOutcome, { maxLength: 12 }), outcomes => {
      const back = decodeOutcomes(encodeOutcomes(outcomes), outcomes.length)
      expect(back).toEqual(
        outcomes.map(outcome =>
          outcome.status === 'pass'
            ? { status: 'pass', earned: outcome.earned, evidence: [] }
            : outcome.status === 'fail'
              ? { status: 'fail', earned: outcome.earned, count: outcome.count, evidence: [], message: '' }
              : { status: outcome.status, reason: '' }
        )
      )
    })
  )
})

it('is nothing to another number of criteria, nor with a part that is none', () => {
  expect(decodeOutcomes('pf', 3)).toBeUndefined()
  expect(decodeOutcomes('px', 2)).toBeUndefined()
  expect(decodeOutcomes('pf 7:0.5', 2)).toBeUndefined()
  expect(decodeOutcomes('pf 1:2:1', 2)).toBeUndefined()
  expect(decodeOutcomes('pf 1:0:0', 2)).toBeUndefined()
  expect(decodeOutcomes('pn 1:1', 2)).toBeUndefined()
})
