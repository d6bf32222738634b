import { expect, it } from 'vitest'
import { readExample } from '../../src/examples/read.ts'

it('an example names its people by id, or by all that is known of them', () => {
  const read = (agent: string | { id?: string; name?: string }) =>
    readExample({ talk: 'A: 您好', agent, customer: { name: '王建国' } }, 'x', 'en')
  expect(read('1001')).toMatchObject({ contact: { agent: { id: '1001' }, customer: { name: '王建国' } } })
  expect(read({ id: '1001', name: '周敏' })).toMatchObject({
    contact: { agent: { id: '1001', name: '周敏' } }
  })
})
