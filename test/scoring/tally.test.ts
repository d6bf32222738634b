import { describe, expect, test } from 'vitest'
import type { Evaluation, Outcome } from '../../src/model/evaluation.ts'
import { makeScorer } from '../../src/scoring/evaluate.ts'
import { finishOverall, finishTally } from '../../src/scoring/finish-tally.ts'
import type { ScoringPlan } from '../../src/scoring/plan.ts'
import { dumpTally, loadTally } from '../../src/scoring/tally-dump.ts'
import { addEvaluation, mergeTallies, newTally, type TallyOptions } from '../../src/scoring/tally.ts'
import { criterion, earns, evaluation, fails, na, passes, plan, unknown } from './builders.ts'

const standard = plan(
  [
    criterion('greeting', { weight: 40, clause: ['TEL-01'], dimension: 'assurance' }),
    criterion('answer', { weight: 60, dimension: 'reliability', class: 'customer' }),
    criterion('leak', { weight: 0, fatal: 'evaluation', class: 'compliance' })
  ],
  {
    pass: 85,
    bands: [
      { name: '良好', from: 85 },
      { name: '合格', from: 60 },
      { name: '不合格', from: 0 }
    ]
  }
)

function contact(id: string, judged: readonly Outcome[], more: Partial<Evaluation> = {}): Evaluation {
  return evaluation(standard, id, makeScorer(standard)(judged), { agent: '1001', ...more })
}

function tallyOf(evaluations: readonly Evaluation[], options: TallyOptions = {}, by: ScoringPlan = standard) {
  const tally = newTally(by, options)
  for (const each of evaluations) addEvaluation(tally, each)
  return tally
}

const keysOf = (tally: ReturnType<typeof newTally>): unknown[] => finishTally(tally).map(card => card.key)

describe('a scorecard', () => {
  const [card] = finishTally(
    tallyOf([
      contact('T-1', [passes, passes, passes]),
      contact('T-2', [fails(), passes, passes]),
      contact('T-3', [passes, passes, fails()]),
      contact('T-4', [na, na, na]),
      contact('T-5', [earns(0.5), passes, unknown])
    ])
  )

  test('gives the mean over the scored contacts, and the one without fatal breaches', () => {
    expect(card).toMatchObject({ standard: 'hotline', key: '1001', contacts: 5, fatal: 1 })
    expect(card!.score).toMatchObject({ n: 4, value: (100 + 60 + 0 + 80) / 4 })
    expect(card!.scoreWithoutFatal).toMatchObject({ n: 4, value: (100 + 60 + 100 + 80) / 4 })
  })

  test("gives Student's interval of the mean", () => {
    // 100, 60, 100 and 80 lie 15, 25, 15 and 5 from their mean.
    const half = (3.18244630528 * Math.sqrt(1100 / 3)) / Math.sqrt(4)
    expect(card!.scoreWithoutFatal.low).toBeCloseTo(85 - half, 6)
    expect(card!.scoreWithoutFatal.high).toBe(100)
  })

  test('gives the pass rate and the contacts in each band', () => {
    expect(card!.passRate).toMatchObject({ n: 4, value: 25 })
    expect(card!.bands).toEqual({ 良好: 1, 合格: 2, 不合格: 1 })
  })

  test('gives sections and dimensions over the contacts where they applied', () => {
    expect(card!.sections).toMatchObject([{ id: 'talk', score: { n: 4, value: (100 + 60 + 100 + 80) / 4 } }])
    expect(card!.dimensions).toMatchObject([
      { id: 'reliability', score: { n: 4, value: 100 } },
      { id: 'assurance', score: { n: 4, value: 62.5 } }
    ])
  })

  test('gives criteria with the worst first and fatal breaches before all', () => {
    expect(card!.criteria).toMatchObject([
      { id: 'leak', fatal: true, counts: { pass: 2, fail: 1, na: 1, unknown: 1 }, lost: 0 },
      { id: 'greeting', clause: ['TEL-01'], counts: { pass: 3, fail: 1, na: 1, unknown: 0 }, lost: 60 },
      { id: 'answer', counts: { pass: 4, fail: 0, na: 1, unknown: 0 }, lost: 0 }
    ])
    expect(card!.criteria[1]!.passRate).toMatchObject({ n: 4, value: 75 })
    expect(card!.criteria[1]!.failed).toEqual({ total: 1, shown: [{ contact: 'T-2', score: 60 }] })
  })

  test('gives accuracy by critical class, by contact, and of the rest by criterion', () => {
    expect(card!.classes).toMatchObject([
      { id: 'customer', accuracy: { n: 4, value: 100 } },
      { id: 'compliance', accuracy: { n: 3, value: expect.closeTo(66.667, 3) } },
      { id: 'other', accuracy: { n: 4, value: 75, low: null, high: null } }
    ])
  })

  test('shows the lowest scored contacts', () => {
    expect(card!.lowest).toEqual({
      total: 4,
      shown: [
        { contact: 'T-3', score: 0 },
        { contact: 'T-2', score: 60 },
        { contact: 'T-5', score: 80 },
        { contact: 'T-1', score: 100 }
      ]
    })
  })
})

