import { describe, expect, it } from 'vitest'
import { encode } from '../input/encode.ts'
import { writeWorkbook } from '../input/workbook.ts'
import { briefly, readScripts } from './read.ts'

/** What a user sees of the scripts of a file. */
async function brief(name: string, content: string | Uint8Array, map: Record<string, string> = {}) {
  const { scripts, problems } = await readScripts({ [name]: content }, { map })
  const told = scripts.map(({ id, scenario, text }) => [id, scenario, text])
  return { told, scripts, problems: problems.map(briefly) }
}

describe('a library in Markdown', () => {
  it('has its scripts in block quotes, under headings that are the scenario', async () => {
    const page =
      '# 话术\n\n给新人。\n\n## 开头\n\n> 您好，\n> 请讲。\n\n> 喂您好\n\n## 结束\n\n### 告别\n\n> 再见\n'
    const { told, scripts } = await brief('a.md', page)
    expect(told).toEqual([
      ['a#1', '开头', '您好，\n请讲。'],
      ['a#2', '开头', '喂您好'],
      ['a#3', '结束', '再见']
    ])
    expect(scripts[2]!.title).toBe('告别')
    expect(scripts[0]!.placeOf(4, 6)).toEqual({ file: 'a.md', line: 8, col: 3, length: 2 })
  })

  it('takes list items where nothing is quoted, paragraphs where there is no list', async () => {
    expect((await brief('a.md', '## 开头\n\n提示一句。\n\n- 您好\n- 早上好\n')).told).toEqual([
      ['a#1', '开头', '您好'],
      ['a#2', '开头', '早上好']
    ])
    expect((await brief('a.md', '您好，\n请讲。\n\n再见\n')).told.map(([, , text]) => text)).toEqual([
      '您好，\n请讲。',
      '再见'
    ])
  })

  it('reads marks of the page away and keeps the places of what is left', async () => {
    const { scripts } = await brief('a.md', '> **您好** \\*，见[官网](https://a.cn)，`{姓名}`&amp;<name>\n')
    const [script] = scripts
    expect(script!.text).toBe('您好 *，见官网，{姓名}&<name>')
    const at = script!.text.indexOf('{姓名}')
    expect(script!.placeOf(at, at + 4)).toEqual({ file: 'a.md', line: 1, col: 34, length: 4 })
    expect(script!.slots.map(({ name }) => name)).toEqual(['姓名', 'name'])
  })

  it('reads what is said of a file, a section and a script', async () => {
    const page = [
      '---',
      'channel: 电话',
      '---',
      '## 开头',
      '',
      '条款：TEL-01、TEL-02',
      '',
      '> 您好',
      '',
      '<!-- linecheck: id=X-1 seconds=10 satisfies=TEL-09 -->',
      '> 早上好',
      ''
    ].join('\n')
    const { scripts } = await brief('a.md', page)
    expect(
      scripts.map(({ id, channel, seconds, satisfies }) => ({ id, channel, seconds, satisfies }))
    ).toEqual([
      { id: 'a#1', channel: '电话', seconds: undefined, satisfies: ['TEL-01', 'TEL-02'] },
      { id: 'X-1', channel: '电话', seconds: 10, satisfies: ['TEL-09'] }
    ])
    expect(scripts[1]!.placeOfSatisfies).toMatchObject({ line: 10, col: 45 })
  })

  it('reads tables with a column of scripts', async () => {
    const page = '| 编号 | 场景 | 话术 |\n| - | - | - |\n| A-1 | 开头 | 您好 |\n| A-2 | | 请讲\\|您说 |\n'
    expect((await brief('a.md', page)).told).toEqual([
      ['A-1', '开头', '您好'],
      ['A-2', '开头', '请讲|您说']
    ])
  })

  it('makes a script of each reply in a dialogue', async () => {
    const { scripts, problems } = await brief(
      'a.md',
      '> 客户：发货了吗？\n> 客服：今天发。\n> 客户：那退款呢\n'
    )
    expect(scripts).toMatchObject([{ text: '今天发。', customer: '发货了吗？' }])
    expect(problems).toEqual(['a.md:3:6 scripts/no-reply'])
  })

  it('tells of a section of which nothing is read', async () => {
    const { problems } = await brief('a.md', '## 一\n\n> 您好\n\n## 二\n\n再见\n')
    expect(problems).toEqual(['a.md:7:1 scripts/passed-over'])
  })
})

