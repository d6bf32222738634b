import { describe, expect, test } from 'vitest'
import { scoreOutcomes } from '../../src/scoring/evaluate.ts'
import { criterion, earns, fails, na, passes, plan, scoreOf, section, unknown } from './builders.ts'

describe('weighted', () => {
  test('half of weight 80 and all of weight 20 are 60 %, as in the example of Genesys', () => {
    const standard = plan([criterion('g1', { weight: 80 }), criterion('g2', { weight: 20 })])
    expect(scoreOf(standard, earns(0.5), passes)).toBe(60)
  })

  test('a failing check keeps the part it earned', () => {
    const standard = plan([criterion('a'), criterion('b')])
    expect(scoreOf(standard, fails(1, 0.5), passes)).toBe(75)
  })

  test('what did not arise and what is not known count neither way', () => {
    const standard = plan([criterion('a'), criterion('b'), criterion('c'), criterion('d')])
    expect(scoreOf(standard, passes, fails(), na, unknown)).toBe(50)
  })

  test.each(['weighted', 'deducting', 'both'] as const)('nothing that applied is not scored: %s', method => {
    const standard = plan(
      [criterion('a', { deduct: 5 }), criterion('b', { deduct: 5, fatal: 'evaluation' })],
      {
        method,
        pass: 0,
        bands: [{ name: 'poor', from: 0 }]
      }
    )
    const scored = scoreOutcomes(standard, [na, unknown])
    expect(scored).toMatchObject({ score: null, scoreWithoutFatal: null, band: null, passed: null })
    expect(scored.sections).toMatchObject([{ id: 'talk', score: null, earned: 0, possible: 0 }])
  })

  test('weight 0 reports and does not score', () => {
    const standard = plan([criterion('a'), criterion('b', { weight: 0 })])
    const scored = scoreOutcomes(standard, [passes, fails()])
    expect(scored.score).toBe(100)
    expect(scored.criteria[1]).toMatchObject({ status: 'fail', earned: 0, possible: 0, message: 'missing' })
    expect(scoreOf(standard, na, passes)).toBeNull()
  })

  test('sections share by their weight, however many criteria they have', () => {
    const standard = plan(
      [
        criterion('a', { section: 'opening' }),
        criterion('b', { section: 'talk' }),
        criterion('c', { section: 'talk' })
      ],
      { sections: [section('opening', 20), section('talk', 80)] }
    )
    expect(scoreOf(standard, fails(), passes, passes)).toBe(80)
    expect(scoreOf(standard, passes, passes, fails())).toBe(60)
  })

  test('a section where nothing applied gives its share to the others', () => {
    const standard = plan(
      [
        criterion('a', { section: 'opening' }),
        criterion('b', { section: 'talk' }),
        criterion('c', { section: 'closing' })
      ],
      { sections: [section('opening', 20), section('talk', 30), section('closing', 50)] }
    )
    expect(scoreOf(standard, fails(), passes, na)).toBe(60)
  })

  test('sections without a weight make one mean over all criteria', () => {
    const standard = plan(
      [
        criterion('a', { section: 'opening', weight: 3 }),
        criterion('b', { section: 'talk', weight: 1 }),
        criterion('c', { section: 'talk', weight: 1 })
      ],
      { sections: [section('opening'), section('talk')] }
    )
    expect(scoreOf(standard, passes, fails(), passes)).toBe(80)
    expect(scoreOf(standard, passes, fails(), na)).toBe(75)
  })

  test('a section of weight 0 reports its share and does not score', () => {
    const standard = plan([criterion('a', { section: 'talk' }), criterion('b', { section: 'trial' })], {
      sections: [section('talk', 1), section('trial', 0)]
    })
    const scored = scoreOutcomes(standard, [passes, fails()])
    expect(scored.score).toBe(100)
    expect(scored.sections[1]).toMatchObject({ id: 'trial', score: 0, possible: 1 })
    expect(scoreOf(standard, na, passes)).toBeNull()
  })

  test('points to deduct and severities are not read', () => {
    const standard = plan([criterion('a', { deduct: 40, severity: 'major' }), criterion('b')], {
      severities: { major: 40 }
    })
    const scored = scoreOutcomes(standard, [fails(), passes])
    expect(scored.score).toBe(50)
    expect(scored.criteria[0]!.deducted).toBeUndefined()
  })
})

