import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { github } from '../../../src/report/items/github.ts'
import { gitlab } from '../../../src/report/items/gitlab.ts'
import { tap } from '../../../src/report/items/tap.ts'
import { linecheck } from '../../cli/run.ts'
import { finding, item, report } from './sample-items.ts'

const waived = { kind: 'suppression', reason: 'known' } as const

describe('workflow commands', () => {
  /** Takes a command apart as the runner does. */
  function readCommand(line: string): {
    command: string
    properties: Readonly<Record<string, string>>
    data: string
  } {
    const [, command = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line)!
    const undo = (text: string): string =>
      text
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%')
    const properties = list.split(',').map(pair => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), undo(pair.slice(at + 1))] as const
    })
    return { command, properties: Object.fromEntries(properties), data: undo(data) }
  }

  it('are one line for each finding that counts, and one with the totals', () => {
    const place = { file: '/repo/a,b:c.csv', line: 7, col: 2, length: 3 }
    const findings = [finding({ place, message: '100%, a::b\nc', hint: 'do' }), finding({ waived })]
    const verdict = { negative: true, reasons: ['1 warning(s)'] }
    const lines = report(github, [item({ findings })], {}, verdict)
      .trimEnd()
      .split('\n')
    expect(lines.map(readCommand)).toEqual([
      {
        command: 'warning',
        properties: {
          file: 'a,b:c.csv',
          line: '7',
          col: '2',
          endColumn: '5',
          title: '首句问候 [desk/greeting]'
        },
        data: '100%, a::b\nc\ndo'
      },
      {
        command: 'notice',
        properties: { title: 'linecheck audit' },
        data: 'not passed\n1 warning(s)\n1 checked: 0 passed, 1 failed, 0 skipped, 0 unreadable\n0 errors, 1 warning, 0 notes, 1 waived'
      }
    ])
  })

  it('cannot be made by what a log says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\n', '\r', ':', ',', '%', 'a', '::error::') }), text => {
        const place = { file: `x${text}`, line: 1 }
        const lines = report(github, [item({ findings: [finding({ place, message: text })] })]).split('\n')
        expect(lines).toHaveLength(3)
        expect(lines.some(line => line.includes('\r'))).toBe(false)
        expect(readCommand(lines[0]!).data).toBe(text)
      })
    )
  })
})

describe('a report of code quality for GitLab', () => {
  interface Row {
    readonly fingerprint: string
    readonly location: { readonly path: string }
  }
  const read = (text: string): readonly Row[] => JSON.parse(text) as Row[]

  it('has what GitLab asks for, without waived findings', () => {
    const findings = [finding({ place: { file: './logs/a.csv', line: 3 } }), finding({ waived })]
    expect(read(report(gitlab, [item({ findings })]))).toEqual([
      {
        description: 'D-001 did not greet',
        check_name: 'desk/greeting',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        severity: 'major',
        location: { path: 'logs/a.csv', lines: { begin: 3 } }
      }
    ])
    expect(read(report(gitlab, []))).toEqual([])
  })

  it('knows findings of one fingerprint apart, and again when lines move', () => {
    const at = (line: number) => finding({ place: { file: 'a.csv', line } })
    const prints = (lines: readonly number[]) =>
      read(report(gitlab, [item({ findings: lines.map(at) })])).map(({ fingerprint }) => fingerprint)
    expect(new Set(prints([1, 2, 3])).size).toBe(3)
    expect(prints([1, 2, 3])).toEqual(prints([11, 12, 13]))
  })

  it('has no fingerprint twice, of an audit or of lint', async () => {
    for (const args of [
      ['audit', 'fixtures/hotline-log/turns.gb18030.csv', '-s', 'telecom-hotline'],
      ['lint', 'fixtures/diagnostics/twenty-mistakes.yaml']
    ]) {
      const rows = read((await linecheck([...args, '-f', 'gitlab'])).out)
      expect(rows.length).toBeGreaterThan(10)
      expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(rows.length)
      for (const { location } of rows) expect(location.path).toMatch(/^fixtures\//)
    }
  })
})

describe('a TAP report', () => {
  const items = [
    item({ findings: [] }),
    item({ name: 'a # SKIP b\nc' }),
    item({ name: 'd', findings: [], status: 'skipped', reason: 'did not arise' }),
    item({ name: 'e', findings: [finding({ waived })], status: 'passed' }),
    item({ name: 'f', status: 'error', findings: [finding(), finding({ message: 'x: "y"\n  ...' })] })
  ]
  const text = report(tap, items)

  it('plans as many points as there are', () => {
    expect(text.startsWith('TAP version 14\n')).toBe(true)
    expect(text.match(/^(not )?ok /gm)).toHaveLength(5)
    expect(text).toMatch(/\n1\.\.5\n$/)
    expect(report(tap, [])).toBe('TAP version 14\n1..0\n')
  })

  it('marks points, and lets no text become a directive', () => {
    expect(text.match(/^(?:not )?ok .*$/gm)).toEqual([
      'ok - D-001 · 何晓 › desk/greeting',
      'not ok - D-001 · 何晓 › a \\# SKIP b c',
      'ok - D-001 · 何晓 › d # SKIP did not arise',
      'ok - D-001 · 何晓 › e # SKIP known',
      'not ok - D-001 · 何晓 › f'
    ])
  })

  it('tells in YAML what is wrong', () => {
    const blocks = [...text.matchAll(/^ {2}---\n([\s\S]*?)^ {2}\.\.\.$/gm)].map(
      match => parse(match[1]!) as unknown
    )
    expect(blocks[1]).toEqual({
      message: 'D-001 did not greet',
      severity: 'warning',
      rule: 'desk/greeting',
      at: { file: 'logs/march.csv', line: 7 },
      also: [
        {
          message: 'x: "y"\n  ...',
          severity: 'warning',
          rule: 'desk/greeting',
          at: { file: 'logs/march.csv', line: 7 }
        }
      ]
    })
  })

  it('parses whatever a log holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), message => {
        const [, block = ''] = /^ {2}---\n([\s\S]*?)^ {2}\.\.\.$/m.exec(
          report(tap, [item({ findings: [finding({ message })] })])
        )!
        expect(parse(block)).toMatchObject({ message })
      })
    )
  })
})
