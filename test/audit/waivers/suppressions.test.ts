import { describe, expect, it } from 'vitest'
import type { Subject } from '../../../src/audit/waivers/suppression.ts'
import { readSuppressions } from '../../../src/audit/waivers/suppression-file.ts'
import { createSuppressions } from '../../../src/audit/waivers/suppressions.ts'
import type { Reach } from '../../../src/audit/waivers/reach.ts'

/** Suppressions whose lines stand in flow form, without their reasons. */
function suppress(entries: readonly string[], today = '2026-03-01') {
  const lines = entries.map(entry => `  - { ${entry}, reason: because }`)
  const { suppressions, problems } = readSuppressions(
    's.yaml',
    `linecheck-suppressions: 1\nsuppress:\n${lines.join('\n')}\n`
  )
  expect(problems).toEqual([])
  return createSuppressions(suppressions, today)
}

const subject = (given: Partial<Subject> = {}): Subject => ({
  rule: 'hotline/opening.greeting',
  contact: 'T-001',
  agents: ['1001', '周敏'],
  files: ['logs/2026/march.csv'],
  words: () => ['没有报工号', '喂，您 好'],
  ...given
})

const reach: Reach = {
  rules: ['hotline/opening.greeting', 'hotline/closing', 'shop/closing'],
  contacts: true,
  files: ['logs/2026/march.csv']
}

describe('a suppression', () => {
  it.each([
    'rule: hotline/opening.greeting',
    'rule: opening.greeting',
    'rule: opening.*',
    'rule: hotline/*',
    "rule: '*'",
    'rule: [shop/closing, opening.greeting]',
    'contact: [T-000, T-001]',
    'agent: 1001',
    'agent: 周敏',
    "file: '*.csv'",
    "file: 'logs/**'",
    'quote: 报工号',
    'quote: 您好',
    'quote: [nothing, 沒有報]',
    "rule: opening.*, contact: T-001, agent: '1001', file: march.csv, quote: 喂, until: 2026-03-01"
  ])('holds where all of its keys fit: %s', entry => {
    expect(suppress([entry]).find(subject())).toMatchObject({ reason: 'because' })
  })

  it.each([
    'rule: hotline/opening',
    'rule: greeting',
    'rule: greet*',
    'rule: shop/*',
    'contact: T-00',
    'rule: opening.greeting, contact: T-002',
    'contact: T-001, agent: 1002',
    "file: '*.json'",
    'contact: T-001, quote: 再见',
    'contact: T-001, until: 2026-02-28'
  ])('holds nowhere else: %s', entry => {
    expect(suppress([entry]).find(subject())).toBe(undefined)
  })

  it('reads ids in figures as they are written', () => {
    const { find } = suppress(['contact: 0012', 'agent: [007, 1e3]'])
    expect(find(subject({ contact: '0012' }))).toBeDefined()
    expect(find(subject({ contact: '12' }))).toBe(undefined)
    expect(find(subject({ agents: ['007'] }))).toBeDefined()
    expect(find(subject({ agents: ['1e3'] }))).toBeDefined()
  })

  it('of a criterion holds of no diagnostic that is called alike', () => {
    const { find } = suppress(['rule: no-clause', 'rule: lint/no-title'])
    expect(find(subject({ rule: 'lint/no-clause' }))).toBe(undefined)
    expect(find(subject({ rule: 'lint/no-title' }))).toBeDefined()
  })

  it('with marks alone as its quote compares them as written', () => {
    const { find } = suppress(['quote: "!!"'])
    expect(find(subject())).toBe(undefined)
    expect(find(subject({ words: () => ['你好!!'] }))).toBeDefined()
  })

  it('holds to the end of its last day', () => {
    for (const [today, holds] of [
      ['2026-02-28', true],
      ['2026-03-01', true],
      ['2026-03-02', false]
    ] as const) {
      const found = suppress(['contact: T-001, until: 2026-03-01'], today).find(subject())
      expect(found !== undefined).toBe(holds)
    }
  })
})

describe('of suppressions it is told', () => {
  const told = (entries: readonly string[], within: Reach = reach): unknown[] => {
    const suppressions = suppress(entries)
    suppressions.find(subject())
    return [...suppressions.listFaults(within), ...suppressions.listUnused(within)].map(problem => [
      problem.code,
      problem.place?.line,
      ...(problem.meant === undefined ? [] : [problem.meant])
    ])
  }

  it('that they held of nothing, once the run could have met it', () => {
    expect(told(['rule: opening.greeting', 'rule: closing', 'contact: T-9'])).toEqual([
      ['suppress/unused', 4],
      ['suppress/unused', 5]
    ])
    expect(told(['rule: lint/no-title', 'rule: other/closing', "file: 'scripts/*.md'"])).toEqual([])
    const lint: Reach = { rules: ['lint/no-title'], contacts: false, files: ['a.yaml'] }
    expect(told(['contact: T-9', 'rule: opening.greeting', 'rule: lint/no-title'], lint)).toEqual([
      ['suppress/unused', 5]
    ])
    expect(told(['rule: lint/no-title'], { ...lint, skipped: new Set(['lint/no-title']) })).toEqual([])
  })

  it('that all that fit are used, and not the first alone', () => {
    expect(told(['rule: opening.greeting', 'contact: T-001'])).toEqual([])
  })

  it('that a rule is unknown, and what may have been meant', () => {
    expect(
      told(['rule: hotline/opening.greting', 'rule: clossing', 'rule: hotlin/closing', 'rule: hotline/x*'])
    ).toEqual([
      ['suppress/unknown-rule', 3, 'hotline/opening.greeting'],
      ['suppress/unknown-rule', 4, 'closing'],
      ['suppress/unknown-rule', 5, 'hotline/closing'],
      ['suppress/unknown-rule', 6]
    ])
  })

  it('that their day is over, and then not that they are unused', () => {
    expect(told(['rule: closing, until: 2026-01-31'])).toEqual([['suppress/expired', 3]])
  })

  it('which of them other parts of a run used', () => {
    const suppressions = suppress(['rule: closing', 'contact: T-9'])
    suppressions.use([1])
    expect(suppressions.used()).toEqual([1])
    expect(suppressions.listUnused(reach).map(({ place }) => place?.line)).toEqual([3])
  })
})
