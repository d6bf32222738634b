import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDurationValue } from '../../src/scripts/alike/duration-value.ts'
import { sortIntoLots } from '../../src/scripts/alike/similar-texts.ts'
import { findSlots } from '../../src/scripts/slots.ts'
import { countSpoken } from '../../src/scripts/spoken-length.ts'
import { audit, briefly } from './read.ts'

const codesOf = async (page: string, options = {}): Promise<readonly string[]> =>
  (await audit(page, options)).map(({ code }) => code.replace('scripts/', ''))

describe('slots', () => {
  const slotsOf = (text: string, names: readonly string[] = []) =>
    findSlots(text, { names: new Set(names) }).map(({ from, to }) => text.slice(from, to))

  it('are told apart from emphasis, links, tags and emoji', () => {
    expect(
      slotsOf('【重要】您好{姓名}，订单【订单号】{{x}} ${y} <客户姓名> %name% [微笑] <b>打折</b> 满<5元')
    ).toEqual(['{姓名}', '【订单号】', '{{x}}', '${y}', '<客户姓名>', '%name%'])
    expect(slotsOf('【活动口号】')).toEqual([])
    expect(slotsOf('【活动口号】', ['活动口号'])).toEqual(['【活动口号】'])
    expect(slotsOf('降10%和20%，XXL码')).toEqual([])
  })

  it('are blanks where nothing is named', () => {
    expect(slotsOf('我是XX，工号____，××店（  ）某某 ＸＸ元')).toEqual([
      'XX',
      '____',
      '××',
      '（  ）',
      '某某',
      'ＸＸ'
    ])
  })

  it('must be declared where any is, and used where they are', async () => {
    const page = '---\nslots: [姓名, 单号]\n---\n> 您好{姓名}，{地质}\n'
    expect((await audit(page)).map(briefly)).toEqual([
      'a.md:2:13 scripts/unused-slot',
      'a.md:4:10 scripts/unknown-slot'
    ])
    expect(await codesOf('> 您好{姓名}\n')).toEqual([])
  })

  it('are written in one way', async () => {
    expect(await codesOf('> 您好{姓名}，请讲吧\n\n> {姓名}再见了\n\n> {姓名 }，稍等片刻\n')).toEqual([
      'slot-spelling'
    ])
  })

  it('are filled', async () => {
    expect(await codesOf('> 我是XX，{}，待补充\n')).toEqual(['unfilled', 'empty-slot', 'unfinished'])
  })
})

describe('the length of a script', () => {
  it.each([
    ['您好，请讲。', true, 4],
    ['满128元', true, 7],
    ['10086', true, 6],
    ['拨打400-812-0000', true, 12],
    ['12点', true, 3],
    ['3.5%', true, 6],
    ['2026年', true, 5],
    ['10305元', true, 8]
  ])('of %s is %3$i', (text, chinese, count) => {
    expect(countSpoken(text, chinese).syllables).toBe(count)
  })

  it('of English is in words', () => {
    expect(countSpoken("It's 128 dollars", false).words).toBe(6)
  })

  it('is held against the time allowed, slots filled by their examples', async () => {
    const page = (example: string): string =>
      `---\nslots: { 姓名: ${example} }\n---\n<!-- linecheck: seconds=2 -->\n> 您好，{姓名}请讲\n`
    expect(await codesOf(page('李女士'))).toEqual([])
    expect(await codesOf(page('欧阳菲菲女士'))).toEqual(['too-long-to-say'])
    expect(await codesOf('> 您好，请讲\n', { maxSeconds: 0.9 })).toEqual(['too-long-to-say'])
  })

  it('is counted in characters for channels that are written', async () => {
    const page = (channel: string): string => `---\nchannel: ${channel}\n---\n> 您好，请讲，我在听\n`
    expect(await codesOf(page('在线'), { maxCharacters: 5, maxSeconds: 1 })).toEqual(['too-long-to-send'])
    expect(await codesOf(page('电话'), { maxCharacters: 5, maxSeconds: 1 })).toEqual(['too-long-to-say'])
  })
})

