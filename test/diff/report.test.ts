import { Chalk } from 'chalk'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { langs } from '../../src/diagnostics/wording.ts'
import { asDiffReport } from '../../src/diff/report/as-diff-report.ts'
import { diffFormats } from '../../src/diff/report/index.ts'
import { itemsOfDiff } from '../../src/diff/report/items.ts'
import { json } from '../../src/diff/report/json.ts'
import { markdown } from '../../src/diff/report/markdown.ts'
import { ndjson } from '../../src/diff/report/ndjson.ts'
import { terminal } from '../../src/diff/report/terminal.ts'
import { findRegressions } from '../../src/diff/regressions.ts'
import type { ContactChange, DiffResult, StandardDiff } from '../../src/diff/result.ts'
import { itemsJson } from '../../src/report/items/json.ts'
import type { ReportPaint } from '../../src/report/paint.ts'
import { criterion, drift, group, nothing, result, saved, shiftOf, standard, write } from './sample.ts'

/** A change that moves very much: many criteria, agents and contacts. */
const large = (n: number, text = ''): DiffResult =>
  result({
    criteria: Array.from({ length: n }, (_, i) =>
      criterion(`c${i}`, [`TEL-${i}`], `准则 ${i} ${text}`, {
        state: 'changed',
        moves: [{ from: 'pass', to: 'fail', count: i + 1 }],
        shift: shiftOf(400, -i / 7),
        changed: i + 1,
        effect: -i / 100
      })
    ),
    agents: Array.from({ length: n }, (_, i) =>
      group(`A${i}${text}`, 10, { changed: 1, after: 80, shift: shiftOf(10, -6.25) })
    ),
    look: {
      total: 9 * n,
      shown: Array.from({ length: n }, (_, i): ContactChange => {
        const first = standard.look.shown[0]!
        return { ...first, subject: { ...first.subject, contact: `T-${i}${text}` } }
      })
    }
  })

describe('on the screen', () => {
  test.each(langs)('no line is wider than the terminal (%s)', lang => {
    for (const width of [60, 61, 79, 100, 133]) {
      for (const of of [result(), nothing, drift, saved, large(30)]) {
        for (const line of write(terminal, of, { lang, width }).split('\n'))
          expect(stringWidth(line), line).toBeLessThanOrEqual(width)
      }
    }
  })

  test('colours add nothing but colours', () => {
    const chalk = new Chalk({ level: 1 })
    const paint: ReportPaint = {
      error: chalk.red,
      warning: chalk.yellow,
      note: chalk.cyan,
      dim: chalk.dim,
      bold: chalk.bold,
      good: chalk.green,
      fatal: chalk.inverse
    }
    for (const of of [result(), nothing, drift, saved]) {
      expect(stripVTControlCharacters(write(terminal, of, { paint }))).toBe(write(terminal, of))
    }
  })

  test('hostile names cannot move the cursor, break a line or leave the width', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\u001b', '[', '2', 'J', '\n', '\r', '\t', '\u202e', '您', 'a', ' ', '\u0007')
    })
    fc.assert(
      fc.property(hostile, text => {
        for (const line of write(terminal, large(2, text)).split('\n')) {
          expect(line).not.toMatch(/[\p{Cc}\u202e]/u)
          expect(stringWidth(line)).toBeLessThanOrEqual(80)
        }
      }),
      { numRuns: 30 }
    )
  })

  test('says in one line that nothing changed', () => {
    const text = write(terminal, nothing)
    expect(text).toContain('nothing changes: all 400 contacts come out as before\n')
    expect(text).not.toContain('agents')
  })

  test('tells of scores that sink though no verdict flips', () => {
    expect(write(terminal, drift)).toContain(
      'none of 400 contacts changes its verdict; mean score 86.31 → 86.27'
    )
  })

  test('counts what it does not list, and lists more when more contacts are asked for', () => {
    const text = write(terminal, large(12))
    expect(text).toContain('96 more: --look 108 shows them all')
    const few = large(12)
    const [first] = few.standards
    const cut: DiffResult = {
      ...few,
      standards: [{ ...first!, look: { total: 108, shown: first!.look.shown.slice(0, 3) } }]
    }
    expect(write(terminal, cut).match(/ 2 more: -f json has all/g)).toHaveLength(2)
  })

  test('claims nothing of standards that are not known', () => {
    const text = write(terminal, saved)
    for (const claim of ['what changed in the standard', 'checked differently', 'mean score by'])
      expect(text).not.toContain(claim)
    expect(text).toContain('3 contacts only before, 12 contacts only after: not compared')
  })

  test('says beside a clean verdict what would make it negative', () => {
    expect(write(terminal, result())).toContain('verdict: clean (--fail-on-regression')
    expect(write(terminal, result(), {}, true)).toMatch(/verdict: negative\n$/)
    expect(write(terminal, nothing, {}, true)).toMatch(/nothing became worse\nverdict: clean\n$/)
  })
})

