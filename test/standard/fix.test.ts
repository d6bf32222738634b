import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fixTexts, type Check } from '../../src/standard/fix/fix.ts'
import { isSlip } from '../../src/standard/fix/slip.ts'
import { lintStandard } from '../../src/standard/lint/lint.ts'
import { loadStandard } from '../../src/standard/load.ts'

const home = resolve(import.meta.dirname, '../..')

/** Looks at `a.yaml` as lint does; the other files lie beside it. */
function checkOf(files: Readonly<Record<string, string>>): Check {
  return texts => {
    const read = (name: string): string | undefined => texts.get(name) ?? files[name]
    const { problems, sources, written } = loadStandard('a.yaml', read('a.yaml')!, 'en', name => {
      const file = name.replace('./', '')
      const text = read(file)
      return text === undefined ? undefined : { file, text }
    })
    return Promise.resolve({ problems: [...problems, ...(written ? lintStandard(written) : [])], sources })
  }
}

async function fix(text: string, beside: Readonly<Record<string, string>> = {}) {
  const files = { ...beside, 'a.yaml': text }
  const { texts, fixed } = await fixTexts(checkOf(files), () => true)
  const told = fixed.map(({ problem, deed }) => `${problem.place!.line}:${problem.place!.col} ${deed}`)
  return { text: texts.get('a.yaml') ?? text, texts, told }
}

const criteria = (lines: string): string => `# head
linecheck: 1
id:   s
vars: { hotline: 星河, limit: 4 }

lexicons:
  greeting: [ 您好,  "hi" ]   # both
  问候: [早上好]
clauses: [TEL-10, TEL-01, BIL-01]
scoring: { severities: { serious: 5 }, bands: { good: 60, bad: 0 } }
sections:
- id: all
  criteria:
    - { id: first, clause: [TEL-10, TEL-01, BIL-01], say: [$greeting, $问候, '{hotline}'], severity: serious }
${lines}
`

