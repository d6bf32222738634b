import { describe, expect, it } from 'vitest'
import { shortName } from '../../src/text/short-name.ts'

describe('a name in short', () => {
  it.each([
    ['星河客服热线', '星河'],
    ['鼎新科技有限责任公司', '鼎新科技'],
    ['远航贸易集团股份有限公司', '远航贸易'],
    ['禾木旗舰店', '禾木'],
    ['Starline Telecom Inc.', 'Starline Telecom'],
    ['锦绣装饰', '锦绣装饰']
  ])('of %s is %s', (name, short) => {
    expect(shortName(name)).toBe(short)
  })

  it('keeps at least two characters, so that something is left to look for', () => {
    expect(shortName('客服热线')).toBe('客服热线')
    expect(shortName('金公司')).toBe('金公司')
  })
})