test('a contact with a fatal breach counts once, whatever else failed', () => {
  const strict = plan([
    criterion('leak', { fatal: 'evaluation' }),
    criterion('abuse', { fatal: 'section' }),
    criterion('greeting')
  ])
  const scorer = makeScorer(strict)
  const judged = [
    [fails(), fails(), fails()],
    [passes, passes, fails()]
  ]
  const evaluations = judged.map((each, index) => evaluation(strict, `T-${index}`, scorer(each)))
  expect(finishTally(tallyOf(evaluations, {}, strict))).toMatchObject([{ fatal: 1 }])
})

test('criteria that lost the same stand by how often they failed, then as the standard has them', () => {
  const trial = plan(['a', 'b', 'c', 'd'].map(id => criterion(id, { weight: 0 })))
  const scorer = makeScorer(trial)
  const [card] = finishTally(
    tallyOf([evaluation(trial, 'T-1', scorer([passes, fails(), passes, fails()]))], {}, trial)
  )
  expect(card!.criteria.map(each => each.id)).toEqual(['b', 'd', 'a', 'c'])
})

test('a bonus widens the range of the score and not of its parts', () => {
  const generous = plan([criterion('a'), criterion('thanked', { weight: 0, bonus: 10 })], { bonusCap: 10 })
  const scorer = makeScorer(generous)
  const evaluations = [passes, passes, fails()].map((outcome, index) =>
    evaluation(generous, `T-${index}`, scorer([outcome, passes]))
  )
  const [card] = finishTally(tallyOf(evaluations, {}, generous))
  expect(card!.score).toMatchObject({ value: expect.closeTo(230 / 3, 6), high: 110 })
  expect(card!.sections[0]!.score.high).toBe(100)
})

test('points deducted are points lost', () => {
  const deducting = plan([criterion('slang', { deduct: 3, per: 'hit' })], { method: 'deducting' })
  const scorer = makeScorer(deducting)
  const evaluations = [fails(2), fails(1), passes].map((outcome, index) =>
    evaluation(deducting, `T-${index}`, scorer([outcome]))
  )
  const [card] = finishTally(tallyOf(evaluations, {}, deducting))
  expect(card!.criteria).toMatchObject([{ lost: 9, counts: { fail: 2 } }])
  expect(card!.classes).toEqual([])
})

test('without a pass mark there is no pass rate, though fatal breaches fail', () => {
  const { pass: _, ...rest } = standard
  const open = { ...rest, pass: undefined }
  const scored = makeScorer(open)([passes, passes, fails()])
  expect(scored.passed).toBe(false)
  const [card] = finishTally(tallyOf([evaluation(open, 'T-1', scored)], {}, open))
  expect(card!.passRate).toEqual({ n: 0, value: null, low: null, high: null })
})

