import { Chalk } from 'chalk'
import stringWidth from 'string-width'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { langs } from '../../src/diagnostics/wording.ts'
import type { Evaluation } from '../../src/model/evaluation.ts'
import type { ReportPaint } from '../../src/report/paint.ts'
import type { RankedScorecard, RunHeader, RunSummary } from '../../src/report/report.ts'
import { terminal } from '../../src/report/terminal.ts'
import {
  criterion,
  emptySummary,
  estimate,
  evaluations,
  header,
  scorecard,
  summary,
  write
} from './sample.ts'

const end = (cards: readonly RankedScorecard[], more: Partial<RunSummary> = {}): string =>
  write(terminal, {}, { evaluations: [], bad: [], summary: { ...summary, scorecards: cards, ...more } })

const hundred: readonly RankedScorecard[] = Array.from({ length: 100 }, (_, i) => ({
  card: scorecard(String(1000 + i), estimate(20 + i * 13, 40 + i * 0.6, 60 / (i + 1)), {
    name: i % 3 === 0 ? '欧阳建国' : i % 3 === 1 ? 'Wolfeschlegelsteinhausen' : undefined,
    team: 'A',
    fatal: i % 7,
    criteria: [criterion('opening.greeting', 5, i % 11), criterion('talk.privacy', 5, i % 5)]
  }),
  places: { best: Math.max(1, 100 - i - 3), worst: Math.min(100, 103 - i) }
}))

describe('the screen', () => {
  test.each(langs)('no line is wider than the terminal (%s)', lang => {
    for (const width of [60, 61, 79, 100, 133]) {
      const text =
        write(terminal, { lang, width, details: 'all' }) +
        write(terminal, { lang, width }, { summary: { ...summary, scorecards: hundred } })
      for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(width)
    }
  })

  test('below 60 columns it stays at 60', () => {
    expect(write(terminal, { width: 20 })).toBe(write(terminal, { width: 60 }))
  })

  test('hostile texts cannot move the cursor, break a line or leave the width', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\u001b', '[', '2', 'J', '\n', '\r', '\t', '\u202e', '您', 'a', ' ', '\u0007')
    })
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const evaluation: Evaluation = {
          ...evaluations[1]!,
          contact: a,
          agent: b,
          agentName: a,
          started: b,
          band: a,
          reason: b,
          criteria: evaluations[1]!.criteria.map(result => ({
            ...result,
            clause: [b],
            message: a,
            evidence: [
              { turn: 1, from: 0, to: a.length, quote: a },
              { missing: b, searched: null, nearest: { turn: 1, from: 0, to: 1, quote: b, similarity: 0.5 } },
              { field: a, value: b },
              { measured: a, value: 1, unit: b }
            ]
          }))
        }
        const card = scorecard(a, estimate(2, 50, 5), {
          name: b,
          team: a,
          bands: { [b]: 2 },
          sections: [{ id: 's', title: a, score: estimate(1, 5) }],
          criteria: [
            criterion('x', 1, 1, {
              title: a,
              clause: [b],
              failed: { total: 1, shown: [{ contact: a, score: 1 }] }
            })
          ]
        })
        const text = write(
          terminal,
          { details: 'all' },
          {
            evaluations: [evaluation],
            summary: {
              ...summary,
              scorecards: [{ card, places: null }],
              verdict: { negative: true, reasons: [a] }
            }
          }
        )
        expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
        for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
      }),
      { numRuns: 50 }
    )
  })

  test('colours change nothing but the colour', () => {
    const chalk = new Chalk({ level: 1 })
    const paint: ReportPaint = {
      error: chalk.red,
      warning: chalk.yellow,
      note: chalk.cyan,
      dim: chalk.dim,
      bold: chalk.bold,
      good: chalk.green,
      fatal: chalk.bgRed
    }
    const painted = write(terminal, { paint, details: 'all', width: 100 })
    expect(painted).not.toBe(stripVTControlCharacters(painted))
    const plain = stripVTControlCharacters(painted).replaceAll(/ +$/gm, '')
    expect(plain).toBe(write(terminal, { details: 'all', width: 100 }))
  })
})

