import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'

// Replies after 10, 40 and 90 seconds.
const quick = ['0 C: 在吗', '10 A: 在的']
const slow = ['0 C: 在吗', '40 A: 在的']
const late = ['0 C: 在吗', '90 A: 在的']

const earned = (outcome: object): unknown => ('earned' in outcome ? outcome.earned : undefined)

describe('grades of a measure', () => {
  const rule = {
    measure: {
      reply: 'mean',
      grades: [
        { up_to: '30s', earns: '100%' },
        { up_to: '60s', earns: '40%' }
      ]
    }
  }

  it('earn by the size of the figure; only the full grade passes where no bound is given', () => {
    expect(judge(rule, quick)).toMatchObject({ status: 'pass', earned: 1 })
    const outcome = judge(rule, slow)
    expect(outcome).toMatchObject({ status: 'fail', earned: 0.4 })
    expect('message' in outcome && outcome.message).toBe('mean reply time 40s is above 30s')
    expect(judge(rule, late)).toMatchObject({ status: 'fail', earned: 0 })
  })

  it('leave it to a bound of its own what passes', () => {
    const wide = { measure: { ...rule.measure, max: '60s' } }
    expect(judge(wide, slow)).toMatchObject({ status: 'pass', earned: 0.4 })
    expect(judge(wide, late)).toMatchObject({ status: 'fail', earned: 0 })
  })

  it('can rise: the more the better', () => {
    const typed = (text: string): unknown =>
      earned(
        judge(
          {
            measure: {
              'message-length': 'mean',
              grades: [
                { from: '10 chars', earns: '100%' },
                { from: '5 chars', earns: '50%' }
              ]
            }
          },
          [`0 A: ${text}`]
        )
      )
    expect(typed('一二三四五六七八九十')).toBe(1)
    expect(typed('一二三四五六')).toBe(0.5)
    expect(typed('一二')).toBe(0)
  })

  it('go by the worst where each value is judged', () => {
    const each = { measure: { ...rule.measure, reply: 'each' } }
    expect(earned(judge(each, [...quick, '60 C: 还在吗', '105 A: 在']))).toBe(0.4)
  })

  it('count, and take their edges from names', () => {
    const count = {
      measure: {
        interruption: 'count',
        grades: [
          { up_to: 0, earns: '100%' },
          { up_to: '{few}', earns: '50%' },
          { up_to: 10, earns: '10%' }
        ]
      }
    }
    const lines = ['0-9 C: 一', '1-3 A: 二', '4-6 A: 三']
    expect(judge(count, lines, { vars: { few: 1 } })).toMatchObject({ status: 'fail', earned: 0.1, count: 2 })
    expect(judge(count, lines, { vars: { few: 4 } })).toMatchObject({ status: 'fail', earned: 0.5 })
    expect(judge(count, lines, { vars: { few: 1 }, fields: { few: 'some' } })).toMatchObject({
      status: 'unknown'
    })
  })

  it('grade a share', () => {
    const share = {
      measure: {
        reply: 'share',
        within: '30s',
        grades: [
          { from: '90%', earns: '100%' },
          { from: '50%', earns: '60%' }
        ]
      }
    }
    expect(judge(share, [...quick, '60 C: 还在吗', '105 A: 在'])).toMatchObject({
      status: 'fail',
      earned: 0.6
    })
  })
})
