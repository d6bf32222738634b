import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '../input/workbook.ts'
import { folderWith, linecheck, smallStandard } from './run.ts'

const sheet = (agent: string): readonly (readonly string[])[] => [
  ['会话ID', '工号', '角色', '内容'],
  [`T-${agent}`, agent, '客服', '您好'],
  [`T-${agent}`, agent, '客户', '你好']
]

describe('linecheck audit of tables', () => {
  const files = {
    'small.yaml': smallStandard,
    'log.xlsx': writeWorkbook([
      { name: '三月', rows: sheet('1001') },
      { name: '四月', rows: sheet('1002') }
    ]),
    '20260302_1003_T-9.txt': 'A: 您好\nC: 你好\n',
    'map.yaml': 'map: { text: 说了啥, role: 谁 }\nvalues: { by: { 小二甲: agent, 亲: customer } }\n',
    'own.csv': '会话ID,工号,谁,说了啥\nT-5,1005,小二甲,您好\nT-5,1005,亲,你好\n'
  }
  const audit = async (...args: string[]): Promise<{ exit: number; out: string; err: string }> =>
    linecheck(['audit', '-s', 'small.yaml', '--lang', 'en', ...args], { cwd: folderWith(files) })

  it('reads a workbook, and says which sheets it leaves out', async () => {
    const { exit, out, err } = await audit('log.xlsx')
    expect(exit).toBe(0)
    expect(out).toContain('1001')
    expect(out).not.toContain('1002')
    expect(err).toContain(
      'log.xlsx: warning[input/other-sheets]: only the sheet "三月" is read; not read: 四月'
    )
  })

  it('reads the sheet that is asked for', async () => {
    const { out, err } = await audit('log.xlsx', '--sheet', '四月')
    expect(out).toContain('1002')
    expect(err).toBe('')
  })

  it('says what the columns were taken for when asked, which is no problem', async () => {
    const { exit, out, err } = await audit('own.csv', '--map', 'map.yaml', '--show-columns', '-f', 'json')
    expect(exit).toBe(0)
    expect(err).toBe(
      'own.csv:1: note[input/read-turns]: a turn a row; columns: 会话ID = id, 工号 = agent, 谁 = role*, 说了啥 = text*\n'
    )
    expect(JSON.parse(out)).toMatchObject({
      counts: { problems: 0, turns: 2 },
      evaluations: [{ contact: 'T-5', agent: '1005' }]
    })
  })

  it('takes agent, id and time from the name of a file', async () => {
    const { out, err } = await audit(
      '20260302_1003_T-9.txt',
      '--name-pattern',
      '{date}_{agent}_{id}',
      '--timezone',
      'Asia/Shanghai',
      '-f',
      'ndjson'
    )
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject({ contact: 'T-9', agent: '1003' })
  })

  it.each([
    [['--timezone', 'Mars'], 'input/bad-option'],
    [['--name-pattern', '{a}{b}'], 'input/name-pattern'],
    [['--sheet', '五月'], 'input/no-sheet']
  ])('refuses %j', async (args, code) => {
    const { exit, err } = await audit('log.xlsx', ...args)
    expect(exit).toBe(2)
    expect(err).toContain(`error[${code}]`)
  })
})
