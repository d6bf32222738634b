import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digitsFor, formatChange, formatFromTo } from '../../src/diff/figures.ts'
import { findRegressions } from '../../src/diff/regressions.ts'
import type { DiffResult } from '../../src/diff/result.ts'
import type { Cause, Comparison, Standing, StatusMove } from '../../src/diff/standing.ts'
import { createDiffTally } from '../../src/diff/tally.ts'
import { criterion, drift, group, nothing, result, shiftOf } from './sample.ts'

const kinds = (of: DiffResult): string[] => findRegressions(of, 'en').map(({ kind, key }) => `${kind} ${key}`)

describe('what became worse', () => {
  test('is told in one order: all, fatal, fails, criteria, teams, agents', () => {
    expect(kinds(result())).toEqual([
      'score null',
      'fatal null',
      'fails null',
      'criterion opening.greeting',
      'team 一组',
      'agent 1003'
    ])
    expect(kinds(nothing)).toEqual([])
  })

  test('counts from the first point beyond the tolerance, however it is shown', () => {
    const fell = (shift: number, tolerance: number): string[] =>
      findRegressions(
        result(
          {
            overall: group(null, 9, { before: 80, after: 80 + shift, shift: shiftOf(9, shift) }),
            criteria: [],
            teams: [],
            agents: []
          },
          { tolerance }
        ),
        'en'
      ).map(({ text }) => text)
    expect(fell(-1, 1)).toEqual([])
    expect(fell(-1.04, 1)).toEqual(['hotline: mean score 80.0 → 79.0 (-1.04) over 9 contact(s)'])
    expect(fell(-0.0004, 0)).toEqual(['hotline: mean score 80.0000 → 79.9996 (-0.0004) over 9 contact(s)'])
  })

  test('is no criterion that was added or dropped, nor one that was never judged both times', () => {
    const criteria = [
      criterion('a', [], 'a', { state: 'added', shift: shiftOf(3, -5) }),
      criterion('b', [], 'b', { state: 'dropped', shift: shiftOf(3, -5) }),
      criterion('c', [], 'c', { state: 'changed', shift: shiftOf(0, null) })
    ]
    expect(kinds(result({ criteria })).filter(kind => kind.startsWith('criterion'))).toEqual([])
  })

  test('is a newly fatal contact whatever is tolerated', () => {
    const { overall } = result().standards[0]!
    const of = result({ overall, criteria: [], teams: [], agents: [] }, { tolerance: 100 })
    expect(kinds({ ...of, tolerance: 100 })).toContain('fatal null')
  })

  test('says in both languages of what', () => {
    const of = result({ teams: [], agents: [group(null, 3, { shift: shiftOf(3, -2), after: 84.25 })] })
    expect(findRegressions(of, 'zh').at(-1)?.text).toContain('坐席 （未知）')
    expect(findRegressions(of, 'en').at(-1)?.text).toContain('agent (unknown)')
    expect(findRegressions(drift, 'zh')[0]?.text).toContain('-6.4 个百分点')
  })
})

const standing: fc.Arbitrary<Standing> = fc
  .record({ score: fc.integer({ min: 0, max: 100 }), fatal: fc.boolean() })
  .map(({ score, fatal }) => ({
    applies: true,
    score: fatal ? 0 : score,
    band: score > 50 ? 'high' : 'low',
    passed: !fatal && score >= 60,
    fatal
  }))

const moved = fc.constantFrom<StatusMove['from']>('pass', 'fail', 'na', 'unknown')

const compared: fc.Arbitrary<{ agent: string; comparison: Comparison }> = fc
  .tuple(fc.constantFrom('1', '2', '3'), standing, standing, moved, moved)
  .map(([agent, before, after, from, to]) => {
    const shift = after.score! - before.score!
    const outcome: Cause = { kind: 'outcome', criterion: 'c', from, to, points: shift }
    const causes = from === to ? [] : [outcome]
    return { agent, comparison: { before, after, shift, causes, statuses: [{ criterion: 'c', from, to }] } }
  })

const turned = ({ before, after, shift, statuses }: Comparison): Comparison => ({
  before: after,
  after: before,
  shift: shift === null ? null : -shift,
  causes: [],
  statuses: statuses.map(({ criterion: id, from, to }) => ({ criterion: id, from: to, to: from }))
})

function sumUp(
  all: readonly { readonly agent: string; readonly comparison: Comparison }[],
  tolerance: number
): DiffResult {
  const pair = { kind: 'results', before: 's', after: 's' } as const
  const tally = createDiffTally(pair, { tolerance, look: 5, judged: null })
  for (const [i, { agent, comparison }] of all.entries()) tally.add({ contact: `T-${i}`, agent }, comparison)
  const contacts = { both: all.length, onlyBefore: 0, onlyAfter: 0 }
  return { standards: [tally.finish()], contacts, tolerance }
}

describe('of any contacts', () => {
  const many = fc.array(compared, { minLength: 1, maxLength: 30 })

  test('a larger tolerance never finds more', () => {
    fc.assert(
      fc.property(many, fc.nat(60), fc.nat(60), (all, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)]
        const found = kinds(sumUp(all, small))
        for (const kind of kinds(sumUp(all, large))) expect(found).toContain(kind)
      })
    )
  })

  test('turned round, what failed passes, what sank rises, and nothing is worse both ways', () => {
    fc.assert(
      fc.property(many, all => {
        const forth = sumUp(all, 0)
        const back = sumUp(
          all.map(({ agent, comparison }) => ({ agent, comparison: turned(comparison) })),
          0
        )
        const [x, y] = [forth.standards[0]!.overall, back.standards[0]!.overall]
        expect([x.nowFailing, x.nowPassing]).toEqual([y.nowPassing, y.nowFailing])
        expect(x.shift.value).toBeCloseTo(-(y.shift.value ?? 0), 9)
        const worse = new Set(kinds(forth).filter(kind => !/^(fatal|fails)/.test(kind)))
        expect(kinds(back).filter(kind => worse.has(kind))).toEqual([])
      })
    )
  })
})

describe('figures of a change', () => {
  test('never look like none when there is one, nor two figures alike that are not', () => {
    const figure = fc.double({ min: -100, max: 100, noNaN: true }).filter(x => x === 0 || Math.abs(x) > 1e-5)
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        if (a !== 0) expect(formatChange(a)).toMatch(/[1-9]/)
        if (Math.abs(a - b) > 1e-5) {
          const [from, to] = formatFromTo(a, b).split(' → ')
          expect(from).not.toBe(to)
        }
      })
    )
  })

  test('keep to one digit where that is enough', () => {
    expect([formatChange(-1.44), formatChange(2), formatChange(0)]).toEqual(['-1.4', '+2.0', '0.0'])
    expect([formatFromTo(86.31, 84.9), formatFromTo(86.26, 86.31)]).toEqual(['86.3 → 84.9', '86.26 → 86.31'])
    expect([formatFromTo(90, 90), formatFromTo(null, 3)]).toEqual(['90.0', '- → 3.0'])
    expect(digitsFor(1.04, [0, 1])).toBe(2)
  })
})