describe('mending standards', () => {
  it.each([
    ['an unknown key', '    - { id: x, titel: X, say: hi }', 'title: X'],
    ['a key of a check', '    - { id: x, answer: { to: hi, wiht: hello } }', 'with: hello'],
    ['a word that a key takes', '    - { id: x, say: { by: agnet, any: hi } }', 'by: agent'],
    ['a word in quotes', "    - { id: x, dimension: 'empaty', say: hi }", "dimension: 'empathy'"],
    ['a lexicon', '    - { id: x, say: $greting }', 'say: $greeting'],
    ['a lexicon that sounds the same', '    - { id: x, say: $问侯 }', 'say: $问候'],
    [
      'a variable, each time in a phrase',
      "    - { id: x, say: '{hotlin}和{hotlin?}' }",
      "'{hotline}和{hotline?}'"
    ],
    ['a field of an expression', '    - { id: x, field: rings <= limti }', 'rings <= limit'],
    ['a criterion', '    - { id: x, requires: frist, say: hi }', 'requires: first'],
    [
      'a criterion that is a key',
      '    - { id: x, requires: { frist: fail }, say: hi }',
      'requires: { first: fail }'
    ],
    ['a severity', '    - { id: x, severity: seriuos, say: hi }', 'severity: serious'],
    ['an entity', '    - { id: x, avoid: { entity: cn-moblie } }', 'entity: cn-mobile'],
    ['a clause', '    - { id: x, clause: BLI-01, say: hi }', 'clause: BIL-01']
  ])('puts right %s and leaves the rest as it is', async (_, line, expected) => {
    const text = criteria(line)
    const mended = await fix(text)
    expect(mended.text).toContain(expected)
    const lines = (of: string): readonly string[] => of.split('\n').filter((_line, i) => i !== 14)
    expect(lines(mended.text)).toEqual(lines(text))
    expect((await fix(mended.text)).told).toEqual([])
  })

  it.each([
    ['it is a number', '    - { id: x, clause: TEL-02, say: hi }'],
    ['the key is there already', '    - { id: x, title: X, titel: Y, say: hi }'],
    ['people must decide', '    - { id: x, when: limit > 5 && limit < 3, say: hi }'],
    ['nothing comes near', '    - { id: x, say: $nothing-of-the-kind }']
  ])('leaves alone what is not certain: %s', async (_, line) => {
    const text = criteria(line)
    expect((await fix(text)).text).toBe(text)
  })

  it('asks which of two words was meant', async () => {
    const text = `linecheck: 1
id: s
lexicons: { thanks-a: [多谢], thanks-b: [谢谢] }
sections: [{ id: a, criteria: [{ id: x, say: [$thanks-c, $thanks-a, $thanks-b] }] }]
`
    expect((await fix(text)).text).toBe(text)
  })

  it('goes on where one mistake hid another', async () => {
    const mended = await fix(criteria('    - { id: x, say: { bye: agnet, any: $greting } }'))
    expect(mended.text).toContain('say: { by: agent, any: $greeting }')
    const deeper = await fix(criteria('    - { id: x, anwser: { to: hi, wiht: $greting } }'))
    expect(deeper.text).toContain('answer: { to: hi, with: $greeting }')
  })

  it('makes no fix after which more is wrong than before', async () => {
    // Taken for sections, the list would be wrong in two places instead of one.
    const text = 'linecheck: 1\nid: s\nsectons:\n  - { foo: 1 }\n  - { bar: 2, baz: 3 }\n'
    expect((await fix(text)).text).toBe(text)
  })

  it('orders bands from the highest, each with its comments', async () => {
    const text = `linecheck: 1
id: s
scoring:
  bands:
    # all of them
    bad: 0 # worst
    # the best
    good: 80

    # in between
    fair: 60 # just so
sections: [{ id: a, bands: { no: 0, "yes": 50 }, criteria: [{ id: x, say: hi }] }]
`
    expect((await fix(text)).text).toBe(`linecheck: 1
id: s
scoring:
  bands:
    # all of them
    # the best
    good: 80
    # in between
    fair: 60 # just so

    bad: 0 # worst
sections: [{ id: a, bands: { "yes": 50, no: 0 }, criteria: [{ id: x, say: hi }] }]
`)
  })

  it('orders no bands where it cannot tell which one a comment is about', async () => {
    const apart = 'scoring:\n  bands:\n    bad: 0\n    # apart\n\n    good: 80\n'
    const inside = 'scoring: { bands: {\n      bad: 0, # worst\n      good: 80 } }\n'
    for (const scoring of [apart, inside]) {
      const text = `linecheck: 1\nid: s\n${scoring}sections: [{ id: a, criteria: [{ id: x, say: hi }] }]\n`
      expect((await fix(text)).text).toBe(text)
    }
  })

  it('takes out repeated phrases and examples, but never a comment', async () => {
    const mended = await fix(`linecheck: 1
id: s
lexicons:
  a: [您好, hi, 'Hi!', '您 好']
  b:
    - 早上好
    # group
    - 早上好!
    - 早 上好 # said slowly
    - 晚上好
sections:
  - id: a
    criteria:
      - id: x
        say: [$a, $b]
        examples:
          pass:
            - ['A: hi']
            - ['A: hi']
          fail: ['A: x', 'A: y', 'A: x']
`)
    expect(mended.text).toContain('  a: [您好, hi]\n')
    expect(mended.text).toContain('    - 早上好\n    # group\n    - 早 上好 # said slowly\n    - 晚上好\n')
    expect(mended.text).toContain(
      "          pass:\n            - ['A: hi']\n          fail: ['A: x', 'A: y']\n"
    )
  })

  it('mends what other files bring, and keeps CRLF', async () => {
    const lexicons = 'linecheck: 1\r\nid: lex\r\nlexicons:\r\n  a: [$bb]\r\n  words: [$wrods2, $wrods]\r\n'
    const text =
      'linecheck: 1\nid: s\nextends: ./lex.yaml\nsections: [{ id: a, criteria: [{ id: x, say: $words }] }]\n'
    const both = await fix(text, {
      'lex.yaml': lexicons.replace('$wrods2, $wrods', 'hi').replace('$bb', '$wrods')
    })
    expect(both.texts.get('lex.yaml')).toBe(
      lexicons.replace('$wrods2, $wrods', 'hi').replace('$bb', '$words')
    )
    expect(both.texts.has('a.yaml')).toBe(false)
  })

  it('touches no file that it may not', async () => {
    const text = criteria('    - { id: x, say: $greting }')
    const { texts, fixed } = await fixTexts(checkOf({ 'a.yaml': text }), () => false)
    expect([texts.size, fixed.length]).toEqual([0, 0])
  })

  it('has nothing to do a second time, and breaks no file of the project', async () => {
    for (const folder of ['fixtures/lint', 'fixtures/diagnostics']) {
      for (const name of readdirSync(join(home, folder)).filter(file => file.endsWith('.yaml'))) {
        const before = readFileSync(join(home, folder, name), 'utf8')
        const once = await fix(before)
        if (once.text !== before) expect(() => parse(once.text), name).not.toThrow()
        expect((await fix(once.text)).told, name).toEqual([])
      }
    }
  })

  it('mends any slip of one letter, and nothing but it', async () => {
    const good = criteria(
      '    - { id: x, title: Title, dimension: empathy, requires: first, say: { by: customer, any: $greeting } }'
    )
    const words = ['title', 'dimension', 'empathy', 'requires', 'customer', '$greeting']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...words), fc.nat(), fc.boolean(), async (word, at, swap) => {
        const i = 1 + (at % (word.length - 2))
        const slip = swap
          ? word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2)
          : word.slice(0, i) + word.slice(i + 1)
        fc.pre(slip !== word)
        const last = good.lastIndexOf(word)
        const text = good.slice(0, last) + slip + good.slice(last + word.length)
        expect((await fix(text)).text).toBe(good)
      }),
      { numRuns: 40 }
    )
  })
})

describe('a slip', () => {
  it.each([
    ['agnet', 'agent'],
    ['opening_greeting', 'opening-greeting'],
    ['greting', 'greeting'],
    ['问侯', '问候'],
    ['候问', '问候'],
    ['TLE-01', 'TEL-01'],
    ['refunds', 'refund']
  ])('is %s for %s', (written, meant) => expect(isSlip(written, meant)).toBe(true))

  it.each([
    ['TEL-20', 'TEL-10'],
    ['greeting-2', 'greeting'],
    ['不满意', '满意'],
    ['no-thanks', 'thanks'],
    ['unsatisfied', 'satisfied'],
    ['投诉', '投递'],
    ['a', 'b']
  ])('is not %s for %s', (written, meant) => expect(isSlip(written, meant)).toBe(false))
})