describe('the table', () => {
  const tableOf = (text: string): string[] => {
    const lines = text.split('\n')
    const start = lines.findIndex(line => line.startsWith(' ─'))
    return lines.slice(start - 1, start + 9).filter(line => !line.startsWith(' ─'))
  }

  test.each(langs)('columns stand below their heads (%s)', lang => {
    for (const width of [60, 80, 100, 132]) {
      const [head = '', ...rows] = tableOf(write(terminal, { lang, width }))
      const fatal = lang === 'zh' ? '致命' : 'fatal'
      const right = stringWidth(head.slice(0, head.indexOf(fatal) + fatal.length))
      expect(rows.length).toBeGreaterThan(5)
      for (const row of rows.slice(0, 7)) {
        const cell = takeColumns(row, right)
        expect(cell, row).toMatch(/ \d+$/)
        expect(stringWidth(cell)).toBe(right)
      }
    }
  })

  test('those who need help most stand first, those without a score last', () => {
    const [, ...rows] = tableOf(write(terminal))
    const order = rows.flatMap(row => /\b10\d\d\b|unknown|\ball\b/.exec(row) ?? [])
    expect(order).toEqual(['1007', '1015', '1010', '1002', '1001', 'unknown', 'all'])
  })

  test('places are those given, and are left out where nobody can be ranked', () => {
    expect(tableOf(write(terminal))[3]).toMatch(/^ +2-3 +! 1010/)
    expect(end(summary.scorecards.map(({ card }) => ({ card, places: null })))).not.toMatch(/^ +place/m)
  })

  test('a hundred agents each have a line, ten a block, and the rest is told', () => {
    const text = end(hundred)
    expect(hundred.filter(({ card }) => text.includes(` ${card.key}`))).toHaveLength(100)
    expect(text.match(/^. \d{4}.* ─/gm)).toHaveLength(10)
    expect(text).toContain('90 more not shown one by one')
  })
})

describe('several standards, and other keys', () => {
  const second = { ...header.standards[0]!, id: 'second', title: 'Second' }
  const both: RunHeader = { standards: [...header.standards, second] }

  test('each standard has its own table, and contacts say by which they were judged', () => {
    const cards = summary.scorecards.map(({ card, places }) => ({
      card: { ...card, standard: 'second' },
      places
    }))
    const scorecards = [...summary.scorecards, ...cards.slice(0, 1)]
    const text = write(terminal, { details: 'failed' }, { header: both, summary: { ...summary, scorecards } })
    expect(text.match(/^ +place? .*fails most|^ {3}agent .*fails most/gm)).toHaveLength(2)
    expect(text.slice(text.indexOf('Second (second 2026.1)'))).toMatch(/^ ✓ 1001 李娜/m)
    expect(text).toContain('2026-03-02 09:12 · telecom-hotline · 0.0')
    expect(text).toContain('telecom-hotline · mean 80.1')
  })

  test('what the scorecards are per heads their column', () => {
    const by = (key: string): string => write(terminal, {}, { header: { ...header, by: key } })
    expect(by('team')).toMatch(/^ place {4}team .*score/m)
    expect(by('team')).toContain('(team unknown)')
    expect(by('hotline')).toMatch(/^ place {4}hotline .*score/m)
  })
})

