import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinByKey, newJoinCounts } from '../../src/diff/join.ts'

async function* stream(keys: readonly string[]): AsyncGenerator<string> {
  yield* keys
}

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 })

it('pairs what both have, as often as both have it, in any order, and counts the rest', async () => {
  await fc.assert(
    fc.asyncProperty(keys, keys, async (first, second) => {
      const counts = newJoinCounts()
      const same = (key: string): string => key
      const pairs: (readonly [string, string])[] = []
      for await (const pair of joinByKey(stream(first), stream(second), same, same, counts)) pairs.push(pair)
      const times = (list: readonly string[], key: string): number => list.filter(k => k === key).length
      for (const key of 'abcde') {
        const both = Math.min(times(first, key), times(second, key))
        expect(pairs.filter(([a, b]) => a === key && b === key)).toHaveLength(both)
      }
      expect(counts.both).toBe(pairs.length)
      expect(counts.onlyFirst).toBe(first.length - pairs.length)
      expect(counts.onlySecond).toBe(second.length - pairs.length)
    })
  )
})
