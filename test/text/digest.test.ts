import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digestOf } from '../../src/text/digest.ts'

it('has 16 digits always, and begins at the offset basis', () => {
  expect(digestOf([])).toBe('cbf29ce484222325')
  fc.assert(
    fc.property(fc.array(fc.string()), parts => {
      expect(digestOf(parts)).toMatch(/^[0-9a-f]{16}$/)
    })
  )
})

it('tells parts apart, wherever they are cut', () => {
  const distinct = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['您好'], ['您', '好']]
  expect(new Set(distinct.map(digestOf)).size).toBe(distinct.length)
})