describe('deducting', () => {
  const forbidden = criterion('slang', { deduct: 3, per: 'hit', maxDeduct: 8 })

  test('takes points for each breach up to the cap', () => {
    const standard = plan([forbidden], { method: 'deducting' })
    expect([fails(1), fails(2), fails(3), fails(50)].map(outcome => scoreOf(standard, outcome))).toEqual([
      97, 94, 92, 92
    ])
  })

  test('takes points once where a standard says once', () => {
    const standard = plan([criterion('late', { deduct: 3, per: 'once' })], { method: 'deducting' })
    expect(scoreOf(standard, fails(7))).toBe(97)
  })

  test('a cap below the points of one breach holds too', () => {
    const standard = plan([criterion('late', { deduct: 5, per: 'once', maxDeduct: 2 })], {
      method: 'deducting'
    })
    expect(scoreOf(standard, fails())).toBe(98)
  })

  test('takes points by severity unless the criterion has its own', () => {
    const standard = plan(
      [
        criterion('a', { severity: 'major' }),
        criterion('b', { severity: 'major', deduct: 1 }),
        criterion('c')
      ],
      { method: 'deducting', severities: { major: 10 } }
    )
    expect(scoreOf(standard, fails(), passes, passes)).toBe(90)
    expect(scoreOf(standard, passes, fails(), passes)).toBe(99)
    expect(scoreOf(standard, passes, passes, fails())).toBe(100)
  })

  test('a severity that happens to be called like a property of every object takes nothing', () => {
    const standard = plan([criterion('a', { severity: 'constructor' }), forbidden], { method: 'deducting' })
    expect(scoreOf(standard, fails(), passes)).toBe(100)
  })

  test('starts at the base and stops at 0', () => {
    const standard = plan([criterion('a', { deduct: 30, per: 'hit' })], { method: 'deducting', base: 80 })
    expect([passes, fails(1), fails(9)].map(outcome => scoreOf(standard, outcome))).toEqual([80, 50, 0])
  })

  test('criteria that take no points are no ground for a score', () => {
    const standard = plan([criterion('a'), forbidden], { method: 'deducting' })
    expect(scoreOf(standard, passes, na)).toBeNull()
    expect(scoreOf(standard, fails(), passes)).toBe(100)
  })

  test('a section loses its own points at most', () => {
    const standard = plan(
      [
        criterion('a', { section: 'opening', deduct: 15, per: 'hit' }),
        criterion('b', { section: 'talk', deduct: 5, per: 'hit' })
      ],
      { method: 'deducting', sections: [section('opening', 20), section('talk', 80)] }
    )
    const scored = scoreOutcomes(standard, [fails(2), fails(1)])
    expect(scored.score).toBe(75)
    expect(scored.sections).toMatchObject([
      { id: 'opening', score: 0, earned: 0, possible: 20, deducted: 20 },
      { id: 'talk', score: 93.75, earned: 75, possible: 80, deducted: 5 }
    ])
    expect(scored.criteria[0]).toMatchObject({ deducted: 30 })
    const idle = scoreOutcomes(standard, [na, fails(1)])
    expect(idle.sections[0]).toMatchObject({ score: null, earned: 0, possible: 0, deducted: 0 })
  })

  test('a section with no points of its own to lose reports and does not score', () => {
    const standard = plan(
      [criterion('a', { section: 'trial', deduct: 15 }), criterion('b', { section: 'talk', deduct: 5 })],
      { method: 'deducting', sections: [section('trial', 0), section('talk', 100)] }
    )
    expect(scoreOf(standard, fails(), fails())).toBe(95)
    expect(scoreOf(standard, fails(), na)).toBeNull()
  })

  test('a section without a weight shows how much of the points at stake was kept', () => {
    const standard = plan([criterion('a', { deduct: 3 }), criterion('b', { deduct: 1, per: 'hit' })], {
      method: 'deducting'
    })
    expect(scoreOutcomes(standard, [passes, fails(4, 0.5)]).sections).toMatchObject([
      { score: 75, earned: 3, possible: 4, deducted: 4 }
    ])
  })

  test('prohibitions that are all fatal and take no points score the base when kept', () => {
    const standard = plan(
      [criterion('PRH-01', { fatal: 'evaluation' }), criterion('PRH-02', { fatal: 'evaluation' })],
      {
        method: 'deducting'
      }
    )
    expect(scoreOf(standard, passes, na)).toBe(100)
    expect(scoreOutcomes(standard, [passes, fails()])).toMatchObject({ score: 0, scoreWithoutFatal: 100 })
  })
})