describe('scripts that are alike', () => {
  const two = (a: string, b: string): string => `## 退货\n\n> ${a}\n\n> ${b}\n`

  it.each([
    ['签收后7天内可以退货哦', '签收后十五天内可以退货哦'],
    ['这款包邮，您放心拍下', '这款不包邮，您放心拍下'],
    ['上门检测是免费的，请放心', '上门检测是收费的，请放心'],
    ['退款将原路退回，手续费5元', '退款将原路退回，手续费8元'],
    ['会员可享9折优惠，请您选购', '会员可享八五折优惠，请您选购'],
    ['请拨打400-811-0000咨询', '请拨打400-811-1111咨询'],
    ['We reply within 24 hours on weekdays', 'We reply within 3 days on weekdays'],
    ['这个订单现在可以取消的', '这个订单现在不能取消的']
  ])('and promise different things are told: %s / %s', async (a, b) => {
    expect(await codesOf(two(a, b))).toEqual(['different-promise'])
  })

  it.each([
    ['签收后7天内可以退货哦', '签收后一周内可以退货'],
    ['退款需要24小时到账哦', '退款需要1天到账'],
    ['运费三百二十元由我们承担', '运费320元由我们承担哦']
  ])('and promise the same are only alike: %s / %s', async (a, b) => {
    expect(await codesOf(two(a, b))).toEqual(['near-duplicate'])
  })

  it('are an error in one scenario, a warning in two', async () => {
    const [same] = await audit(two('签收后7天内可以退货哦', '签收后15天内可以退货哦'))
    const [other] = await audit('## 甲\n\n> 签收后7天内可以退货哦\n\n## 乙\n\n> 签收后15天内可以退货哦\n')
    expect([same?.severity, other?.severity]).toEqual(['error', 'warning'])
    expect(same).toMatchObject({ place: { line: 5, col: 6 }, related: [{ place: { line: 3, col: 6 } }] })
  })

  it('tell of the figures of one scenario, however they are worded', async () => {
    expect(await codesOf(two('质保期为一年，从签收算起', '购买后可以享受两年质保服务'))).toEqual([
      'different-figures'
    ])
    expect(await codesOf(two('质保期为一年，从签收算起', '退款一般需要两天'))).toEqual([])
  })

  it('may be said twice with other marks only', async () => {
    expect(await codesOf(two('您好，请讲！', '您好 请讲'))).toEqual(['duplicate'])
  })

  it('are found as a comparison of all with all would find them', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 14 })
    const dice = (a: string, b: string): number => {
      const [p, q] = [a, b].map(
        one => new Set(Array.from({ length: one.length - 1 }, (_, i) => one.slice(i, i + 2)))
      )
      return (2 * [...p!].filter(pair => q!.has(pair)).length) / (p!.size + q!.size)
    }
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), fc.constantFrom(0.5, 0.7, 0.8, 1), (texts, least) => {
        const leaders: number[] = []
        const wanted = texts.map((one, i) => {
          const found = leaders.filter(leader => dice(texts[leader]!, one) >= least - 1e-9)
          if (found.length === 0) leaders.push(i)
          return found
        })
        const sorted = sortIntoLots(texts, least).leaders.map(found => [...found].sort((a, b) => a - b))
        expect(sorted).toEqual(wanted)
      })
    )
  })
})

it.each([
  ['7天内', '604800s'],
  ['一周', undefined],
  ['1周', '604800s'],
  ['24小时', '86400s'],
  ['1天', '86400s'],
  ['3-5个工作日', '3-5workdays'],
  ['半小时', '1800s'],
  ['1年', '12months'],
  ['within 3 days', '259200s'],
  ['几天', undefined]
])('a length of time, %s, comes to %s', (text, value) => {
  expect(readDurationValue(text)).toBe(value)
})