describe('a library in YAML', () => {
  it('is a list of scripts, with what holds for all of them', async () => {
    const text =
      'channel: 在线\n场景: 售前\nscripts:\n  - 您好\n  - { id: B, 话术: 请讲, 条款: [A-1, A-2], by: 机器人 }\n'
    const { scripts } = await brief('a.yaml', text)
    expect(scripts).toMatchObject([
      { id: 'a#1', channel: '在线', scenario: '售前', text: '您好', by: 'agent' },
      { id: 'B', channel: '在线', satisfies: ['A-1', 'A-2'], by: 'bot' }
    ])
  })

  it('places the words of blocks', async () => {
    const { scripts } = await brief(
      'a.yaml',
      '- text: |\n    您好，\n    请讲。\n- text: >-\n    再见，\n    祝好\n'
    )
    expect(scripts[0]!.placeOf(4, 6)).toMatchObject({ line: 3, col: 5, length: 2 })
    expect(scripts[1]!.placeOf(4, 6)).toMatchObject({ line: 6, col: 5 })
  })

  it('says what it does not understand, with a place', async () => {
    const text =
      'scripts:\n  - { txet: 您好, text: 您好 }\n  - { text: 您好, seconds: 很快 }\n  - { id: C }\n'
    expect((await brief('a.yaml', text)).problems).toEqual([
      'a.yaml:2:7 scripts/unknown-key',
      'a.yaml:4:5 scripts/empty',
      'a.yaml:3:26 scripts/bad-value'
    ])
  })
})

describe('a library in a table', () => {
  const csv = '一级场景,二级场景,话术,限时\n售后,退款,"您好，""稍等""",10秒\n,换货,请寄回,\n'
  const rows = [
    ['售后 / 退款', '您好，"稍等"', 10],
    ['售后 / 换货', '请寄回', undefined]
  ]

  it('is read alike in every encoding and as a workbook', async () => {
    const cells = csv
      .trim()
      .split('\n')
      .map(line => line.replace('"您好，""稍等"""', '您好，"稍等"').split(','))
    const forms: readonly (readonly [string, string | Uint8Array])[] = [
      ['a.csv', csv],
      ['a.csv', encode(csv, 'gb18030')],
      ['a.csv', encode(csv, 'utf-16le')],
      ['a.csv', csv.replaceAll('\n', '\r\n')],
      ['a.xlsx', writeWorkbook([{ name: '一', rows: cells }])]
    ]
    for (const [name, content] of forms) {
      const { scripts } = await brief(name, content)
      expect(scripts.map(({ scenario, text, seconds }) => [scenario, text, seconds])).toEqual(rows)
    }
  })

  it('places words in quoted cells', async () => {
    const { scripts } = await brief('a.csv', csv)
    expect(scripts[0]!.placeOf(4, 6)).toEqual({ file: 'a.csv', line: 2, col: 13, length: 2 })
  })

  it('takes columns that the user maps, and tells of those that are not there', async () => {
    const odd = '甲,乙\n开头,您好\n'
    expect((await brief('a.csv', odd)).problems).toEqual(['a.csv:1 scripts/no-text-column'])
    expect((await brief('a.csv', odd, { text: '乙', scenario: '#1' })).told).toEqual([
      ['a#1', '开头', '您好']
    ])
    const { problems } = await brief('a.csv', odd, { text: '乙', scenario: '丙' })
    expect(problems).toEqual(['a.csv:1 input/unknown-column'])
  })

  it('tells of rows without a script, and not of headings among the rows', async () => {
    const text = '编号,场景,话术\nA-1,开头,您好\nA-2,结束,\n售后,,\nA-3,,退款中\n'
    const { told, problems } = await brief('a.csv', text)
    expect(problems).toEqual(['a.csv:3:8 scripts/empty'])
    expect(told.at(-1)).toEqual(['A-3', '售后', '退款中'])
  })
})

describe('a library in plain text', () => {
  it('has a script on each line', async () => {
    expect((await brief('a.txt', '场景：开头\n您好\n请讲\n\n场景：结束\n1. 再见\n')).told).toEqual([
      ['a#1', '开头', '您好'],
      ['a#2', '开头', '请讲'],
      ['a#3', '结束', '再见']
    ])
  })

  it('has a script in each paragraph where blank lines part them', async () => {
    expect((await brief('a.txt', '【开头】\n您好，\n请讲\n\n早上好\n')).told).toEqual([
      ['a#1', '开头', '您好，\n请讲'],
      ['a#2', '开头', '早上好']
    ])
  })

  it('answers questions', async () => {
    const { scripts } = await brief('a.txt', '问：发货了吗\n答：今天发\n问：退款呢\n答：三天内到账\n')
    expect(scripts).toMatchObject([
      { customer: '发货了吗', text: '今天发' },
      { customer: '退款呢', text: '三天内到账' }
    ])
  })
})

it('gives every script an id of its own', async () => {
  const { scripts, problems } = await readScripts({
    'a.yaml': '- { id: b#1, text: 甲 }\n- { id: X, text: 乙 }',
    'b.yaml': '- 丙\n- { id: X, text: 丁 }'
  })
  expect(scripts.map(({ id }) => id)).toEqual(['b#1', 'X', "b#1'", 'X#2'])
  expect(problems.map(briefly)).toEqual(['b.yaml:2:9 scripts/duplicate-id'])
})
