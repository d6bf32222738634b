import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { gradeScore } from '../../src/report/grade.ts'
import { plainPaint } from '../../src/report/paint.ts'
import { drawEstimate, drawMeter, fitScale } from '../../src/report/terminal/chart.ts'
import {
  cutEnd,
  cutMiddle,
  cutStart,
  displayWidth,
  joinFitting,
  showText,
  splitGraphemes
} from '../../src/report/terminal/display.ts'
import { labelEstimate, labelShare, labelTime } from '../../src/report/terminal/labels.ts'
import { shortenQuote } from '../../src/report/terminal/quote.ts'
import { type Column, layoutTable } from '../../src/report/terminal/table.ts'
import { wrapHanging, wrapParts, wrapText } from '../../src/report/terminal/wrap.ts'
import { estimate } from './sample.ts'

const texts = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', '您', '好', '。', '「', '👩‍👧', 'é', '-', '%')
})
const widths = fc.integer({ min: 4, max: 40 })

describe('texts on one line', () => {
  test.each([
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['\u2028\u0085\u007f', '\\u{2028}\\u{85}\\u{7f}'],
    ['👩‍👧 您好', '👩‍👧 您好']
  ])('%j shows as %s', (text, shown) => {
    expect(showText(text)).toBe(shown)
  })

  test('half of a pair is shown, not sent to the terminal', () => {
    expect(showText('x\ud83d')).toBe('x\\u{d83d}')
  })

  test('are cut by what they take on the screen', () => {
    expect(cutEnd('请问有什么可以帮您', 9)).toBe('请问有什…')
    expect(cutEnd('请问有什么可以帮您', 8)).toBe('请问有…')
    expect(cutStart('请问有什么可以帮您', 9)).toBe('…可以帮您')
    expect(cutMiddle('请问有什么可以帮您', 9)).toBe('请问…帮您')
    expect(cutEnd('abc', 3)).toBe('abc')
  })

  test('every character and pair of them is as wide as string-width has it', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    const character = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      texts,
      fc.constantFrom('▶', '\ufe0f', '\u3099', '✓', '。', ')', '\u200d')
    )
    fc.assert(
      fc.property(character, character, (a, b) => {
        expect(displayWidth(a + b)).toBe(stringWidth(a + b))
        expect(splitGraphemes(a + b)).toEqual(Array.from(graphemes.segment(a + b), part => part.segment))
      })
    )
    for (let unit = 0x20; unit < 0x10000; unit++) {
      // Hangul, surrogates and private use never take the short way.
      if (unit === 0xa000) unit = 0xf900
      const text = String.fromCharCode(unit)
      if (displayWidth(text) !== stringWidth(text)) expect.fail(`U+${unit.toString(16)}`)
    }
  })

  test('a cut never takes more room than there is', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        for (const cut of [cutEnd, cutStart, cutMiddle]) {
          expect(stringWidth(cut(text, width))).toBeLessThanOrEqual(Math.max(width, 0))
        }
      })
    )
  })

  test('whole items are left out, never a part of one', () => {
    expect(joinFitting(['TEL-01×9', 'HTL-02×5', 'PRE-11×2'], ' ', 20)).toBe('TEL-01×9 HTL-02×5 …')
    expect(joinFitting(['TEL-01×9', 'HTL-02×5', 'PRE-11×2'], ' ', 18)).toBe('TEL-01×9 …')
    expect(joinFitting(['TEL-01×9', 'HTL-02×5'], ' ', 17)).toBe('TEL-01×9 HTL-02×5')
    expect(joinFitting(['closing.goodbye'], ' ', 8)).toBe('closing…')
  })
})

