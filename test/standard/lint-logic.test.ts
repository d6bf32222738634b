import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExpressionSpace } from '../../src/checks/expression.ts'
import { knownFields } from '../../src/checks/fields.ts'
import { createView } from '../../src/checks/view.ts'
import type { FieldValue } from '../../src/model/contact.ts'
import { all, createLogic, not } from '../../src/standard/lint/logic/decide.ts'

const types = { ...knownFields, level: 'number', vip: 'bool' } as const

function decide(condition: string): string {
  const logic = createLogic(types)
  return logic.decide(logic.formula(condition))
}

describe('what a condition can come to', () => {
  it.each([
    ['rings > 4 && rings < 3', 'never'],
    ['rings <= 4 || rings > 4', 'always'],
    ["channel == 'call' && channel == 'chat'", 'never'],
    ["channel in ['call', 'chat'] && !(channel in ['chat', 'call', 'visit'])", 'never'],
    ['1 + 1 == 3', 'never'],
    ['vip || !vip', 'always'],
    ['has(fields.tier) && !has(fields.tier)', 'never'],
    ['turn_count < 0', 'never'],
    ['agent_turns > 2 && agent_turns < 3', 'never'],
    ['created_at < answered_at && answered_at < created_at', 'never'],
    ['rings < wait_s && wait_s < duration_s && duration_s < rings', 'never'],
    ["agent.team == 'A' && agent.team != 'A'", 'never'],
    ['-5 < level || level <= -5', 'always'],
    // Only whole numbers lie between, but who says that levels are whole?
    ['level > 4 && level < 5', 'open'],
    ["fields.tier == 'gold'", 'open'],
    ['has(fields.rings)', 'open'],
    ['vip', 'open'],
    // What does more than compare may come out either way.
    ["resolved_at - created_at < duration('24h')", 'open'],
    ['level * 60.0 > 300.0 && level < 7', 'open'],
    ["channel.startsWith('c') && !channel.startsWith('c')", 'never'],
    ["resolved_at - created_at < duration('24h') && rings < 3 && rings > 5", 'never']
  ])('%s: %s', (condition, possible) => expect(decide(condition)).toBe(possible))

  it('takes what is said for true or false, the same wherever it stands', () => {
    const logic = createLogic(types)
    const said = logic.formula({ by: 'customer', any: ['发票'] })
    expect(logic.decide(said)).toBe('open')
    expect(logic.decide(all([said, not(logic.formula({ by: 'customer', any: ['发票'] }))]))).toBe('never')
    expect(logic.decide(logic.formula(['rings < 3', { any: '发票' }, 'rings > 5']))).toBe('never')
  })

  it('takes either and neither apart', () => {
    const logic = createLogic(types)
    const decideOn = (condition: Parameters<typeof logic.formula>[0]) =>
      logic.decide(logic.formula(condition))
    expect(decideOn({ either: ['rings < 3', 'rings >= 3'] })).toBe('always')
    expect(decideOn({ neither: ['rings < 3', 'rings >= 3'] })).toBe('never')
    expect(decideOn([{ either: ['rings < 3', { any: '喂' }] }, 'rings > 5'])).toBe('open')
    expect(decideOn([{ any: '喂' }, { neither: [{ any: '喂' }] }])).toBe('never')
  })

  it('gives up on too many combinations instead of guessing', () => {
    const names = ['rings', 'wait_s', 'duration_s', 'price_paid', 'freight', 'compensation', 'satisfaction']
    expect(decide(names.map(name => `${name} > 4 && ${name} < 3`).join(' || '))).toBe('open')
  })

  it('is never said to be never or always where a contact shows otherwise', () => {
    const number = fc.constantFrom('1', '2', '3', '2.5', '-1')
    const comparison = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('rings', 'level', 'wait_s'),
          fc.constantFrom('<', '<=', '>', '>=', '==', '!='),
          fc.oneof(number, fc.constantFrom('rings', 'level', 'wait_s'))
        )
        .map(parts => parts.join(' ')),
      fc.constantFrom(
        'vip',
        "channel == 'call'",
        "channel != 'chat'",
        "channel in ['call', 'chat']",
        'level + 1.0 > 2.0'
      )
    )
    const { formula } = fc.letrec<{ formula: string }>(tie => ({
      formula: fc.oneof(
        { maxDepth: 3 },
        comparison,
        fc
          .tuple(tie('formula'), fc.constantFrom('&&', '||'), tie('formula'))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie('formula').map(inner => `!(${inner})`)
      )
    }))
    const value = fc.constantFrom<FieldValue>(-2, -1, 0, 1, 1.5, 2, 2.5, 3, 4)
    const fields = fc.record({ rings: value, level: value, wait_s: value, vip: fc.boolean() })
    const channel = fc.constantFrom('call', 'chat', 'visit')
    const space = createExpressionSpace(types)
    fc.assert(
      fc.property(formula, fields, channel, (text, values, where) => {
        const possible = decide(text)
        const compiled = space.compile(text)
        if (!compiled.ok) throw new Error(text)
        const contact = { id: '', agent: {}, customer: {}, channel: where, fields: values, turns: [] }
        const verdict = compiled.expression.evaluate(createView(contact, {}))
        if (verdict.kind !== 'value') throw new Error(`${text}: ${verdict.kind}`)
        expect(possible).not.toBe(verdict.value ? 'never' : 'always')
      }),
      { numRuns: 300 }
    )
  })
})
