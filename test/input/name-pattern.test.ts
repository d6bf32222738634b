import { describe, expect, it } from 'vitest'
import { failure, read, told } from './read.ts'

const talk = 'A: 您好\nC: 你好\n'

async function readNamed(name: string, namePattern: string, content = talk) {
  return read(content, { name, namePattern })
}

describe('the name of a file', () => {
  it.each([
    ['{date}_{agent}_{id}', 'calls/20260302_1001_T-7.txt', 'T-7', { id: '1001' }, '2026-03-02'],
    ['{date}_{agent}_{id}', '20260302090005_周敏_T-7.txt.gz', 'T-7', { name: '周敏' }, '2026-03-02T09:00:05'],
    ['{id}-{agent_name}-{date}', 'T_7-周敏-2026.3.2.txt', 'T_7', { name: '周敏' }, '2026-03-02'],
    [
      '{班组}/{工号}/{started} {id}',
      'x/A组/8001/20260302-0905 T7.txt',
      'T7',
      { id: '8001', team: 'A组' },
      '2026-03-02T09:05:00'
    ],
    ['{}_{agent}_{}', 'rec_1001_0001.txt', 'rec_1001_0001', { id: '1001' }, undefined]
  ])('tells what the file does not: %s', async (pattern, name, id, agent, started) => {
    const { contacts, problems } = await readNamed(name, pattern)
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([{ id, agent, turns: [{ by: 'agent' }, { by: 'customer' }] }])
    expect(contacts[0]?.started).toBe(started)
  })

  it('fills fields, in the words of the standards, and the other people', async () => {
    const { contacts } = await readNamed(
      '呼入-电话-C9-3.csv',
      '{呼叫方向}-{渠道}-{客户ID}-{批次}',
      'role,text\nA,hi\n'
    )
    expect(contacts).toMatchObject([
      { channel: 'call', customer: { id: 'C9' }, fields: { direction: 'in', 批次: 3 } }
    ])
  })

  it('never overrides what the file says', async () => {
    const { contacts } = await readNamed(
      '20260302_1001_T-7.csv',
      '{date}_{agent}_{id}',
      'id,工号,role,text,time\nT1,1002,A,hi,2026-03-05 9:00\n'
    )
    expect(contacts).toMatchObject([{ id: 'T1', agent: { id: '1002' }, started: '2026-03-05T09:00:00' }])
  })

  it('that does not fit is told, and the file is read without it', async () => {
    const { contacts, problems } = await readNamed('call.txt', '{date}_{agent}_{id}')
    expect(contacts).toMatchObject([{ id: 'call', agent: {} }])
    expect(told(problems)).toEqual([['input/name-mismatch', undefined]])
  })

  it.each(['call', '{date}{id}', '{id}_{id}', 'x{id', '{{id}}', ''])(
    'cannot be read by: %j',
    async namePattern => {
      expect(await failure(talk, { namePattern })).toMatchObject({
        code: 'input/name-pattern',
        values: { value: namePattern }
      })
    }
  )
})