describe('contact lists', () => {
  const many = Array.from({ length: 100 }, (_, i) =>
    contact(`T-${String(i).padStart(3, '0')}`, [i % 2 === 0 ? fails() : passes, earns((i % 10) / 10), passes])
  )

  test('show twenty contacts, ten for each criterion, and count them all', () => {
    const [card] = finishTally(tallyOf(many))
    expect(card!.lowest.total).toBe(100)
    expect(card!.lowest.shown).toHaveLength(20)
    const greeting = card!.criteria.find(each => each.id === 'greeting')!
    expect(greeting.failed.total).toBe(50)
    expect(greeting.failed.shown).toHaveLength(10)
  })

  test('are in order of score and then of id', () => {
    const [card] = finishTally(tallyOf(many, { lowest: 11, failed: 0 }))
    expect(card!.lowest.shown.map(each => each.contact)).toEqual([
      'T-000',
      'T-010',
      'T-020',
      'T-030',
      'T-040',
      'T-050',
      'T-060',
      'T-070',
      'T-080',
      'T-090',
      'T-002'
    ])
    expect(card!.criteria.map(each => each.failed.shown)).toEqual([[], [], []])
  })

  test('have contacts that were not scored behind a criterion, at the end', () => {
    const trial = plan([criterion('a'), criterion('trial', { weight: 0 })])
    const scorer = makeScorer(trial)
    const [card] = finishTally(
      tallyOf(
        [
          evaluation(trial, 'T-1', scorer([na, fails()])),
          evaluation(trial, 'T-2', scorer([passes, fails()]))
        ],
        {},
        trial
      )
    )
    expect(card!.criteria.find(each => each.id === 'trial')!.failed.shown).toEqual([
      { contact: 'T-2', score: 100 },
      { contact: 'T-1', score: null }
    ])
    expect(card!.lowest.total).toBe(1)
  })
})

describe('keys', () => {
  const dated = (id: string, started: string | undefined, more: Partial<Evaluation> = {}): Evaluation =>
    contact(id, [passes, passes, passes], { started, ...more })

  test('are agents, by code unit, with the unknown agent last', () => {
    const tally = tallyOf([
      dated('T-1', undefined, { agent: null }),
      dated('T-2', undefined, { agent: 'b' }),
      dated('T-3', undefined, { agent: 'B' })
    ])
    expect(keysOf(tally)).toEqual(['B', 'b', null])
  })

  test('may be teams, days, weeks, months or what a function says', () => {
    const contacts = [
      dated('T-1', '2026-03-02T23:30:00+08:00', { team: 'A' }),
      dated('T-2', '2026-03-08T00:30:00+08:00'),
      dated('T-3', '2027-01-03'),
      dated('T-4', undefined)
    ]
    expect(keysOf(tallyOf(contacts, { by: 'team' }))).toEqual(['A', null])
    expect(keysOf(tallyOf(contacts, { by: 'day' }))).toEqual(['2026-03-02', '2026-03-08', '2027-01-03', null])
    expect(keysOf(tallyOf(contacts, { by: 'week' }))).toEqual(['2026-W10', '2026-W53', null])
    expect(keysOf(tallyOf(contacts, { by: 'month' }))).toEqual(['2026-03', '2027-01', null])
    expect(keysOf(tallyOf(contacts, { by: each => each.contact.slice(2) }))).toEqual(['1', '2', '3', '4'])
  })

  test('an agent has the name and team last seen', () => {
    const contacts = [
      dated('T-1', '2026-03-02', { agentName: '周敏', team: 'A' }),
      dated('T-2', '2026-05-02', { agentName: '周小敏' }),
      dated('T-3', '2026-04-02', { agentName: '周敏', team: 'B' })
    ]
    expect(finishTally(tallyOf(contacts))).toMatchObject([{ name: '周小敏', team: 'B' }])
    expect(finishTally(tallyOf(contacts.toReversed()))).toMatchObject([{ name: '周小敏', team: 'B' }])
  })

  test('contacts of no agent have no name', () => {
    const [card] = finishTally(
      tallyOf([dated('T-1', undefined, { agent: null, agentName: '周敏', team: 'A' })])
    )
    expect(card).not.toHaveProperty('name')
    expect(card).not.toHaveProperty('team')
  })
})

