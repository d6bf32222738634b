import { describe, expect, it } from 'vitest'
import type { Contact, FieldValue } from '../../src/model/contact.ts'
import type { MetricGroup } from '../../src/model/metric.ts'
import { createJsonSchema } from '../../src/standard/schema.ts'
import { loadStandard } from '../../src/standard/load.ts'
import { viewOf } from '../../src/standard/view.ts'
import { contact as talk } from '../checks/judge.ts'

type Facts = Partial<Omit<Contact, 'fields' | 'turns'>>

const row = (fields: Readonly<Record<string, FieldValue>>, facts: Facts = {}): Contact => ({
  id: 'r',
  agent: {},
  customer: {},
  fields,
  turns: [],
  ...facts
})

function load(lines: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const text = ['linecheck: 1', 'id: own', ...lines].join('\n')
  const loaded = loadStandard('own.yaml', text, 'en', name =>
    files[name] === undefined ? undefined : { file: name, text: files[name] }
  )
  expect(loaded.problems).toEqual([])
  return loaded.standard!
}

/** The figures of the first metric of a standard over some rows. */
function figures(lines: readonly string[], rows: readonly Contact[]) {
  const standard = load(lines)
  const { gauge } = standard.metrics[0]!
  const state = gauge.init()
  for (const one of rows) gauge.add(state, viewOf(standard, one))
  return gauge.finish(state)
}

const valuesOf = (groups: readonly MetricGroup[]): Record<string, number | null> =>
  Object.fromEntries(groups.map(({ keys, figure }) => [keys.join(' / '), figure.value]))

