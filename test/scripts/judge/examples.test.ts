import { describe, expect, it } from 'vitest'
import { readExample } from '../../../src/examples/read.ts'
import { forbidsWords } from '../../../src/scripts/judge/asked.ts'
import { createJudging } from '../../../src/scripts/judge/judging.ts'
import { shippedContext } from './fixtures.ts'
import { scriptOf } from './judged.ts'

const packs = [
  'telecom-hotline',
  'ecommerce-aftersales',
  'ecommerce-presales',
  'enterprise-desk',
  'property-desk',
  'renovation-service',
  'hotel-business-centre',
  'five-prohibitions',
  'english-call-centre',
  'script-wording'
]

/** What takes more than one turn, or fields of a contact, to be wrong. */
const beyondScripts = new Set([
  'language.not-cut-off',
  'manner.to-the-point',
  'information.before-verified',
  'information.before-verified-at',
  'information.outsiders',
  'messages.unasked',
  'messages.after-refusal',
  'identification.first',
  'market.rivals'
])

describe('the examples of shipped standards, taken for scripts', () => {
  for (const pack of packs) {
    const { standards, written } = shippedContext([pack], 'en')
    const judging = createJudging(standards, written, [], 'en')

    it(`say nothing that ${pack} forbids where they show what it asks for`, () => {
      const told = judging.criteria
        .filter(({ asks }) => asks)
        .flatMap(({ occasions }) => occasions.flat())
        .flatMap(({ text }) => judging.breaches(scriptOf(text)).map(({ words }) => `${words}: ${text}`))
      expect(told).toEqual([])
    })

    it(`are found out where they show what ${pack} forbids`, () => {
      const missed = judging.criteria
        .filter(
          ({ asks, entry, criterion }) => !asks && forbidsWords(entry) && !beyondScripts.has(criterion.id)
        )
        .flatMap(({ criterion }) => criterion.examples.map(example => ({ criterion, example })))
        .flatMap(({ criterion, example }) => {
          const read = example.kind === 'fail' ? readExample(example.source, 'x', 'en') : undefined
          if (!read?.ok) return []
          const { turns, channel } = read.contact
          const found = turns.some(({ by, text }, i) => {
            const before = turns[i - 1]
            const customer = before?.by === 'customer' ? before.text : undefined
            const script = scriptOf(text, { channel, customer })
            return by === 'agent' && judging.breaches(script).some(breach => breach.criterion === criterion)
          })
          return found ? [] : [`${criterion.id}: ${turns.map(({ text }) => text).join(' / ')}`]
        })
      expect(missed).toEqual([])
    })
  }
})
