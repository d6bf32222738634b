import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import AjvDraft04 from 'ajv-draft-04'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { langs } from '../../../src/diagnostics/wording.ts'
import type { RuleHeader } from '../../../src/report/items/item.ts'
import { MAX_RESULTS, sarif } from '../../../src/report/items/sarif.ts'
import { home, linecheck } from '../../cli/run.ts'
import { breachesOfGithub, type Sarif, type SarifRun } from './github-rules.ts'
import { finding, item, report, rule } from './sample-items.ts'

const require = createRequire(import.meta.url)
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object
const Ajv = AjvDraft04 as unknown as typeof AjvDraft04.default
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
ajv.addFormat('uri', { validate: (text: string) => URL.canParse(text) })
ajv.addFormat('uri-reference', {
  validate: (text: string) => URL.canParse(text, 'file:///root/') && !/\s/.test(text)
})
ajv.addFormat('date-time', { validate: (text: string) => !Number.isNaN(Date.parse(text)) })
const validate = ajv.compile(schema)

function check(text: string): SarifRun {
  const document = JSON.parse(text) as Sarif
  validate(document)
  expect(validate.errors ?? []).toEqual([])
  expect(breachesOfGithub(document)).toEqual([])
  return document.runs[0]!
}

const uriOf = (file: string, root?: string): string | undefined =>
  check(report(sarif, [item({ findings: [finding({ place: { file, line: 1 } })] })], { root })).results[0]!
    .locations[0]!.physicalLocation.artifactLocation.uri

