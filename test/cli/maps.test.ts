import { describe, expect, it } from 'vitest'
import { folderWith, linecheck } from './run.ts'

const standard = `linecheck: 1
id: chat
title: Chat
sections:
  - id: manners
    criteria:
      - { id: greeting, weight: 1, say: 您好 }
`

const chat = {
  No: 7,
  Clerk: '1001',
  Talk: [
    { Who: 'U', Said: '在吗' },
    { Who: 'W', Said: '您好' }
  ]
}

const map = `turns: Talk
map: { id: No, by: Who, text: Said, agent.id: Clerk }
values: { by: { U: customer, W: agent } }
`

describe('--map', () => {
  const files = {
    'linecheck.yaml': standard,
    'chat.json': JSON.stringify(chat),
    'map.yaml': map,
    'bad.yaml': 'turns: Talk\nmapp: {}\n',
    'log.csv': 'No,Who,Said\n7,客服,您好\n'
  }

  async function audit(...args: readonly string[]): ReturnType<typeof linecheck> {
    return linecheck(['audit', '-f', 'ndjson', '--lang', 'en', ...args], { cwd: folderWith(files) })
  }

  it('takes a file that says how JSON is to be read', async () => {
    const { exit, out } = await audit('chat.json', '--map', 'map.yaml')
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ contact: '7', agent: '1001', score: 100 })
  })

  it('takes fields one by one, the later before the earlier', async () => {
    const { out } = await audit('chat.json', '--map', 'map.yaml', '--map', 'id=Clerk')
    expect(JSON.parse(out)).toMatchObject({ contact: '1001' })
    const alone = await audit(
      'chat.json',
      '--map',
      'turns=Talk',
      '--map',
      'by=Who',
      '--map',
      'text=Said',
      '--agents',
      'W'
    )
    expect(JSON.parse(alone.out)).toMatchObject({ contact: 'chat', score: 100 })
    const table = await audit('log.csv', '--map', 'id=No', '--map', 'by=Who', '--map', 'text=Said')
    expect(JSON.parse(table.out)).toMatchObject({ contact: '7', score: 100 })
  })

  it('says what is wrong with it', async () => {
    expect(await audit('chat.json', '--map', 'nowhere.yaml')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('input/no-map-file') as string
    })
    const bad = await audit('chat.json', '--map', 'bad.yaml')
    expect(bad).toMatchObject({ exit: 2, err: expect.stringContaining('bad.yaml:2:1') as string })
    expect(bad.err).toContain('did you mean "map"?')
    expect(await audit('chat.json', '--map', '=Who')).toMatchObject({ exit: 2 })
  })
})