describe('in Markdown', () => {
  test('the verdict comes first', () => {
    expect(write(markdown, result(), {}, true)).toMatch(/^## linecheck diff: ❌ not passed\n/)
    expect(write(markdown, result())).toMatch(/^## linecheck diff: ⚠️ something became worse\n/)
    expect(write(markdown, nothing, {}, true)).toMatch(/^## linecheck diff: ✅ nothing became worse\n/)
  })

  test('names break no table, call nobody and are no HTML', () => {
    const hostile = ' | <b>@everyone</b> #1 `x`\n## heading [a](http://b.c)'
    const text = write(markdown, large(3, hostile))
    const tables = text.split('\n\n').filter(part => part.startsWith('|'))
    expect(tables).toHaveLength(5)
    for (const table of tables) {
      const columns = table
        .trimEnd()
        .split('\n')
        .map(row => row.split('|').length)
      expect(new Set(columns).size, table).toBe(1)
    }
    expect(text).not.toMatch(/<b>|@everyone|^## heading|\]\(http/m)
  })

  test('fits into a comment however much changed, and says what it leaves out', () => {
    const text = write(markdown, large(3000, 'x'.repeat(200)))
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/[\d,]+ more are left out here/)
    const open = text.match(/<details>/g)?.length
    expect(text.match(/<\/details>/g)?.length).toBe(open)
  })

  test('several standards share the room', () => {
    const one = large(1500, 'x'.repeat(100)).standards[0]!
    const standards = [one, { ...one, after: { ...one.after, title: '第二个标准' } }]
    const text = write(markdown, { ...result(), standards })
    expect(text.length).toBeLessThan(65_536)
    expect(text.split('第二个标准')[1]).toContain('| T-0')
  })
})

describe('for programs', () => {
  test('JSON is one document with every figure as it is', () => {
    for (const of of [result(), nothing, drift, saved, large(40)]) {
      const read = JSON.parse(write(json, of)) as { standards: StandardDiff[]; regressions: unknown[] }
      const told = read.standards[0]!
      const meant = of.standards[0]!
      expect(told.overall).toEqual(meant.overall)
      expect(told.agents).toEqual(meant.agents)
      expect(told.look.total).toBe(meant.look.total)
      expect(told.look.shown.map(({ shift }) => shift)).toEqual(meant.look.shown.map(({ shift }) => shift))
      expect(told.criteria.map(({ id }) => id)).toEqual(meant.criteria.map(({ id }) => id))
      expect(read.regressions).toHaveLength(findRegressions(of, 'en').length)
    }
  })

  test('JSON tells no effect where the standards are not known', () => {
    const { standards } = JSON.parse(write(json, saved)) as { standards: StandardDiff[] }
    expect(standards[0]!.criteria.map(({ effect, state }) => [effect, state])).toEqual(
      saved.standards[0]!.criteria.map(() => [null, null])
    )
  })

  test('NDJSON is a line for each contact that changed', () => {
    const lines = write(ndjson, result()).trimEnd().split('\n')
    expect(lines.map(line => (JSON.parse(line) as { contact: string }).contact)).toEqual(
      standard.look.shown.map(({ subject }) => subject.contact)
    )
  })

  test('every form has its own name, and no ending belongs to two', () => {
    const names = diffFormats.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const endings = diffFormats.flatMap(({ extensions }) => extensions)
    expect(new Set(endings).size).toBe(endings.length)
  })
})

describe('as items', () => {
  test.each(langs)('what became worse failed, all else that could be compared passed (%s)', lang => {
    const of = result()
    const regressions = findRegressions(of, lang)
    const items = itemsOfDiff(of, regressions, lang)
    const failed = items.filter(({ status }) => status === 'failed')
    expect(failed.flatMap(({ findings }) => findings.map(({ message }) => message)).sort()).toEqual(
      regressions.map(({ text }) => text).sort()
    )
    expect(items.filter(({ findings, status }) => findings.length > 0 !== (status === 'failed'))).toEqual([])
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length)
  })

  test('stand at the criterion that causes them, with the contacts beside', () => {
    const of = result()
    const findings = itemsOfDiff(of, findRegressions(of, 'en'), 'en').flatMap(item => item.findings)
    const fatal = findings.find(({ rule }) => rule === 'diff/contact-fatal')
    expect(fatal?.place).toEqual({ file: 'rules/hotline.yaml', line: 88 })
    expect(fatal?.related?.[0]).toEqual({
      place: { file: 'calls/march.csv', line: 212 },
      message: 'T-0007 91.5 → 0.0 (-91.5)'
    })
    const greeting = findings.find(({ rule }) => rule === 'diff/criterion-worse')
    expect(greeting?.place.line).toBe(31)
    expect(findings.find(({ rule }) => rule === 'diff/score-worse')?.place.line).toBe(1)
  })

  test('keep their fingerprints when only figures change', () => {
    const prints = (of: DiffResult): string[] =>
      itemsOfDiff(of, findRegressions(of, 'en'), 'en').flatMap(item =>
        item.findings.map(({ fingerprint }) => fingerprint)
      )
    const other = { ...standard.overall, after: 80, shift: shiftOf(398, -6.31, 1) }
    expect(prints(result({ overall: other }))).toEqual(prints(result()))
    expect(new Set(prints(result())).size).toBe(prints(result()).length)
  })

  test('a criterion that was never judged both times was skipped', () => {
    const of = result({ criteria: [criterion('a', [], 'a', { shift: shiftOf(0, null) })] })
    const item = itemsOfDiff(of, [], 'en').find(({ name }) => name === 'a')
    expect(item).toMatchObject({ status: 'skipped', reason: 'judged both times on no contact' })
  })

  test('can be written in any form of items', () => {
    const read = JSON.parse(write(asDiffReport(itemsJson), result())) as { command: string; items: unknown[] }
    expect(read.command).toBe('diff')
    expect(read.items).toHaveLength(itemsOfDiff(result(), [], 'en').length)
  })
})