describe('weights and deductions in one standard', () => {
  const standard = plan(
    [
      criterion('greeting', { weight: 60 }),
      criterion('answer', { weight: 40 }),
      criterion('slang', { weight: 0, deduct: 2, per: 'hit', maxDeduct: 6 }),
      criterion('blame', { weight: 0, severity: 'major' })
    ],
    { method: 'both', severities: { major: 5 } }
  )

  test('deductions come off the weighted share', () => {
    expect(scoreOf(standard, passes, fails(), fails(2), fails())).toBe(60 - 4 - 5)
  })

  test('deductions come off the base when no weighted criterion applied', () => {
    expect(scoreOf(standard, na, na, fails(2), na)).toBe(96)
  })

  test('the severity of a criterion with a weight is a label; its own points count beside the weight', () => {
    const labelled = plan([criterion('a', { severity: 'major' }), criterion('b')], {
      method: 'both',
      severities: { major: 5 }
    })
    expect(scoreOf(labelled, fails(), passes)).toBe(50)
    const doubled = plan([criterion('a', { deduct: 5 }), criterion('b')], { method: 'both' })
    expect(scoreOf(doubled, fails(), passes)).toBe(45)
  })

  test('a section shows its weighted share and, beside it, the points it took', () => {
    const scored = scoreOutcomes(standard, [passes, fails(), fails(1), passes])
    expect(scored.sections).toMatchObject([{ score: 60, earned: 60, possible: 100, deducted: 2 }])
  })

  test('a criterion records what it earned and what it took', () => {
    const { criteria } = scoreOutcomes(standard, [passes, fails(), fails(2), passes])
    expect(criteria).toMatchObject([
      { id: 'greeting', earned: 60, possible: 60 },
      { id: 'answer', earned: 0, possible: 40 },
      { id: 'slang', earned: 0, possible: 0, deducted: 4 },
      { id: 'blame', earned: 0, possible: 0, deducted: 0 }
    ])
  })
})

describe('bonus', () => {
  const thanked = criterion('thanked', { weight: 0, bonus: 5 })

  test.each([
    ['makes up for what was lost', 0, fails(1, 0.9), 95],
    ['does not lift beyond 100', 0, passes, 100],
    ['lifts beyond 100 as far as the cap', 3, passes, 103]
  ] as const)('%s', (_, bonusCap, outcome, score) => {
    expect(scoreOf(plan([criterion('a'), thanked], { bonusCap }), outcome, passes)).toBe(score)
  })

  test('counts in a deducting standard and only when passed', () => {
    const standard = plan([criterion('a', { deduct: 10 }), thanked], { method: 'deducting' })
    expect(scoreOf(standard, fails(), passes)).toBe(95)
    expect(scoreOf(standard, fails(), fails())).toBe(90)
    expect(scoreOutcomes(standard, [fails(), passes]).criteria[1]).toMatchObject({ bonus: 5 })
    expect(scoreOutcomes(standard, [fails(), fails()]).criteria[1]).toMatchObject({ bonus: 0 })
  })

  test('makes no score by itself', () => {
    expect(scoreOf(plan([criterion('a'), thanked]), na, passes)).toBeNull()
  })
})

