import fc from 'fast-check'
import { stringify } from 'yaml'
import { createView } from '../../src/checks/view.ts'
import { renderProblem } from '../../src/diagnostics/render.ts'
import type { Contact, FieldValue } from '../../src/model/contact.ts'
import type { Outcome } from '../../src/model/evaluation.ts'
import { scoreOutcomes, type Scored } from '../../src/scoring/evaluate.ts'
import { loadStandard } from '../../src/standard/load.ts'
import { contact } from './judge.ts'

/** Talks of few words, so that phrases are found often; with or without times, fields there or not. */
export const contacts: fc.Arbitrary<Contact> = fc
  .record({
    turns: fc.array(fc.tuple(fc.constantFrom('A', 'C', 'S'), fc.array(fc.constantFrom(...'甲乙丙丁'))), {
      maxLength: 6
    }),
    timed: fc.boolean(),
    fields: fc.record(
      { rings: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constant('many')), paid: fc.boolean() },
      { requiredKeys: [] }
    )
  })
  .map(({ turns, timed, fields }) =>
    contact(
      turns.map(([by, words], i) => `${timed ? `${i * 3} ` : ''}${by}: ${words.join('')}`),
      fields as Record<string, FieldValue>
    )
  )

type Check = Readonly<Record<string, unknown>>

const word = fc.constantFrom(...'甲乙丙丁')
const by = fc.constantFrom('agent', 'customer', 'anyone')

/** Checks by themselves, which between them come to every outcome. */
const atoms: fc.Arbitrary<Check> = fc.oneof(
  fc.record({ say: fc.record({ by, any: word }) }),
  fc.record({ say: fc.record({ in: fc.constantFrom('first turn', 'last 2 runs', 'first 4s'), any: word }) }),
  fc.record({ say: fc.record({ any: word, after: word }) }),
  fc.record({ avoid: fc.record({ by, any: word }) }),
  fc.record({ answer: fc.record({ to: word, with: word }) }),
  fc.record({ field: fc.constantFrom('rings <= 4', 'paid', 'rings > 2 && paid') }),
  fc.record({ measure: fc.constant({ reply: 'each', max: '3s' }) })
)

/** Checks made of checks. */
export const checks: fc.Arbitrary<Check> = fc.letrec<{ check: Check }>(tie => ({
  check: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: atoms },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie('check'), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie('check'), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('check') }) }
  )
})).check

const said: fc.Arbitrary<unknown> = fc.record({ by, any: word })

/** Conditions of every form. */
export const conditions: fc.Arbitrary<unknown> = fc.letrec<{ condition: unknown }>(tie => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: fc.oneof(said, fc.constantFrom('rings <= 4', 'paid', 'agent_turns > 1')) },
    { weight: 1, arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.record({ either: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) })
    },
    {
      weight: 1,
      arbitrary: fc.record({ neither: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) })
    }
  )
})).condition

export interface Judged {
  readonly outcomes: readonly Outcome[]
  readonly scored: Scored
}

/** Compiles criteria, given as the keys that YAML would hold, as one standard and judges a contact by them. */
export function judgeAll(criteria: readonly object[], judged: Contact, scoring: object = {}): Judged {
  const text = stringify({
    linecheck: 1,
    id: 'laws',
    scoring,
    sections: [{ id: 's', criteria: criteria.map((criterion, i) => ({ id: `c${i}`, ...criterion })) }]
  })
  const { standard, problems } = loadStandard('laws.yaml', text, 'en')
  if (!standard) throw new Error(problems.map(problem => renderProblem(problem, 'en', text)).join('\n'))
  const view = createView(judged, standard.vars, standard.prefilter)
  const outcomes = standard.criteria.map(criterion => criterion.judge(view))
  return { outcomes, scored: scoreOutcomes(standard.plan, outcomes) }
}
