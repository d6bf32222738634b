import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkstyle } from '../../../src/report/items/checkstyle.ts'
import { junit } from '../../../src/report/items/junit.ts'
import { xmlElement } from '../../../src/report/items/xml.ts'
import { linecheck } from '../../cli/run.ts'
import { finding, item, report } from './sample-items.ts'
import { readXml, type Element } from './xml-reader.ts'

describe('texts in XML', () => {
  it('come back as they were, Chinese, emoji and markup among them', () => {
    const text = '您好 😀 <b> & "x" \' ]]> \t\r\n\u0085\u2028'
    const read = readXml(xmlElement('a', { b: text }, text))
    expect(read.text).toBe(text)
    expect(read.attributes['b']).toBe(text)
  })

  it.each([
    ['\u0000', '\\u{0}'],
    ['\u001b[31m', '\\u{1b}[31m'],
    ['x\ud83d', 'x\\u{d83d}'],
    ['\udc00', '\\u{dc00}'],
    ['\uffff', '\\u{ffff}']
  ])('what XML cannot carry is shown: %j as %s', (text, shown) => {
    expect(readXml(xmlElement('a', { b: text }, text))).toMatchObject({
      text: shown,
      attributes: { b: shown }
    })
  })

  it('are well formed whatever they are, and lose nothing that XML can carry', () => {
    // oxlint-disable-next-line no-control-regex
    const carried = /^(?:[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\u{10000}-\u{10ffff}])*$/u
    const half = fc.constantFrom('\ud800', '\udfff')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), half), text => {
        const read = readXml(xmlElement('a', { b: text }, text))
        if (carried.test(text)) expect([read.text, read.attributes['b']]).toEqual([text, text])
      })
    )
  })
})

const suites = (text: string): readonly Element[] =>
  readXml(text).children.filter(({ name }) => name === 'testsuite')

function expectCounts(text: string): void {
  for (const { attributes, children } of suites(text)) {
    const count = (name: string): string =>
      String(children.filter(({ children: inner }) => inner.some(each => each.name === name)).length)
    expect(attributes).toMatchObject({
      tests: String(children.length),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped')
    })
  }
}

describe('a JUnit report', () => {
  it('counts in each suite what became of its cases', () => {
    const waived = { kind: 'suppression', reason: '试用期' } as const
    const text = report(junit, [
      item({ findings: [] }),
      item({ name: 'b' }),
      item({ name: 'c', findings: [], status: 'skipped', reason: 'did not\narise' }),
      item({ name: 'd', findings: [finding({ waived })], status: 'passed' }),
      item({ name: 'e', status: 'error' }),
      item({ suite: 'D-002', findings: [] })
    ])
    expect(suites(text).map(({ attributes }) => attributes)).toEqual([
      { name: 'D-001 · 何晓', tests: '5', failures: '1', errors: '1', skipped: '2' },
      { name: 'D-002', tests: '1', failures: '0', errors: '0', skipped: '0' }
    ])
    expectCounts(text)
    const skipped = suites(text)[0]!.children.flatMap(({ children }) =>
      children.filter(c => c.name === 'skipped')
    )
    expect(skipped.map(({ attributes }) => attributes['message'])).toEqual(['did not arise', '试用期'])
  })

  it('says of a failure what, where, and what to do', () => {
    const text = report(junit, [
      item({ findings: [finding({ hint: 'say hello' }), finding({ message: 'a\nb', hint: 'say hello' })] })
    ])
    const [failed] = suites(text)[0]!.children
    expect(failed!.attributes).toEqual({
      name: 'desk/greeting',
      classname: 'D-001 · 何晓',
      file: 'logs/march.csv',
      line: '7'
    })
    expect(failed!.children).toMatchObject([
      {
        name: 'failure',
        attributes: { message: 'D-001 did not greet (+1)', type: 'desk/greeting' },
        text: 'logs/march.csv:7: warning[desk/greeting] D-001 did not greet\nlogs/march.csv:7: warning[desk/greeting] a\nb'
      },
      { name: 'system-out', text: 'say hello' }
    ])
  })

  it('of one finding waived and one not is a failure of the latter', () => {
    const waived = finding({ message: 'old', waived: { kind: 'baseline' } })
    const [failed] = suites(report(junit, [item({ findings: [waived, finding()] })]))[0]!.children
    expect(failed!.children).toMatchObject([
      { name: 'failure', attributes: { message: 'D-001 did not greet' } }
    ])
    expect(JSON.stringify(failed)).not.toContain('old')
  })

  it('is well formed whatever a log holds', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, text, text, (suite, name, message) => {
        const items = [item({ suite, name, findings: [finding({ message, hint: name })] })]
        expectCounts(report(junit, items))
        readXml(report(checkstyle, items))
      })
    )
  })

  it('of a whole audit has a case for each criterion of each contact, and right counts', async () => {
    const args = ['audit', 'fixtures/hotline-log/turns.gb18030.csv', '-s', 'telecom-hotline']
    const { out } = await linecheck([...args, '-f', 'junit'])
    expectCounts(out)
    expect(suites(out)).toHaveLength(60)
    const sizes = new Set(suites(out).map(({ children }) => children.length))
    expect(sizes.size).toBe(1)
  })
})

describe('a Checkstyle report', () => {
  it('puts findings under their files, without waived ones', () => {
    const other = finding({ place: { file: '/repo/b.csv', line: 2, col: 5 }, severity: 'note', hint: 'do' })
    const waived = finding({ waived: { kind: 'baseline' } })
    const read = readXml(report(checkstyle, [item({ findings: [finding(), other, waived] })]))
    expect(read.children.map(({ attributes, children }) => [attributes['name'], children.length])).toEqual([
      ['logs/march.csv', 1],
      ['b.csv', 1]
    ])
    expect(read.children[1]!.children[0]!.attributes).toEqual({
      line: '2',
      column: '5',
      severity: 'info',
      message: 'D-001 did not greet\ndo',
      source: 'linecheck.desk/greeting'
    })
  })
})