describe('fatal', () => {
  const bands = [
    { name: '良好', from: 85 },
    { name: '不合格', from: 0 }
  ]

  test('a breach fatal to the evaluation makes it 0 and keeps the score without it', () => {
    const standard = plan(
      [criterion('a', { weight: 9 }), criterion('leak', { weight: 1, fatal: 'evaluation' })],
      {
        pass: 85,
        bands
      }
    )
    const scored = scoreOutcomes(standard, [passes, fails()])
    expect(scored).toMatchObject({ score: 0, scoreWithoutFatal: 90, band: '不合格', passed: false })
    expect(scored.criteria.map(each => each.fatal)).toEqual([undefined, true])
    expect(scored.sections).toMatchObject([{ score: 90 }])
    expect(scoreOutcomes(standard, [passes, passes])).toMatchObject({ score: 100, passed: true })
  })

  test('never passes, with a mark of 0 or without one', () => {
    const leak = criterion('leak', { weight: 0, fatal: 'evaluation' })
    for (const pass of [0, undefined]) {
      expect(scoreOutcomes(plan([criterion('a'), leak], { pass }), [passes, fails()]).passed).toBe(false)
    }
  })

  test('a fatal criterion of weight 0 that passes adds nothing', () => {
    const standard = plan([criterion('a'), criterion('leak', { weight: 0, fatal: 'evaluation' })])
    expect(scoreOf(standard, fails(), passes)).toBe(0)
    expect(scoreOf(standard, na, passes)).toBeNull()
    expect(scoreOutcomes(standard, [na, fails()])).toMatchObject({ score: 0, scoreWithoutFatal: null })
  })

  test('a breach fatal to its section makes that section 0 and no other', () => {
    const standard = plan(
      [
        criterion('a', { section: 'opening' }),
        criterion('b', { section: 'talk', weight: 3 }),
        criterion('c', { section: 'talk', weight: 1, fatal: 'section' })
      ],
      { sections: [section('opening', 40), section('talk', 60)], pass: 0 }
    )
    const scored = scoreOutcomes(standard, [passes, passes, fails()])
    expect(scored).toMatchObject({ score: 40, scoreWithoutFatal: 85, passed: true })
    expect(scored.sections).toMatchObject([
      { id: 'opening', score: 100 },
      { id: 'talk', score: 0, earned: 0, possible: 4 }
    ])
  })

  test('a section counts with 0 when its fatal breach is all that was judged in it', () => {
    const standard = plan(
      [
        criterion('a', { section: 'opening' }),
        criterion('b', { section: 'talk' }),
        criterion('c', { section: 'talk', weight: 0, fatal: 'section' })
      ],
      { sections: [section('opening', 40), section('talk', 60)] }
    )
    expect(scoreOutcomes(standard, [passes, na, fails()])).toMatchObject({
      score: 40,
      scoreWithoutFatal: 100
    })
    expect(scoreOf(standard, passes, na, passes)).toBe(100)
  })

  test('a section of a deducting standard loses all it had at stake', () => {
    const criteria = [
      criterion('a', { section: 'opening', deduct: 4 }),
      criterion('b', { section: 'opening', deduct: 6, fatal: 'section' }),
      criterion('c', { section: 'opening', deduct: 50 })
    ]
    const open = plan(criteria, { method: 'deducting', sections: [section('opening')] })
    expect(scoreOutcomes(open, [passes, fails(), na])).toMatchObject({ score: 90, scoreWithoutFatal: 94 })
    const budgeted = plan(criteria, { method: 'deducting', sections: [section('opening', 20)] })
    expect(scoreOutcomes(budgeted, [passes, fails(), na])).toMatchObject({ score: 80, scoreWithoutFatal: 94 })
  })

  test('a section zeroed loses no less than its breaches took', () => {
    const standard = plan([criterion('a', { deduct: 4, per: 'hit' }), criterion('b', { fatal: 'section' })], {
      method: 'deducting'
    })
    expect(scoreOf(standard, fails(5), fails())).toBe(80)
    expect(scoreOf(standard, passes, fails())).toBe(96)
  })
})

