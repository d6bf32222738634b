import { stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import { createView, type ContactView } from '../../src/checks/view.ts'
import type { Outcome } from '../../src/model/evaluation.ts'
import { loadStandard } from '../../src/standard/load.ts'
import { contact } from '../checks/judge.ts'

/** Outcomes by criterion. */
function judgeAll(
  criteria: readonly object[],
  lines: readonly string[],
  fields: Record<string, string | number> = {}
): Record<string, Outcome> {
  const text = stringify({ linecheck: 1, id: 'test', sections: [{ id: 's', criteria }] })
  const { standard } = loadStandard('test.yaml', text, 'en')
  const view = createView(contact(lines, fields), {})
  return Object.fromEntries(standard!.criteria.map(criterion => [criterion.id, criterion.judge(view)]))
}

const greeting = { id: 'greeting', say: '您好' }
const name = { id: 'name', requires: 'greeting', say: '工号' }
const apology = { id: 'apology', requires: { greeting: 'fail' }, say: '抱歉' }

describe('requires', () => {
  it('judges only where the other criterion passed', () => {
    expect(judgeAll([greeting, name], ['A: 您好'])).toMatchObject({ name: { status: 'fail' } })
    expect(judgeAll([greeting, name], ['A: 喂'])).toMatchObject({
      greeting: { status: 'fail' },
      name: { status: 'na', reason: 'greeting must be passed first; it is failed' }
    })
  })

  it('can ask for a failure, or for what did not apply', () => {
    expect(judgeAll([greeting, apology], ['A: 喂'])).toMatchObject({ apology: { status: 'fail' } })
    expect(judgeAll([greeting, apology], ['A: 您好'])).toMatchObject({
      apology: { status: 'na', reason: 'greeting must be failed first; it is passed' }
    })
    const quiet = { id: 'quiet', requires: { greeting: 'na' }, field: 'customer_turns > 0' }
    expect(judgeAll([greeting, quiet], ['C: 喂'])).toMatchObject({ quiet: { status: 'pass' } })
  })

  it('does not depend on the order in the file, and goes on from one to the next', () => {
    const close = { id: 'close', requires: ['name', { greeting: 'pass' }], say: '再见' }
    expect(judgeAll([close, name, greeting], ['A: 您好，工号1', 'A: 再见'])).toMatchObject({
      close: { status: 'pass' }
    })
    expect(judgeAll([close, name, greeting], ['A: 您好', 'A: 再见'])).toMatchObject({
      close: { status: 'na', reason: 'name must be passed first; it is failed' }
    })
    expect(judgeAll([close, name, greeting], ['A: 再见'])).toMatchObject({
      close: { status: 'na', reason: 'name must be passed first; it is not applicable' }
    })
  })

  it('is unknown where the other is, unless something else settles it', () => {
    const rings = { id: 'rings', field: 'rings <= 4' }
    const late = { id: 'late', requires: { rings: 'fail' }, say: '抱歉' }
    expect(judgeAll([rings, late], ['A: 您好'])).toMatchObject({
      late: { status: 'unknown', reason: 'rings must be failed first; it is unknown' }
    })
    expect(judgeAll([rings, { ...late, when: 'agent_turns > 5' }], ['A: 您好'])).toMatchObject({
      late: { status: 'na' }
    })
    expect(
      judgeAll([rings, greeting, { ...late, requires: ['rings', { greeting: 'fail' }] }], ['A: 您好'])
    ).toMatchObject({ late: { status: 'na' } })
  })

  it('judges what is required once for a contact, whoever asks', () => {
    const text = stringify({
      linecheck: 1,
      id: 'test',
      sections: [{ id: 's', criteria: [name, { id: 'bye', requires: 'greeting', say: '再见' }, greeting] }]
    })
    const { standard } = loadStandard('test.yaml', text, 'en')
    const view = createView(contact(['A: 您好']), {})
    let looks = 0
    const counting: ContactView = {
      ...view,
      passages: view.passages,
      turnsBy(by) {
        looks++
        return view.turnsBy(by)
      }
    }
    const lone = standard!.criteria[2]!
    lone.judge(counting)
    const once = looks
    for (const criterion of standard!.criteria) criterion.judge(counting)
    // Two more criteria looked at the agent's turns; the greeting did not again.
    expect(looks).toBe(3 * once)
  })
})
