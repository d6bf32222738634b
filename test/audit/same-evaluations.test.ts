import { describe, expect, it } from 'vitest'
import { formatTranscript } from '../input/format-transcript.ts'
import { folderWith, linecheck } from '../cli/run.ts'

const standard = `linecheck: 1
id: forms
vars: { hotline: '' }
sections:
  - id: all
    criteria:
      - { id: greeting, say: { in: first run, all: [您好, '{hotline?}'] } }
      - { id: reply, measure: { reply: each, max: 3s } }
      - { id: silence, measure: { silence: each, max: 5s } }
      - { id: rings, field: rings <= 4 }
      - { id: slang, avoid: [我晕] }
      - { id: invoice, answer: { to: 发票, with: 可以开 } }
`

/** Contacts whose outcomes differ, with times to the tenth of a second. */
const contacts = Array.from({ length: 12 }, (_, i) => {
  const texts = [
    i % 3 === 0 ? '喂，"说吧"' : '您好，欢迎致电星河热线',
    i % 2 === 0 ? '能开发票吗，谢谢' : '你好',
    i % 4 === 0 ? '我晕' : '可以开的',
    '好的',
    '再见'
  ]
  let clock = 0
  const turns = texts.map((text, k) => {
    const start = clock + (i === 5 && k === 3 ? 6000 : 400 + 700 * k)
    clock = start + 1200
    return { by: k % 2 === 0 ? ('agent' as const) : ('customer' as const), text, start, end: clock }
  })
  return {
    id: `T-${String(i).padStart(2, '0')}`,
    agent: { id: String(1001 + (i % 3)), name: ['周敏', '李强', '王芳'][i % 3] },
    customer: {},
    fields: { rings: 1 + (i % 6), hotline: '星河热线' },
    turns
  }
})

const toCsv = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  rows.map(row => row.map(cell => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\n')

const header = ['会话ID', '工号', '坐席姓名', '振铃次数', '热线', '角色', '开始', '结束', '内容']
const rows = contacts.flatMap(({ id, agent, fields, turns }) =>
  turns.map(turn => [
    id,
    agent.id,
    agent.name,
    String(fields['rings']),
    String(fields['hotline']),
    turn.by === 'agent' ? '客服' : '客户',
    turn.start / 1000,
    turn.end / 1000,
    turn.text
  ])
)
// A fixed shuffle that tears contacts apart.
const shuffled = rows
  .map((row, i) => ({ row, key: (i * 37) % 61 }))
  .sort((a, b) => a.key - b.key)
  .map(({ row }) => row)

const forms: Readonly<Record<string, string>> = {
  'ordered.csv': toCsv([header, ...rows]),
  'shuffled.csv': toCsv([header, ...shuffled]),
  'contacts.ndjson': contacts.map(contact => JSON.stringify(contact)).join('\n'),
  'contacts.json': JSON.stringify(contacts, null, 2),
  'contacts.txt': contacts.map(formatTranscript).join('\n')
}

async function evaluate(name: string): Promise<readonly string[]> {
  const cwd = folderWith({ 'forms.yaml': standard, [name]: forms[name]! })
  const { exit, out, err } = await linecheck(['audit', name, '-s', 'forms.yaml', '-f', 'ndjson'], { cwd })
  expect(err).toBe('')
  expect(exit).toBe(0)
  return out.trimEnd().split('\n').sort()
}

describe('the same contacts give the same evaluations', () => {
  it.each(Object.keys(forms))('from %s', async name => {
    const evaluations = await evaluate(name)
    expect(evaluations).toHaveLength(12)
    expect(evaluations).toEqual(await evaluate('contacts.ndjson'))
  })

  it('and they are of more than one kind', async () => {
    const text = (await evaluate('contacts.ndjson')).join()
    for (const status of ['pass', 'fail', 'na']) expect(text).toContain(`"status":"${status}"`)
  })
})