describe('what cannot be known', () => {
  test('one contact has a mean but no interval and no place', () => {
    const card = scorecard('1001', estimate(1, 72.5))
    const text = end([{ card, places: null }], { overall: [card] })
    expect(text).toContain('! 1001')
    expect(text).toContain('1 contact ·')
    expect(text).not.toMatch(/±\d|^ +place|95% \d/m)
    expect(text).toContain('one contact gives no interval')
  })

  test('an agent without a scored contact is not scored, which is neither nought nor full marks', () => {
    const card = scorecard('1001', estimate(0, null), { contacts: 3 })
    const text = end([{ card, places: null }], { overall: [card] })
    expect(text).toMatch(/1001 +3 +- /)
    expect(text).toMatch(/1001 ─+ not scored/)
    expect(text).toContain('nothing in the standard applied')
    expect(text).not.toMatch(/\b0\.0|100\.0|mean -/)
  })

  test('contacts without an agent have a name for it in either language', () => {
    expect(write(terminal)).toContain('(agent unknown)')
    expect(write(terminal, { lang: 'zh' })).toContain('未知坐席')
  })

  test('a run without contacts says so', () => {
    const text = write(terminal, {}, { evaluations: [], summary: emptySummary })
    expect(text).toContain('no contact was evaluated by this standard')
    expect(text).toContain('0 contacts')
    expect(text).toContain('verdict: clean')
  })

  test('criteria that never judged a contact are named', () => {
    expect(write(terminal)).toContain('never judged (1)  PRE-11')
  })

  test('without pass mark and bands nothing is called good or bad', () => {
    const bare: RunHeader = {
      standards: header.standards.map(standard => ({ ...standard, pass: undefined, bands: [] }))
    }
    const text = write(terminal, {}, { header: bare, summary: { ...summary, metrics: [] } })
    expect(text).not.toMatch(/[✓✗]|┊|pass mark|coach first {2}10(?!07)/)
  })
})

describe('contacts one by one', () => {
  const first = (evaluation: Evaluation, details: 'none' | 'failed' | 'all'): string =>
    terminal.create({ lang: 'en', paint: plain, details, version: '1' }, header).evaluation(evaluation)
  const plain: ReportPaint = {
    error: t => t,
    warning: t => t,
    note: t => t,
    dim: t => t,
    bold: t => t,
    good: t => t,
    fatal: t => t
  }

  test('are not shown unless asked for', () => {
    expect(evaluations.map(each => first(each, 'none'))).toEqual(['', '', ''])
  })

  test('are shown when they failed something, or all of them', () => {
    expect(evaluations.map(each => first(each, 'failed') !== '')).toEqual([false, true, false])
    expect(evaluations.map(each => first(each, 'all') !== '')).toEqual([true, true, true])
  })

  test('what is missing names the window searched and the nearest miss', () => {
    const text = first(evaluations[1]!, 'failed')
    expect(text).toContain('missing: 工号 · searched turn 1\n')
    expect(text).toContain('nearest (71% similar) turn 1 00:00.0  “您好,我是小周啊,说吧”')
    expect(text).toContain('missing: 主动帮助 · no turn in scope\n')
  })

  test('what was found has its turn, time and words, on one line around the hit', () => {
    const line = first(evaluations[1]!, 'failed')
      .split('\n')
      .find(each => each.includes('turn 9'))
    expect(line).toMatch(/turn 9 1:02:05\.9 {2}“….*13800138000,地址是\\n.*…”$/)
  })

  test('a fatal breach is marked, and the score without it given', () => {
    const text = first(evaluations[1]!, 'failed')
    expect(text).toMatch(/0\.0 不合格 · without fatal 66\.7/)
    expect(text).toMatch(/PRH-01\/PRH-02 .* FATAL -30/)
  })

  test('what was not judged comes with its reason only when everything is asked for', () => {
    expect(first(evaluations[0]!, 'all')).toContain('- PRE-11 n/a: 客户没有问到发票')
    expect(first(evaluations[0]!, 'all')).toContain('? closing.goodbye unclear: 记录在结束前中断')
    expect(first(evaluations[1]!, 'failed')).not.toContain('n/a')
  })

  test('of many hits the first few are shown and the rest counted', () => {
    const evidence = Array.from({ length: 9 }, (_, i) => ({ turn: i + 1, from: 0, to: 2, quote: '我晕' }))
    const text = first(
      { ...evaluations[1]!, criteria: [{ id: 'x', clause: [], status: 'fail', evidence }] },
      'failed'
    )
    expect(text.match(/我晕/g)).toHaveLength(5)
    expect(text).toContain('+4 more')
  })
})

function takeColumns(text: string, width: number): string {
  let taken = ''
  for (const character of text) {
    if (stringWidth(taken + character) > width) break
    taken += character
  }
  return taken
}
