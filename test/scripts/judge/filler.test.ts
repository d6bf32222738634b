import { describe, expect, it } from 'vitest'
import { sayEachValue, sayIn } from '../../../src/scripts/judge/fillings.ts'
import { scriptOf } from './judged.ts'

const said = (text: string) => sayEachValue(scriptOf(text)).map(spoken => spoken.text)
const place = { file: 'library.md', line: 1 }

describe('slots of which nobody says what they hold', () => {
  it('are filled by their names', () => {
    expect(said('工号{工号}，{客户姓氏}先生，订单{订单号}，共{金额}元')).toEqual([
      '工号1001，王先生，订单10001，共100元'
    ])
    expect(said('This is {agent_name}, your order {order_number} arrives on {date}')).toEqual([
      'This is Alex, your order 10001 arrives on March 5'
    ])
    expect(said('关于{事项}，请您放心')).toEqual(['关于某某，请您放心'])
    expect(said('About {matter}')).toEqual(['About something'])
  })

  it('are filled by the words beside them where they have no name', () => {
    expect(said('工号XX为您服务，XX先生，满XX元减免')).toEqual(['工号1001为您服务，王先生，满2元减免'])
  })
})

describe('slots that a library declares', () => {
  const script = scriptOf('{活动}满{金额}元，{活动}', {
    declared: [
      { name: '活动', example: '周年庆', values: ['双十一', '年货节'], place },
      { name: '金额', values: ['100', '200'], place }
    ]
  })

  it('are said with each of their values at least once, the same in all places', () => {
    expect(sayEachValue(script).map(({ text }) => text)).toEqual([
      '周年庆满100元，周年庆',
      '双十一满200元，双十一',
      '年货节满100元，年货节'
    ])
  })

  it('take the value of a field of their name in a contact that has it', () => {
    const contact = { id: 'x', agent: {}, customer: {}, fields: { 活动: '店庆' }, turns: [] }
    expect(sayIn(script, contact).text).toBe('店庆满100元，店庆')
  })
})