describe('running text', () => {
  test('breaks between words, and between Chinese characters', () => {
    expect(wrapText('ask before you put the caller on hold', 14)).toEqual([
      'ask before you',
      'put the caller',
      'on hold'
    ])
    expect(wrapText('请客户稍等前先说明原因', 10)).toEqual(['请客户稍等', '前先说明原', '因'])
  })

  test('keeps closing marks off the start of a line and opening ones off its end', () => {
    expect(wrapText('一二三四。五六', 8)).toEqual(['一二三', '四。五六'])
    expect(wrapText('一二三「四」', 8)).toEqual(['一二三', '「四」'])
  })

  test('breaks a word only if it is longer than a line', () => {
    expect(wrapText('see abcdefghijkl', 6)).toEqual(['see', 'abcdef', 'ghijkl'])
  })

  test('keeps every character but spaces, on lines that fit', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        const lines = wrapText(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      })
    )
  })

  test('sets the lines after the first in', () => {
    expect(wrapHanging('one two three', 10, '1. ')).toEqual(['1. one two', '   three'])
  })

  test('breaks between parts', () => {
    expect(wrapParts(['3 contacts', '2 failed', 'mean 80.0'], 21)).toEqual([
      '3 contacts · 2 failed',
      'mean 80.0'
    ])
  })
})

describe('tables', () => {
  const columns: readonly Column[] = [
    { id: 'place', head: '名次', align: 'right', drop: 1 },
    { id: 'who', head: '坐席', align: 'left', min: 10, max: 16 },
    { id: 'n', head: 'n', align: 'right' },
    { id: 'worst', head: '扣分项', align: 'left', min: 10 }
  ]
  const names = fc.array(fc.tuple(texts, texts, fc.nat()), { minLength: 1, maxLength: 6 })

  test('all lines are of one width, which is at most that of the terminal', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 40, max: 120 }), (people, width) => {
        const rows = people.map(([who, worst, n]) => [
          { text: '1' },
          { text: who },
          { text: String(n) },
          { text: worst }
        ])
        const { head, rule, rows: lines } = layoutTable(columns, rows, width, plainPaint)
        const [first = 0, ...others] = [head, rule, ...lines].map(line => stringWidth(line))
        expect(first).toBeLessThanOrEqual(width)
        expect(new Set(others)).toEqual(new Set([first]))
      })
    )
  })

  test('too narrow, one gives up what may be dropped before it squeezes past the least', () => {
    const rows = [
      [{ text: '12' }, { text: '1007 司马相如 Featherstone' }, { text: '5' }, { text: 'x'.repeat(30) }]
    ]
    expect(layoutTable(columns, rows, 60, plainPaint).kept).toEqual(['place', 'who', 'n', 'worst'])
    expect(layoutTable(columns, rows, 31, plainPaint).kept).toEqual(['place', 'who', 'n', 'worst'])
    expect(layoutTable(columns, rows, 30, plainPaint).kept).toEqual(['who', 'n', 'worst'])
    expect(stringWidth(layoutTable(columns, rows, 22, plainPaint).rows[0] ?? '')).toBe(22)
  })
})

describe('charts', () => {
  test.each([
    [0, '░░░░░░░░░░'],
    [0.1, '█░░░░░░░░░'],
    [50, '█████░░░░░'],
    [99.9, '█████████░'],
    [100, '██████████'],
    [120, '██████████']
  ])('a score of %d is %s', (score, bar) => {
    expect(drawMeter(score, 10)).toBe(bar)
  })

  test('a scale reaches from a round number below all to 100', () => {
    expect(fitScale([estimate(9, 75, 12), estimate(1, 70)], 85, 21).low).toBe(60)
    expect(fitScale([], undefined, 21).low).toBe(90)
    expect(fitScale([estimate(3, 100, 0)], 60, 21).low).toBe(60)
  })

  test('a mean stands in its interval, beside the pass mark', () => {
    const scale = { low: 50, width: 11, mark: 85 }
    expect(drawEstimate(estimate(9, 70, 10), scale)).toBe('  ──●──┊   ')
    expect(drawEstimate(estimate(1, 100), scale)).toBe('       ┊  ●')
    expect(drawEstimate(estimate(0, null), scale)).toBe('       ┊   ')
  })
})