describe('a SARIF file', () => {
  it('is held against checks that can fail', () => {
    const document = JSON.parse(report(sarif, [item()])) as Sarif
    const [run] = document.runs
    const bare = { ...run!.results[0]!, locations: [], message: {}, partialFingerprints: {} }
    const broken = { ...document, runs: [{ ...run, results: [bare] }] } as unknown as Sarif
    expect(validate(broken)).toBe(false)
    expect(breachesOfGithub(broken)).toEqual(['message', 'fingerprint', 'locations'])
  })

  it('is well formed without any result', () => {
    expect(check(report(sarif, []))).toMatchObject({ results: [], tool: { driver: { rules: [] } } })
    expect(check(report(sarif, [item({ findings: [] })])).results).toEqual([])
  })

  it('says of a result what it is, where, and by what it is known again', () => {
    const place = { file: 'logs/march.csv', line: 7, col: 3, length: 4 }
    const related = [{ place: { file: 'rules/desk.yaml', line: 12 }, message: 'Desk' }]
    const { results } = check(report(sarif, [item({ findings: [finding({ place, related })] })]))
    expect(results).toEqual([
      {
        ruleId: 'desk/greeting',
        level: 'warning',
        message: { text: 'D-001 did not greet' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'logs/march.csv', uriBaseId: '%SRCROOT%' },
              region: { startLine: 7, startColumn: 3, endLine: 7, endColumn: 7 }
            }
          }
        ],
        relatedLocations: [
          {
            id: 1,
            physicalLocation: {
              artifactLocation: { uri: 'rules/desk.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 12, startColumn: 1, endLine: 12, endColumn: 2 }
            },
            message: { text: 'Desk' }
          }
        ],
        partialFingerprints: {
          primaryLocationLineHash: '00000000deadbeef:1',
          'linecheck/v1': '00000000deadbeef'
        },
        suppressions: []
      }
    ])
  })

  it('describes the rules that there are results of', () => {
    const { tool } = check(report(sarif, [item(), item({ findings: [finding({ rule: 'desk/a' })] })]))
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['desk/a', 'desk/greeting'])
    expect(tool.driver.rules[1]).toMatchObject({
      shortDescription: { text: '首句问候' },
      defaultConfiguration: { level: 'warning' },
      help: {
        text: '首句问候\nD-1, D-2\n先说“您好”。',
        markdown: '**首句问候**\n\n`D-1`, `D-2`\n\n先说“您好”。'
      },
      properties: { tags: ['D-1', 'D-2'] }
    })
  })

  it('keeps within what GitHub shows of a rule, with all clauses in the help', () => {
    const clause = Array.from({ length: 30 }, (_, i) => `C-${i}`)
    const long: RuleHeader = { ...rule, title: '长'.repeat(2000), advice: '😀'.repeat(2000), clause }
    const { tool } = check(report(sarif, [item()], { ruleOf: id => ({ ...long, id }) }))
    expect(tool.driver.rules[0]!.help.text).toContain('C-29')
    expect(tool.driver.rules[0]!.shortDescription.text).toMatch(/长…$/)
  })

  it('passes on the advice of a finding where it is not that of its rule', () => {
    const own = finding({ hint: 'did you mean "x"?' })
    const { results } = check(report(sarif, [item({ findings: [own, finding({ hint: rule.advice })] })]))
    expect(results.map(({ message }) => message.text)).toEqual([
      'D-001 did not greet\ndid you mean "x"?',
      'D-001 did not greet'
    ])
  })

  it('shows what was waived as accepted, with the reason', () => {
    const waived = { kind: 'suppression', reason: '试用期', until: '2026-12-31' } as const
    const { results } = check(report(sarif, [item({ findings: [finding({ waived }), finding()] })]))
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [
        {
          kind: 'external',
          status: 'accepted',
          justification: '试用期',
          properties: { source: 'suppression', until: '2026-12-31' }
        }
      ],
      []
    ])
  })

  it.each([
    ['a b/c#d?.csv', 'a%20b/c%23d%3F.csv'],
    ['./logs//march.csv', 'logs/march.csv'],
    ['日志.csv', '%E6%97%A5%E5%BF%97.csv'],
    ['/repo/logs/march.csv', 'logs/march.csv'],
    ['/elsewhere/a b.csv', 'file:///elsewhere/a%20b.csv'],
    ['../else/x.csv', 'file:///else/x.csv'],
    ['C:\\logs\\a b.csv', 'file:///C:/logs/a%20b.csv'],
    ['//server/share/x.csv', 'file://server/share/x.csv'],
    ['<stdin>', '%3Cstdin%3E'],
    ['a:b.csv', 'a%3Ab.csv']
  ])('%s is %s', (file, uri) => {
    expect(uriOf(file, '/repo')).toBe(uri)
  })

  it('tells when it is more than GitHub takes, and still has all of it', () => {
    const warn = sarif.create({
      lang: 'en',
      version: '1',
      command: 'audit',
      ruleOf: id => ({ ...rule, id })
    }).warn!
    const summary = (warning: number, waived: number) =>
      ({ findings: { error: 0, warning, note: 0 }, waived }) as Parameters<typeof warn>[0]
    expect(warn(summary(MAX_RESULTS, 0))).toEqual([])
    expect(warn(summary(MAX_RESULTS, 1))).toMatchObject([
      { code: 'report/too-many-results', values: { count: MAX_RESULTS + 1 } }
    ])
  })

  it('holds whatever texts there are', () => {
    const text = fc.string({ unit: 'binary' })
    const half = fc.constantFrom('\ud800', '\udc00x', 'a\ufffe')
    fc.assert(
      fc.property(fc.oneof(text, half), fc.oneof(text, half), (message, file) => {
        const place = { file: file || 'x', line: 1 }
        const { results } = check(report(sarif, [item({ findings: [finding({ message, place })] })]))
        expect(results).toHaveLength(1)
      }),
      { numRuns: 200 }
    )
  })

  it.each(langs)(
    'of a whole audit has every failed criterion and fits the rules of GitHub (%s)',
    async lang => {
      const args = [
        'audit',
        'fixtures/hotline-log/turns.gb18030.csv',
        '-s',
        'telecom-hotline',
        '--lang',
        lang
      ]
      const { out } = await linecheck([...args, '-f', 'sarif'])
      const { results } = check(out)
      const json = JSON.parse((await linecheck([...args, '-f', 'json'])).out) as {
        overall: { criteria: { counts: { fail: number } }[] }[]
      }
      const failed = json.overall[0]!.criteria.reduce((sum, { counts }) => sum + counts.fail, 0)
      expect(results).toHaveLength(failed)
      expect(gzipSync(out).length).toBeLessThan(10e6)
    }
  )

  it.each(langs)('of lint fits the rules of GitHub (%s)', async lang => {
    const { out } = await linecheck([
      'lint',
      'fixtures/diagnostics/twenty-mistakes.yaml',
      '-f',
      'sarif',
      '--lang',
      lang
    ])
    expect(check(out).results).toHaveLength(20)
  })

  it('is what the golden files hold', () => {
    for (const lang of langs)
      check(readFileSync(join(home, `fixtures/reports/items/desk.${lang}.sarif`), 'utf8'))
  })
})
