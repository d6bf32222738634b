import { describe, expect, it } from 'vitest'
import { evidenceOf, judge } from './judge.ts'

const scale = { manual: { scale: [0, 5], pass: 4 } }
const words = { manual: { options: { 好: '100%', 中: '60%', 差: '0%' }, pass: '60%' } }
const yesNo = { manual: 'yes/no' }

describe('manual', () => {
  it.each([
    [scale, '5', 'pass', 1],
    [scale, '4', 'pass', 0.8],
    [scale, '３.５分', 'fail', 0.7],
    [scale, '0', 'fail', 0],
    [{ manual: { scale: [1, 5], pass: 3 } }, '3', 'pass', 0.5],
    [words, '好', 'pass', 1],
    [words, ' 中 ', 'pass', 0.6],
    [words, '差', 'fail', 0],
    [{ manual: { options: words.manual.options, pass: '好' } }, '中', 'fail', 0.6],
    [{ manual: { options: { A: '100%', 'A-': '90%' }, pass: '95%' } }, 'a-', 'fail', 0.9],
    [yesNo, 'Yes', 'pass', 1],
    [yesNo, '是', 'pass', 1],
    [yesNo, '×', 'fail', 0],
    [yesNo, '不合格', 'fail', 0]
  ])('%o marked %s: %s', (criterion, mark, status, earned) => {
    expect(judge(criterion, ['A: 您好'], { mark })).toMatchObject({ status, earned })
  })

  it('shows the mark as evidence', () => {
    expect(evidenceOf(judge(scale, [], { mark: '3' }))).toEqual([{ field: 'mark', value: '3' }])
  })

  it('is unknown until a person has marked it', () => {
    expect(judge(scale, ['A: 您好'])).toEqual({ status: 'unknown', reason: 'not yet marked by a person' })
  })

  it('is unknown when the mark is none of its scale', () => {
    expect(judge(scale, [], { mark: '6' })).toEqual({
      status: 'unknown',
      reason: 'the mark "6" is not one of: 0 .. 5; n/a'
    })
    expect(judge(scale, [], { mark: '好' })).toMatchObject({ status: 'unknown' })
    expect(judge(words, [], { mark: '5' })).toMatchObject({ status: 'unknown' })
  })

  it('may be marked as not applicable', () => {
    for (const mark of ['n/a', 'NA', '不适用', '/']) {
      expect(judge(yesNo, [], { mark })).toMatchObject({ status: 'na' })
    }
  })
})