describe('bands and the pass mark', () => {
  const bands = [
    { name: '优秀', from: 95 },
    { name: '良好', from: 85 },
    { name: '合格', from: 60 }
  ]
  // One criterion that earns any share that a test wants.
  const standard = plan([criterion('a', { weight: 100 })], { pass: 85, bands })

  test.each([
    [1, '优秀', true],
    [0.95, '优秀', true],
    [0.94999999, '良好', true],
    [0.85, '良好', true],
    [0.84999999, '合格', false],
    [0.6, '合格', false],
    [0.59, null, false]
  ] as const)('%d of 100 is %s', (earned, band, passed) => {
    expect(scoreOutcomes(standard, [earns(earned)])).toMatchObject({ band, passed })
  })

  test('84.999999 is not 85', () => {
    expect(scoreOutcomes(standard, [earns(0.84999999)]).score).toBe(84.999999)
  })

  test('a score that is on the edge on paper is not pushed off it by binary fractions', () => {
    for (let percent = 0; percent <= 100; percent++) {
      const edge = plan([criterion('a', { weight: 0.1 }), criterion('b', { weight: 0.2 })], { pass: percent })
      const share = percent / 100
      expect(scoreOutcomes(edge, [earns(share), earns(share)])).toMatchObject({
        score: percent,
        passed: true
      })
    }
  })

  test('a pass mark of 0 is a mark, and none is none', () => {
    expect(scoreOutcomes(plan([criterion('a')], { pass: 0 }), [fails()]).passed).toBe(true)
    expect(scoreOutcomes(plan([criterion('a')]), [passes]).passed).toBeNull()
  })
})

describe('bands of a section', () => {
  const bands = [
    { name: 'exceeds', from: 90 },
    { name: 'meets', from: 60 },
    { name: 'below', from: 0 }
  ]
  const standard = plan(
    [
      criterion('a', { section: 'opening' }),
      criterion('b', { section: 'opening', fatal: 'section' }),
      criterion('c', { section: 'talk' })
    ],
    { sections: [{ ...section('opening'), bands }, section('talk')] }
  )
  const bandOf = (...outcomes: Parameters<typeof scoreOutcomes>[1]): unknown =>
    scoreOutcomes(standard, outcomes).sections[0]?.band

  test('go by its own score', () => {
    expect(bandOf(passes, passes, fails())).toBe('exceeds')
    expect(bandOf(earns(0.5), passes, passes)).toBe('meets')
    expect(bandOf(passes, fails(), passes)).toBe('below')
  })

  test('are not given where nothing applied, nor to sections without bands', () => {
    expect(bandOf(na, unknown, passes)).toBeNull()
    expect(scoreOutcomes(standard, [passes, passes, passes]).sections[1]?.band).toBeUndefined()
  })
})

describe('dimensions', () => {
  test('sum up their criteria by weight, by points and, if fatal, as 1', () => {
    const standard = plan(
      [
        criterion('a', { weight: 3, dimension: 'empathy' }),
        criterion('b', { weight: 0, deduct: 1, dimension: 'empathy' }),
        criterion('c', { weight: 0, fatal: 'evaluation', dimension: 'assurance' }),
        criterion('d', { weight: 0, dimension: 'tangibles' }),
        criterion('e', { weight: 5 })
      ],
      { method: 'both' }
    )
    const scored = scoreOutcomes(standard, [earns(0.5), fails(4), passes, passes, passes])
    expect(scored.dimensions).toMatchObject([
      { id: 'assurance', score: 100, earned: 1, possible: 1 },
      { id: 'empathy', score: 37.5, earned: 1.5, possible: 4 },
      { id: 'tangibles', score: null, earned: 0, possible: 0 }
    ])
  })
})

test('evidence, messages and reasons are passed on', () => {
  const evidence = [{ turn: 1, at: 0, from: 0, to: 2, quote: '您好' }]
  const standard = plan([criterion('a', { clause: ['TEL-01'] }), criterion('b'), criterion('c')])
  const { criteria } = scoreOutcomes(standard, [
    { status: 'pass', earned: 1, evidence },
    { status: 'fail', earned: 0, count: 1, evidence: [], message: 'no name given' },
    unknown
  ])
  const failed = { id: 'b', clause: [], status: 'fail' }
  expect(JSON.parse(JSON.stringify(criteria))).toStrictEqual([
    { id: 'a', clause: ['TEL-01'], status: 'pass', earned: 1, possible: 1, share: 1, evidence },
    { ...failed, earned: 0, possible: 1, share: 0, count: 1, message: 'no name given', evidence: [] },
    { id: 'c', clause: [], status: 'unknown', reason: 'no times' }
  ])
})

test('outcomes that are not as many as the criteria are a bug and not a score', () => {
  expect(() => scoreOutcomes(plan([criterion('a')]), [passes, passes])).toThrow(RangeError)
})
