import { describe, expect, it } from 'vitest'
import type { CriterionResult, Evaluation } from '../../src/model/evaluation.ts'
import { createEvaluationItems } from '../../src/report/items/of-evaluation.ts'
import { createItemTally } from '../../src/report/items/item-tally.ts'

const breach = { id: 'greeting', clause: ['H-1'], message: 'not said: 您好', evidence: [] }

const evaluation = (result: CriterionResult): Evaluation => ({
  contact: 'T-1',
  agent: '1001',
  standard: 'hotline',
  source: { file: 'log.csv', line: 7 },
  score: 50,
  scoreWithoutFatal: 50,
  band: null,
  passed: null,
  sections: [],
  dimensions: [],
  criteria: [result]
})

const standards = [
  {
    id: 'hotline',
    title: 'Hotline',
    hash: '',
    bands: [],
    sections: [],
    criteria: [{ id: 'greeting', title: 'Greets', clause: ['H-1'], section: 'a' }]
  }
]

describe('a breach that does not count', () => {
  const suppression = { kind: 'suppression', reason: 'a drill', until: '2026-12-31' } as const

  it.each([
    [{ ...breach, status: 'na', reason: 'excused: a drill', waived: suppression }, 'excused: a drill'],
    [{ ...breach, status: 'fail', waived: { kind: 'baseline' } }, undefined]
  ] as const)('is told with the reason, as skipped and not as failed', (result, reason) => {
    const [item] = createEvaluationItems({ standards })(evaluation(result))
    expect(item).toMatchObject({ status: 'skipped', reason, place: { file: 'log.csv', line: 7 } })
    expect(item!.findings).toMatchObject([{ rule: 'hotline/greeting', waived: result.waived }])
    expect(item!.findings[0]!.message).toContain('not said: 您好')
    const tally = createItemTally()
    tally.add(item!)
    expect(tally.finish()).toMatchObject({
      waived: 1,
      items: { skipped: 1, failed: 0 },
      findings: { error: 0, warning: 0, note: 0 }
    })
  })

  it('has the fingerprint that it has when it counts', () => {
    const of = (result: CriterionResult): string | undefined =>
      createEvaluationItems({ standards })(evaluation(result))[0]?.findings[0]?.fingerprint
    const plain = of({ ...breach, status: 'fail' })
    expect(plain).toMatch(/^[0-9a-f]{16}$/)
    expect(of({ ...breach, status: 'na', waived: suppression })).toBe(plain)
    expect(of({ ...breach, status: 'fail', waived: { kind: 'baseline' } })).toBe(plain)
  })
})
