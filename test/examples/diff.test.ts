import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from '../../src/examples/diff.ts'

const shown = (expected: string[], actual: string[]): string[] =>
  diffLines(expected, actual).map(
    ({ kind, text }) => `${{ same: ' ', expected: '-', actual: '+' }[kind]}${text}`
  )

describe('a comparison line by line', () => {
  it('shows what is missing and what is there instead', () => {
    expect(shown(['您好', '天啊', 'damn'], ['您好', 'damn', '我晕'])).toEqual([
      ' 您好',
      '-天啊',
      ' damn',
      '+我晕'
    ])
    expect(shown(['a'], ['b'])).toEqual(['-a', '+b'])
    expect(shown([], [])).toEqual([])
  })

  it('holds both lists whole and in order', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
    fc.assert(
      fc.property(list, list, (expected, actual) => {
        const lines = diffLines(expected, actual)
        expect(lines.filter(({ kind }) => kind !== 'actual').map(({ text }) => text)).toEqual(expected)
        expect(lines.filter(({ kind }) => kind !== 'expected').map(({ text }) => text)).toEqual(actual)
        if (expected.join() === actual.join()) expect(lines.every(({ kind }) => kind === 'same')).toBe(true)
      })
    )
  })
})