describe('metrics of a standard', () => {
  it('take numbers from fields and from expressions over them', () => {
    const rows = [row({ talk: 30, hold: 10 }), row({ talk: '50', hold: 0 }), row({ talk: 5 })]
    const fields = 'fields: { talk: number, hold: number }'
    expect(figures([fields, 'metrics: [{ id: m, sum: { of: talk } }]'], rows).figure.value).toBe(85)
    const both = figures([fields, 'metrics: [{ id: m, mean: { of: talk + hold } }]'], rows)
    expect(both.figure).toMatchObject({ value: 45, n: 2, unknown: 1 })
    const part = ['metrics: [{ id: m, mean: { of: "talk * 100 / (talk + hold)", among: talk > 40 } }]']
    expect(figures([fields, ...part], rows).figure.value).toBe(100)
  })

  it('take the time between two moments in seconds', () => {
    const rows = [row({ created_at: '2026-03-02 09:00:00', answered_at: '2026-03-02 09:01:30' })]
    const lines = ["metrics: [{ id: m, mean: { of: answered_at - created_at }, target: '<= 2min' }]"]
    expect(figures(lines, rows).figure).toMatchObject({ value: 90, verdict: 'met' })
  })

  it('read lengths of time however they are written', () => {
    const lines = ['fields: { wait: seconds }', 'metrics: [{ id: m, sum: { of: wait } }]']
    for (const [written, seconds] of [
      ['0:00:11', 11],
      ['1:05', 65],
      ['12', 12],
      [12.5, 12.5],
      ['1.5min', 90],
      ['1分20秒', 80],
      ['1小时', 3600]
    ] as const) {
      expect(figures(lines, [row({ wait: written })]).figure.value).toBe(seconds)
    }
    for (const written of ['', 'soon', '1:75', '秒']) {
      expect(figures(lines, [row({ wait: written })]).figure).toMatchObject({ value: null, unknown: 1 })
    }
  })

  it('know a field by its column, and the value that stands for none', () => {
    const lines = [
      "fields: { queued: { type: seconds, from: [排队开始, 'Queue start'], none: '0:00:00' } }",
      'metrics: [{ id: m, share: { of: has(fields.queued) } }]'
    ]
    const rows = [
      row({ 排队开始: '9:00:00' }),
      row({ 排队开始: '00:00:00' }),
      row({ 'Queue start': '9:30:00' }),
      row({ queued: 10, 排队开始: '0:00:00' }),
      row({})
    ]
    expect(figures(lines, rows).figure).toMatchObject({ value: 3 / 5, n: 5 })
  })

  it('give a figure for each agent, with the name seen last', () => {
    const lines = ['metrics: [{ id: m, count: {}, per: agent }]']
    const by = (id: string | undefined, name: string, started: string): Contact =>
      row({}, { agent: { id, name }, started })
    const { groups } = figures(lines, [
      by('1', '周敏', '2026-03-02T09:00:00'),
      by('1', '周 敏', '2026-03-03T09:00:00'),
      by(undefined, '陈思远', '2026-03-01T09:00:00'),
      row({})
    ])
    expect(groups.map(({ keys, name, figure }) => [...keys, name, figure.value])).toEqual([
      ['1', '周 敏', 2],
      ['陈思远', undefined, 1],
      [null, undefined, 1]
    ])
  })

  it('give a figure for each hour, weekday, period, field and expression, crossed', () => {
    const at = (started: string, fields: Record<string, FieldValue> = {}): Contact => row(fields, { started })
    const rows = [
      at('2026-03-02T09:59:00+08:00', { 等级: '金' }),
      at('2026-03-02T17:00:00+08:00', { 等级: '银' }),
      at('2026-04-01', { 等级: '金' }),
      row({})
    ]
    const per = (keys: string): Record<string, number | null> =>
      valuesOf(
        figures(['fields: { 等级: text }', `metrics: [{ id: m, count: {}, per: ${keys} }]`], rows).groups
      )
    expect(per('hour')).toEqual({ '09:00': 1, '17:00': 1, '': 2 })
    expect(per('weekday')).toEqual({ '1': 2, '3': 1, '': 1 })
    expect(per('week')).toEqual({ '2026-W10': 2, '2026-W14': 1, '': 1 })
    expect(per('quarter')).toEqual({ '2026-Q1': 2, '2026-Q2': 1, '': 1 })
    expect(per('[等级, month]')).toEqual({
      '金 / 2026-03': 1,
      '金 / 2026-04': 1,
      '银 / 2026-03': 1,
      ' / ': 1
    })
    expect(per(`"'等级' in fields ? 'graded' : 'not'"`)).toEqual({ graded: 3, not: 1 })
  })

  it('take the time of a row from another field, be it a time of day', () => {
    const lines = ['fields: { rang: seconds }', 'metrics: [{ id: m, at: rang, count: {}, per: [hour, day] }]']
    const { groups } = figures(lines, [row({ rang: '9:12:58' }), row({ rang: '10:00' })])
    expect(valuesOf(groups)).toEqual({ '09:00 / ': 1, '00:00 / ': 1 })
  })

  it('show how a figure moves, each against the one before that is there', () => {
    const on = (started: string | undefined, resolved: boolean): Contact => row({ resolved }, { started })
    const { trend } = figures(
      ['metrics: [{ id: m, share: { of: resolved }, trend: month }]'],
      [
        on('2026-01-05', true),
        on('2026-01-06', false),
        on('2026-03-05', true),
        on('2026-04-05', false),
        on(undefined, true)
      ]
    )
    expect(trend.map(({ period, figure, change }) => [period, figure.value, change])).toEqual([
      ['2026-01', 0.5, null],
      ['2026-03', 1, 0.5],
      ['2026-04', 0, -1],
      [null, 1, null]
    ])
  })

  it('look only at rows for which "when" holds, in products too', () => {
    const lines = [
      'metrics:',
      '  - { id: both, product: { of: [solved, solved] } }',
      "  - { id: solved, when: queue == 'vip', share: { of: resolved } }"
    ]
    const rows = [
      row({ queue: 'vip', resolved: true }),
      row({ queue: 'vip', resolved: false }),
      row({ queue: 'main', resolved: false }),
      row({ resolved: false })
    ]
    expect(figures(lines, rows).figure).toMatchObject({ value: 0.25, n: 2, unknown: 2 })
  })

  it('fill in variables: in targets by braces, in expressions by name', () => {
    const standard = load([
      'vars: { limit: 20 }',
      "metrics: [{ id: m, share: { of: wait_s <= limit }, target: '>= {limit}%' }]"
    ])
    expect(standard.metrics[0]!.header).toMatchObject({ target: '>= 20%', unit: 'share' })
    const { gauge } = standard.metrics[0]!
    const state = gauge.init()
    for (const wait_s of [20, 21]) gauge.add(state, viewOf(standard, row({ wait_s })))
    expect(gauge.finish(state).figure.value).toBe(0.5)
  })

  it('ask what became of a criterion; those on which it did not arise are no part of the share', () => {
    const lines = [
      'sections:',
      '  - id: s',
      '    criteria:',
      '      - { id: thanks, say: 谢谢, when: { by: customer, any: [投诉] } }',
      'metrics: [{ id: m, share: { of: { criterion: thanks, is: pass } } }]'
    ]
    const standard = load(lines)
    const contacts = [
      talk(['C: 我要投诉', 'A: 谢谢您']),
      talk(['C: 我要投诉', 'A: 哦']),
      talk(['C: 你好', 'A: 你好']),
      row({})
    ]
    const { gauge } = standard.metrics[0]!
    const state = gauge.init()
    for (const one of contacts) gauge.add(state, viewOf(standard, one))
    expect(gauge.finish(state).figure).toMatchObject({ value: 0.5, n: 2, unknown: 1 })
  })

  it('can be all that a standard has, and stand in its JSON Schema', () => {
    expect(load(['metrics: [{ id: m, count: {} }]'])).toMatchObject({ criteria: [] })
    const schema = JSON.stringify(createJsonSchema())
    for (const word of ['"percentile"', '"trend"', '"seconds"', '"metric"']) expect(schema).toContain(word)
  })

  it('are taken over by those who extend them, changed, dropped and added to', () => {
    const base = [
      'linecheck: 1',
      'id: base',
      'vars: { limit: 20 }',
      'metrics:',
      '  - { id: level, title: Level, clause: K-1, share: { of: wait_s <= limit }, target: ">= 80%" }',
      '  - { id: calls, title: Calls, count: {} }',
      '  - { id: talk, title: Talk, sum: { of: duration_s } }'
    ].join('\n')
    const standard = load(
      [
        'extends: base.yaml',
        'drop: [calls]',
        'metrics:',
        '  - { id: level, target: ">= 90%" }',
        '  - { id: talk, mean: { of: duration_s } }',
        '  - { id: more, count: {} }'
      ],
      { 'base.yaml': base }
    )
    expect(
      standard.metrics.map(({ header: { id, title, kind, target } }) => [id, title, kind, target])
    ).toEqual([
      ['level', 'Level', 'share', '>= 90%'],
      ['talk', 'Talk', 'mean', undefined],
      ['more', 'more', 'count', undefined]
    ])
    expect(standard.metrics[1]!.place).toMatchObject({ file: 'own.yaml' })
  })

  it('tell what is meant where a name is mistyped', () => {
    const text = ['linecheck: 1', 'id: a', 'metrics: [{ id: m, mean: { of: wiat_s } }]'].join('\n')
    expect(loadStandard('a.yaml', text, 'en').problems).toMatchObject([
      { code: 'standard/unknown-field', meant: 'wait_s', place: { line: 3, col: 32, length: 6 } }
    ])
  })
})

describe('a field whose name is a word of CEL', () => {
  it('is read by its name where a field is wanted, and under "fields" in expressions', () => {
    const rows = [row({ type: 'PS' }), row({ type: 'NW' })]
    const lines = [
      'fields: { type: text }',
      "metrics: [{ id: m, share: { of: fields.type == 'PS' }, per: type }]"
    ]
    const { figure, groups } = figures(lines, rows)
    expect(figure.value).toBe(0.5)
    expect(valuesOf(groups)).toEqual({ NW: 0, PS: 1 })
  })
})
