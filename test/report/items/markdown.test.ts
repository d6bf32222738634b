import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdown } from '../../../src/report/items/markdown.ts'
import { markdownText } from '../../../src/report/items/markdown-text.ts'
import { createKeeper } from '../../../src/report/keeper.ts'
import { linecheck } from '../../cli/run.ts'
import { finding, item, report, rule } from './sample-items.ts'

/** What a browser shows of a text. */
const shown = (html: string): string =>
  html
    .replaceAll('<br>', '\n')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('\u200b', '')

describe('texts in Markdown', () => {
  it('mean nothing but themselves', () => {
    expect(markdownText('a | <b> [x](y) `c` *d* _e_ ~f~ $g$ \\h & "i"')).not.toMatch(
      /[|<>[\]`*_~$\\"]|&(?!#)/
    )
    expect(markdownText('@team #12 https://x.example www.x.example')).toBe(
      '@&#8203;team #&#8203;12 https:&#8203;//x.example www.&#8203;x.example'
    )
    expect(markdownText(' a\r\nb\n')).toBe('a<br>b')
    expect(markdownText('\u001b[31m')).toBe('&#92;u{1b}&#91;31m')
  })

  it('read as they were written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('|', '<', '@', '#', '&', ';', '您', 'a', '://', '\\') }),
        text => {
          expect(shown(markdownText(text))).toBe(text)
        }
      )
    )
  })
})

describe('a summary', () => {
  const many = (count: number, parts: Parameters<typeof finding>[0] = {}) =>
    Array.from({ length: count }, (_, i) =>
      item({ findings: [finding({ place: { file: 'a.csv', line: i + 1 }, ...parts })] })
    )

  it('begins with the verdict and its reasons', () => {
    const text = report(markdown, [item()], {}, { negative: true, reasons: ['mean | 80'] })
    expect(
      text.startsWith('## linecheck audit: ❌ not passed\n\n- mean &#124; 80\n\n1 checked: 0 passed')
    ).toBe(true)
    expect(report(markdown, [], { lang: 'zh' })).toContain('✅ 通过')
    expect(report(markdown, [item()])).toContain('⚠️ passed, with findings')
    expect(report(markdown, [])).toContain('Nothing was found.')
  })

  it('counts by rule, the gravest first, with what to do', () => {
    const rules = { grave: { ...rule, title: 'grave', severity: 'error' } } as const
    const ruleOf = (id: string) => ({ ...(id === 'grave' ? rules.grave : rule), id })
    const items = [...many(3), item({ findings: [finding({ rule: 'grave', severity: 'error' })] })]
    const rows = report(markdown, items, { ruleOf }).match(/^\| [❌⚠].*$/gmu)!
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('grave')
    expect(rows[1]).toMatch(/首句问候.*\| D-1, D-2 \| 3 \| 先说“您好”。 \|$/)
  })

  it('folds findings away when there are many', () => {
    expect(report(markdown, many(20))).toContain('<details open>')
    expect(report(markdown, many(21))).not.toContain('<details open>')
    expect(
      report(markdown, many(21)).match(/^- <code>a\.csv:\d+<\/code> D-001 did not greet$/gm)
    ).toHaveLength(21)
  })

  it('says why a finding was waived', () => {
    const text = report(markdown, many(1, { waived: { kind: 'suppression', reason: 'on trial' } }))
    expect(text).toContain('waived: on trial')
    expect(text).toContain('1 waived')
  })

  it('fits into a comment, and tells exactly how many it leaves out', () => {
    for (const message of ['short', '长'.repeat(900), '|'.repeat(900)]) {
      const text = report(markdown, many(5000, { message }))
      expect(text.length).toBeLessThanOrEqual(65_536)
      expect(Buffer.byteLength(text)).toBeLessThan(1024 ** 2)
      const there = text.match(/^- <code>/gm)!.length
      expect(text).toContain(
        `\n${(5000 - there).toLocaleString('en')} more are left out here. Reports such as`
      )
    }
  })

  it('keeps the gravest when there is too much', () => {
    const grave = finding({ rule: 'grave', severity: 'error', message: 'the fatal one' })
    expect(report(markdown, [...many(9000), item({ findings: [grave] })])).toContain('the fatal one')
  })

  it('leaves room for each rule', () => {
    const rare = many(3, { rule: 'rare' })
    expect(report(markdown, [...many(3000), ...rare]).match(/<details>/g)).toHaveLength(2)
  })

  it('of an audit shows scorecards and missed targets', async () => {
    const args = ['audit', 'fixtures/call-log/calls.csv', '-s', 'fixtures/call-log/metrics.yaml']
    const { out } = await linecheck([...args, '-f', 'markdown'])
    expect(out).toContain('### Targets missed')
    expect(out).toContain('| 77.8% | &#62;= 80% |')
    const demo = ['audit', 'fixtures/hotline-log/turns.gb18030.csv', '-s', 'telecom-hotline']
    const { out: cards } = await linecheck([...demo, '-f', 'markdown', '--lang', 'zh'])
    expect(cards).toMatch(/\| ❌ \| 1005 高志强 \| 10 \| 38\.5 \| 21\.0–56\.0 \| 10% \| 0 \|/)
    expect(cards.length).toBeLessThanOrEqual(65_536)
  })
})

describe('lines kept for the end', () => {
  it('are those that matter most, each sort in its order', () => {
    const keeper = createKeeper(6)
    keeper.add('1a\n0b')
    keeper.add('1c\n0d')
    expect(keeper.take()).toEqual(['0b', '0d', '1a'])
  })

  it('are never more than there is room for', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[0-3][a-z]{0,9}$/)), fc.nat(40), (lines, limit) => {
        const keeper = createKeeper(limit)
        lines.forEach(keeper.add)
        const kept = keeper.take()
        expect(kept.join('').length).toBeLessThanOrEqual(limit)
        if (lines.join('').length <= limit) expect(kept.toSorted()).toEqual(lines.toSorted())
      })
    )
  })
})
