import { describe, expect, it } from 'vitest'
import { loadStandard } from '../../src/standard/load.ts'
import { meaningsOf, type Meanings } from '../../src/standard/meaning.ts'

const written = `linecheck: 1
id: small
vars: { limit: 30, company: 星河 }
fields: { rings: number }
lexicons:
  polite: [请, $thanks]
  thanks: [谢谢]
  rude: [滚]
sections:
  - id: all
    weight: 10
    criteria:
      - { id: greet, clause: A, title: 问候, weight: 3, say: [您好, '{company}'], advice: 先问候, examples: { pass: ['A: 您好'] } }
      - { id: words, say: [$polite] }
      - { id: abuse, fatal: true, avoid: [$rude] }
      - { id: fast, measure: { reply: each, max: '{limit}s' } }
      - { id: after-greeting, requires: greet, say: [再见] }
      - { id: field, field: rings <= 4 }
`

function meanings(...changes: readonly (readonly [string, string])[]): Meanings {
  const text = changes.reduce((now, [from, to]) => {
    expect(now).toContain(from)
    return now.replace(from, to)
  }, written)
  const loaded = loadStandard('small.yaml', text, 'zh')
  expect(loaded.problems).toEqual([])
  return meaningsOf(loaded.written!)
}

/** The criteria that a change makes mean something else. */
function moved(...changes: readonly (readonly [string, string])[]): readonly string[] {
  const [before, after] = [meanings(), meanings(...changes)]
  return [...after.criteria].filter(([id, digest]) => before.criteria.get(id) !== digest).map(([id]) => id)
}

describe('what a criterion means', () => {
  it('stays when what it counts for changes, and how it is described', () => {
    expect(
      moved(
        ['weight: 3', 'weight: 30'],
        ['weight: 10', 'weight: 1'],
        ['title: 问候', 'title: 招呼'],
        ['clause: A', 'clause: B'],
        ['advice: 先问候', 'advice: 问好'],
        ["pass: ['A: 您好']", "pass: ['A: 您好啊']"],
        ['fatal: true, ', ''],
        ['vars:', 'scoring: { pass: 60 }\nvars:']
      )
    ).toEqual([])
  })

  it('changes with its check, and with it what asks for its outcome', () => {
    expect(moved(['say: [您好,', 'say: [你好,'])).toEqual(['greet', 'after-greeting'])
  })

  it('changes with a lexicon, also one that another leads to', () => {
    expect(moved(['[滚]', '[滚, 呸]'])).toEqual(['abuse'])
    expect(moved(['[谢谢]', '[感谢]'])).toEqual(['words'])
  })

  it('changes with a variable', () => {
    expect(moved(['limit: 30', 'limit: 40'])).toEqual(['fast'])
    expect(moved(['company: 星河', 'company: 银河'])).toEqual(['greet', 'after-greeting'])
  })

  it('changes with the types of fields, whatever it is', () => {
    expect(moved(['rings: number', 'rings: number, wait: seconds'])).toHaveLength(6)
  })

  it('is one thing, and which contacts a standard is for another', () => {
    const changes = [['vars:', "applies: channel == 'call'\nvars:"]] as const
    expect(moved(...changes)).toEqual([])
    expect(meanings(...changes).scope).not.toBe(meanings().scope)
  })
})
