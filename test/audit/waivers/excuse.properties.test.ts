import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEvaluate } from '../../../src/audit/evaluate.ts'
import type { Suppression } from '../../../src/audit/waivers/suppression.ts'
import { createSuppressions } from '../../../src/audit/waivers/suppressions.ts'
import type { Contact } from '../../../src/model/contact.ts'
import { loadStandard } from '../../../src/standard/load.ts'

const text = `linecheck: 1
id: tea
scoring: { pass: 60, method: both, base: 100 }
sections:
  - id: a
    weight: 60
    criteria:
      - { id: greeting, weight: 2, say: 您好 }
      - { id: name, weight: 1, requires: greeting, say: 小荷 }
      - { id: no-name, weight: 1, requires: { greeting: fail }, avoid: 小荷 }
      - { id: slang, deduct: 5, per: hit, avoid: 我晕 }
  - id: b
    weight: 40
    criteria:
      - { id: abuse, weight: 0, fatal: true, avoid: 滚 }
      - { id: shout, fatal: section, avoid: 喂 }
      - { id: goodbye, weight: 1, bonus: 3, say: 再见 }
`
const { standard, problems } = loadStandard('tea.yaml', text, 'en')
const ids = standard?.criteria.map(({ id }) => id) ?? []

const contacts: fc.Arbitrary<Contact> = fc
  .array(fc.constantFrom('您好', '小荷', '我晕', '滚', '喂', '再见', '嗯'), { maxLength: 6 })
  .map(said => ({
    id: 'T-1',
    agent: { id: '1' },
    customer: {},
    fields: {},
    turns: said.map(words => ({ by: 'agent' as const, text: words }))
  }))

const suppressionOf = (id: string): Suppression => ({
  rule: [`tea/${id}`],
  reason: 'known',
  place: { file: 's.yaml', line: 1 },
  rulePlaces: []
})

describe('an excused breach', () => {
  it('is judged by a standard that is sound', () => expect(problems).toEqual([]))

  it('changes no other outcome, and only breaches are excused', () => {
    fc.assert(
      fc.property(contacts, fc.subarray(ids), (contact, excused) => {
        const suppressions = createSuppressions(excused.map(suppressionOf), '2026-03-01')
        const plain = createEvaluate(standard!, 'en')(contact)
        const waived = createEvaluate(standard!, 'en', undefined, undefined, suppressions)(contact)
        for (const [i, before] of plain.criteria.entries()) {
          const after = waived.criteria[i]!
          if (before.status !== 'fail' || !excused.includes(before.id)) {
            expect(after).toEqual(before)
            continue
          }
          const { message, evidence } = before
          expect(after).toMatchObject({ status: 'na', message, evidence, reason: 'excused: known' })
          expect(after.waived).toMatchObject({ kind: 'suppression', reason: 'known' })
          expect([after.earned, after.possible, after.deducted, after.fatal]).toEqual(
            Array.from({ length: 4 }, () => undefined)
          )
        }
      })
    )
  })

  it('that was the only fatal one gives back the score without it', () => {
    const contact: Contact = {
      id: 'T-1',
      agent: {},
      customer: {},
      fields: {},
      turns: [{ by: 'agent', text: '您好，小荷，滚，再见' }]
    }
    const suppressions = createSuppressions([suppressionOf('abuse')], '2026-03-01')
    const plain = createEvaluate(standard!, 'en')(contact)
    const waived = createEvaluate(standard!, 'en', undefined, undefined, suppressions)(contact)
    expect([plain.score, plain.passed]).toEqual([0, false])
    expect([waived.score, waived.passed]).toEqual([plain.scoreWithoutFatal, true])
  })
})