describe('labels', () => {
  test('a mean has its interval beside it if there is one', () => {
    expect(labelEstimate(estimate(12, 61.25, 9.34))).toBe('61.3 ±9.3')
    expect(labelEstimate(estimate(1, 61.25))).toBe('61.3')
    expect(labelEstimate(estimate(0, null))).toBe('-')
  })

  test('an interval cut at 100 shows the side that was not cut', () => {
    expect(labelEstimate(estimate(5, 96, 7.5))).toBe('96.0 ±7.5')
  })

  test.each([
    [0, '0%'],
    [0.2, '<1%'],
    [25.5, '26%'],
    [99.7, '>99%'],
    [100, '100%'],
    [null, '-']
  ])('a share of %s is %s', (share, label) => {
    expect(labelShare(share)).toBe(label)
  })

  test('a time is shown to the minute, in its own zone', () => {
    expect(labelTime('2026-03-02T23:59:59.123+08:00')).toBe('2026-03-02 23:59')
    expect(labelTime('2026-03-02T23:59:00Z')).toBe('2026-03-02 23:59')
    expect(labelTime('last\tMonday')).toBe('last\\tMonday')
  })
})

describe('grades', () => {
  const bare = { id: 's', title: 's', hash: '', bands: [], sections: [], criteria: [] }
  const bands = [
    { name: 'low', from: 0 },
    { name: 'top', from: 90 },
    { name: 'middle', from: 60 }
  ]

  test.each([
    [85, { pass: 85, bands }, 'good'],
    [84.999, { pass: 85, bands }, 'fair'],
    [59.999, { pass: 85, bands }, 'bad'],
    [50, { pass: 85, bands: [] }, 'bad'],
    [0, { pass: 0, bands: [] }, 'good'],
    [89, { bands }, 'fair'],
    [90, { bands }, 'good'],
    [0, { bands: [] }, 'none'],
    [null, { pass: 85, bands }, 'none']
  ])('%s against %j is %s', (score, standard, grade) => {
    expect(gradeScore(score, { ...bare, ...standard })).toBe(grade)
  })
})

describe('quotes', () => {
  const whole = '您好,这里是星河客服热线,我晕,您又来了,请问有什么可以帮您'
  const from = whole.indexOf('我晕')

  test('are left alone when they fit', () => {
    const parts = shortenQuote({ turn: 1, from, to: from + 2, quote: whole }, 80)
    expect(parts).toEqual({ before: whole.slice(0, from), hit: '我晕', after: whole.slice(from + 2) })
  })

  test('are shortened around the hit', () => {
    const { before, hit, after } = shortenQuote({ turn: 1, from, to: from + 2, quote: whole }, 20)
    expect([before, hit, after]).toEqual(['…服热线,', '我晕', ',您又来…'])
  })

  test('give the room that one side does not need to the other', () => {
    const late = shortenQuote({ turn: 1, from: whole.length - 1, to: whole.length, quote: whole }, 20)
    expect(late).toEqual({ before: '…,请问有什么可以帮', hit: '您', after: '' })
    const early = shortenQuote({ turn: 1, from: 0, to: 2, quote: whole }, 20)
    expect(early.before + early.hit + early.after).toBe('您好,这里是星河客服…')
  })

  test('that are the hit itself are shortened in the middle, whatever their offsets', () => {
    const { before, hit, after } = shortenQuote(
      { turn: 1, from: 300, to: 300 + whole.length, quote: whole },
      20
    )
    expect([before, hit, after]).toEqual(['', '您好,这里…么可以帮您', ''])
  })

  test('fit on their line whatever is in them', () => {
    fc.assert(
      fc.property(texts, texts, texts, widths, (a, b, c, width) => {
        const quote = { turn: 1, from: a.length, to: a.length + b.length, quote: `${a}\n${b}${c}` }
        const { before, hit, after } = shortenQuote(quote, width)
        expect(stringWidth(before + hit + after)).toBeLessThanOrEqual(width)
      })
    )
  })
})
