import { describe, expect, it } from 'vitest'
import { runMetricExamples } from '../../src/examples/run-metrics.ts'
import { loadStandard } from '../../src/standard/load.ts'

/** A standard whose metrics look from row to row and at the calendar, each with examples of what it must come to. */
const text = `linecheck: 1
id: key-accounts
calendar:
  timezone: Asia/Shanghai
  hours: { mon-fri: ['09:00-12:00', '13:00-18:00'] }
  holidays: { 2026-05-01..2026-05-05: 劳动节 }
fields: { expires_at: time, got: number, hoped: number, question: text, score: number, role: text, case_id: text, promised_at: time }
metrics:
  - id: visits
    cadence:
      of: kind == 'visit' || kind == 'call'
      from: 2025-01-01
      to: 2025-12-31
      tiers:
        - { among: "tier in ['diamond', 'gold']", every: 3 months, per_year: { any: 4, in_person: 1 } }
        - { among: tier == 'silver', every: 4 months, per_year: 3 }
    examples:
      - rows:
          - { customer: A, tier: gold, kind: visit, in_person: true, started: 2025-02-10 }
          - { customer: A, tier: gold, kind: call, in_person: false, started: 2025-05-10 }
          - { customer: A, tier: gold, kind: call, in_person: false, started: 2025-08-10 }
          - { customer: A, tier: gold, kind: call, in_person: false, started: 2025-11-10 }
          - { customer: B, tier: silver, kind: call, in_person: false, started: 2025-03-01 }
          - { customer: B, tier: silver, kind: call, in_person: false, started: 2025-07-01 }
        value: 50%
  - id: callback
    followup: { after: kind == 'complaint', by: kind == 'callback', within: 3 days }
    per: team
    trend: month
    examples:
      - rows:
          - { customer: A, team: hotline, kind: complaint, started: 2026-01-30T10:00 }
          - { customer: A, team: callers, kind: callback, started: 2026-02-02T23:30+08:00 }
          - { customer: B, team: hotline, kind: complaint, started: 2026-02-03T10:00 }
          - { customer: C, team: desk, kind: complaint, started: 2026-02-03T10:00 }
          - { customer: C, team: callers, kind: callback, started: 2026-02-06T16:30Z }
          - { customer: D, team: desk, kind: complaint, started: 2026-02-20T10:00 }
        value: 33%
        groups: { hotline: 50%, desk: 0% }
  - id: enquiry
    followup: { after: kind == 'enquiry', by: kind == 'answer', within: 24h }
    examples:
      - rows:
          - { customer: A, kind: enquiry, started: 2026-03-02T09:00:00+08:00 }
          - { customer: A, kind: answer, started: 2026-03-03T01:00:00Z }
        value: 100%
  - id: fix
    followup: { after: kind == 'complaint', by: kind == 'fix', within: 2h, working: true }
    examples:
      - rows:
          - { customer: A, kind: complaint, started: 2026-04-30T17:30 }
          - { customer: A, kind: fix, started: 2026-05-06T10:30 }
          - { customer: B, kind: complaint, started: 2026-04-30T17:30 }
          - { customer: B, kind: fix, started: 2026-05-06T10:31 }
        value: 50%
  - id: renewal
    followup: { by: kind == 'reminder', before: expires_at, within: 30 days }
    examples:
      - rows:
          - { customer: A, kind: sale, started: 2026-01-05, expires_at: 2026-03-31 }
          - { customer: A, kind: reminder, started: 2026-03-01 }
          - { customer: B, kind: sale, started: 2026-01-05, expires_at: 2026-03-31 }
          - { customer: B, kind: reminder, started: 2026-02-28 }
          - { customer: C, kind: visit, started: 2026-04-05 }
        value: 50%
  - id: promises
    followup:
      after: { by: agent, any: [给您回电] }
      by: kind == 'callback'
      due: promised_at
      within: 1 workday
    examples:
      - rows:
          - { customer: A, started: 2026-04-30T10:00, kind: call, talk: ['A: 我明天给您回电。'] }
          - { customer: A, started: 2026-05-06T17:00, kind: callback, talk: ['A: 您好。'] }
          - { customer: B, started: 2026-04-30T10:00, kind: call, promised_at: '2026-04-30T12:00', talk: ['A: 中午给您回电。'] }
          - { customer: B, started: 2026-04-30T12:30, kind: callback, talk: ['A: 您好。'] }
          - { customer: C, started: 2026-04-30T10:00, kind: call, talk: ['A: 再见。'] }
        value: 50%
  - id: unpaid
    followup: { after: kind == 'order' && !paid, by: kind == 'nudge', unless: kind == 'payment', within: 1 day }
    examples:
      - rows:
          - { customer: A, kind: order, paid: false, started: 2026-03-02T10:00 }
          - { customer: A, kind: payment, started: 2026-03-02T11:00 }
          - { customer: B, kind: order, paid: false, started: 2026-03-02T10:00 }
          - { customer: B, kind: nudge, started: 2026-03-03T11:00 }
          - { customer: C, kind: order, paid: true, started: 2026-03-02T10:00 }
        value: 100%
  - id: weekly
    cadence:
      of: "kind in ['visit', 'call', 'message']"
      per_week: { any: 1, message: { of: kind == 'message', number: 1..2 } }
      from: 2026-03-02
      to: 2026-03-08
    examples:
      - rows:
          - { customer: A, kind: message, started: 2026-03-02 }
          - { customer: A, kind: call, started: 2026-03-08 }
          - { customer: B, kind: call, started: 2026-03-03 }
        value: 50%
  - id: open-cases
    cadence: { of: kind == 'note', key: case_id, every: 1 workday, begin: kind == 'opened', end: kind == 'solved' }
    examples:
      - rows:
          - { case_id: '1', kind: opened, started: 2026-04-29T15:00 }
          - { case_id: '1', kind: note, started: 2026-04-30T09:00 }
          - { case_id: '1', kind: solved, started: 2026-05-06T17:00 }
          - { case_id: '2', kind: opened, started: 2026-04-29T15:00 }
          - { case_id: '2', kind: solved, started: 2026-05-06T09:00 }
        value: 50%
  - id: gap
    survey:
      item: question
      perceived: got
      expected: hoped
      scale: [1, 7]
      items: { prompt: { dimension: responsiveness }, kept: { dimension: reliability, weight: 2 }, right: { dimension: reliability } }
      weights: { reliability: 60, responsiveness: 40 }
    examples:
      - rows:
          - { question: prompt, got: 5, hoped: 6 }
          - { question: kept, got: 6, hoped: 5 }
          - { question: right, got: 3, hoped: 5 }
        value: -0.4
  - id: model
    survey:
      items: { prompt: { perceived: { value: score, of: role == 'manager' }, expected: { value: score, of: role == 'customer' } } }
    examples:
      - rows: [{ role: manager, score: 5 }, { role: customer, score: 6.5 }]
        value: -1.5
`

describe('metrics that look from row to row', () => {
  const { standard, problems } = loadStandard('key-accounts.yaml', text, 'en')

  it('are well formed', () => {
    expect(problems).toEqual([])
    expect(standard!.metrics).toHaveLength(11)
  })

  it('come to what their examples say', () => {
    const results = [...runMetricExamples(standard!, () => true, 'en')]
    expect(results).toHaveLength(11)
    expect(
      results.filter(({ differences, reason }) => reason !== undefined || differences.length > 0)
    ).toEqual([])
  })

  it('tell what is wrong with them where it stands', () => {
    const wrong = text
      .replace('every: 3 months', 'every: 3 moons')
      .replace('within: 24h', 'within: 1d')
      .replace("begin: kind == 'opened'", "begin: knd == 'opened'")
      .replace('scale: [1, 7]', 'scale: [7, 1]')
    const found = loadStandard('a.yaml', wrong, 'en').problems.map(
      ({ code, values }) => `${code} ${String(values['value'])}`
    )
    expect(found).toEqual([
      'standard/bad-value 3 moons',
      'standard/bad-value 1d',
      'standard/unknown-field knd',
      'standard/bad-value 7, 1'
    ])
  })
})
