import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { checkKinds } from '../../src/checks/index.ts'
import { codes } from '../../src/diagnostics/catalogue.ts'
import { langs, type Lang } from '../../src/diagnostics/wording.ts'
import { createBench } from '../../src/explain/bench.ts'
import { explainCode } from '../../src/explain/code.ts'
import { explainCriterion } from '../../src/explain/criterion.ts'
import { loadStandard } from '../../src/standard/load.ts'

/** What is said of what a criterion checks, line by line. */
function told(criterion: object, lang: Lang = 'en', more: object = {}): readonly string[] {
  const sections = [{ id: 's', criteria: [{ id: 'c', ...criterion }] }]
  const { standard, written, problems } = loadStandard(
    'test.yaml',
    stringify({ linecheck: 1, id: 'test', ...more, sections }),
    lang
  )
  if (!standard || !written) throw new Error(JSON.stringify(problems))
  return explainCriterion(0, createBench(standard, written, lang))[1]!.lines
}

describe('a criterion in plain words', () => {
  it('says who must say what, and where', () => {
    expect(told({ say: '您好' })).toEqual(['The agent must say:', '  "您好"'])
    expect(told({ say: { by: 'bot', in: 'last 20s', any: ['a', 'b'], min: 2 } })).toEqual([
      'The bot, in the last 20s of the contact, must say at least 2 time(s):',
      '  "a" / "b"'
    ])
    expect(told({ say: { in: 'turns 3..5', any: '您好' } }, 'zh')).toEqual([
      '客服在其第 3 至 5 句中必须说：',
      '  "您好"'
    ])
    expect(told({ avoid: { in: '0%..25%', any: '您好', max: 1 } })).toEqual([
      'The agent, from 0% to 25% of the contact, must not say more than 1 time(s):',
      '  "您好"'
    ])
  })

  it('lays patterns open, with the phrases of lexicons and the values of variables', () => {
    const more = {
      vars: { company: '星河' },
      lexicons: { greeting: ['您好', '早'], slang: { any: ['天啊'], except: '今天啊' } }
    }
    expect(
      told({ say: { all: ['$greeting', '{company?}', ['请讲', '$slang']], not: '喂' } }, 'en', more)
    ).toEqual([
      'The agent must say:',
      '  each of these, in any order:',
      '    - $greeting',
      '        "您好" / "早"',
      '    - "{company}" (星河, unless the contact says otherwise) (left out where it has no value)',
      '    - one of these:',
      '        - "请讲"',
      '        - $slang',
      '            "天啊"',
      '            not counted within:',
      '              "今天啊"',
      '  and none of these:',
      '    "喂"'
    ])
  })

  it('cuts long lists and says how long they are', () => {
    const phrases = Array.from({ length: 12 }, (_, i) => `p${i}`)
    expect(told({ say: phrases })[1]).toBe(
      '  "p0" / "p1" / "p2" / "p3" / "p4" / "p5" / "p6" / "p7" … 12 in all'
    )
  })

  it('says what answers what, how soon, and how often', () => {
    expect(
      told({ answer: { to: '发票', with: '可以开', never: '不开', within: '3 turns', each: 'any' } })
    ).toEqual([
      'When the customer says:',
      '  "发票"',
      'the agent must answer, within 3 turn(s), with:',
      '  "可以开"',
      'the agent must not say, within 3 turn(s):',
      '  "不开"',
      'Once is enough, however often it is asked.'
    ])
  })

  it('says what is measured and its bounds', () => {
    expect(told({ measure: { reply: 'first', max: '30s' } })).toEqual([
      'First reply time must be at most 30s.'
    ])
    expect(told({ measure: { reply: 'share', within: '30s', min: '80%' } })).toEqual([
      'Reply time: at least 80% of them must lie within 30s.'
    ])
    expect(told({ measure: { 'speaking-rate': 'mean', min: '2 chars/s', max: '7 chars/s' } }, 'zh')).toEqual([
      '平均语速须在 2 chars/s 至 7 chars/s 之间。'
    ])
  })

  it('says what a check is made of', () => {
    const parts = [{ say: '您好' }, { not: { avoid: '喂' } }]
    expect(told({ at_least: 1, of: parts })).toEqual([
      'At least 1 of these must hold:',
      '  - The agent must say:',
      '      "您好"',
      '  - This must not hold:',
      '      - The agent must not say:',
      '          "喂"'
    ])
  })

  it('has words for every kind of check that it names, and shows others as they are written', () => {
    const options: Readonly<Record<string, unknown>> = {
      say: '您好',
      avoid: '您好',
      answer: { to: 'a', with: 'b' },
      measure: { reply: 'each', max: '30s' },
      field: 'rings <= 4',
      form: { rings: 'number' },
      manual: 'yes/no',
      all: [{ say: '您好' }, { field: 'rings <= 4' }],
      any: [{ say: '您好' }],
      not: { say: '您好' }
    }
    for (const { name } of checkKinds.filter(kind => kind.name in options))
      for (const lang of langs)
        expect(told({ [name]: options[name] }, lang).join('\n')).not.toMatch(/check "|检查“/)
  })
})

describe('a diagnostic code', () => {
  it.each(langs)('is explained, whichever it is (%s)', lang => {
    for (const code of codes) {
      const parts = explainCode(code, lang)
      expect(parts[0]!.head).toContain(code)
      expect(parts[1]!.lines.join('')).not.toMatch(/\{\w+\}/)
      if (code.startsWith('lint/')) expect(parts).toHaveLength(4)
    }
  })
})