test('the overall scorecard is over all contacts, whatever their key', () => {
  const contacts = [
    contact('T-1', [passes, passes, passes], { agentName: '周敏', team: 'A' }),
    contact('T-2', [fails(), passes, passes], { agent: '1002' }),
    contact('T-3', [passes, fails(), passes], { agent: null })
  ]
  const [one] = finishTally(tallyOf(contacts, { by: () => null }))
  expect(finishOverall(tallyOf(contacts))).toStrictEqual(one)
})

test('means stay exact where sums of a hundred thousand fractions would drift', () => {
  const third = plan([criterion('a')])
  const scored = makeScorer(third)([earns(1 / 3)])
  const tally = newTally(third)
  for (let i = 0; i < 100_000; i++) addEvaluation(tally, evaluation(third, 'T', scored))
  expect(finishTally(tally)[0]!.score.value).toBe(33.333333333)
})

test('a mean of figures far apart has the deviation of the textbook', () => {
  const flat = plan([criterion('a')])
  const scorer = makeScorer(flat)
  const scores = Array.from({ length: 500 }, (_, i) => (i * 37.7) % 100)
  const tally = newTally(flat)
  for (const [i, score] of scores.entries()) {
    addEvaluation(tally, evaluation(flat, `T-${i}`, scorer([earns(score / 100)])))
  }
  const mean = scores.reduce((a, b) => a + b) / scores.length
  const deviation = Math.sqrt(scores.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (scores.length - 1))
  const { value, high } = finishTally(tally)[0]!.score
  expect(value).toBeCloseTo(mean, 8)
  expect(high! - value!).toBeCloseTo((1.9647293909 * deviation) / Math.sqrt(500), 6)
})

describe('evaluations and tallies that do not belong', () => {
  const other = plan([criterion('greeting', { dimension: 'assurance' })], { id: 'chat' })
  const good = contact('T-1', [passes, passes, passes])

  test.each([
    ['another standard', { standard: 'chat' }, 'chat'],
    ['another band', { band: '优秀' }, '优秀'],
    ['a criterion less', { criteria: good.criteria.slice(0, 2) }, 'leak'],
    ['a criterion more', { criteria: [...good.criteria, { ...good.criteria[0]!, id: 'new' }] }, 'new'],
    ['another section', { sections: [{ ...good.sections[0]!, id: 'closing' }] }, 'talk'],
    ['a dimension less', { dimensions: good.dimensions.slice(1) }, 'reliability'],
    [
      'a dimension more',
      { dimensions: [...good.dimensions, { ...good.dimensions[0]!, id: 'empathy' }] },
      'empathy'
    ]
  ])('%s is refused by name', (_, more, misfit) => {
    const tally = newTally(standard)
    const message = `not an evaluation by ${tally.layout.plan.id}: ${misfit}`
    expect(() => addEvaluation(tally, { ...good, ...more })).toThrow(new RangeError(message))
    expect(finishTally(tally)).toEqual([])
  })

  test('tallies of different kinds do not merge', () => {
    const tally = newTally(standard)
    for (const odd of [
      newTally(other),
      newTally(standard, { by: 'team' }),
      newTally(standard, { lowest: 3 })
    ]) {
      expect(() => mergeTallies(tally, odd)).toThrow(RangeError)
    }
  })

  test('a dump is not taken for that of another standard', () => {
    const dump = dumpTally(tallyOf([good]))
    expect(() => loadTally(other, dump)).toThrow(RangeError)
    expect(() => loadTally({ ...standard, id: 'chat' }, dump)).toThrow(RangeError)
  })
})
