import { describe, expect, it } from 'vitest'
import { createTrie } from '../../src/pattern/trie.ts'
import { loadStandard } from '../../src/standard/load.ts'
import { generateStandard, inventPhrases } from '../bench/phrases.ts'

/** A text that counts how often one of its units is looked at. */
function countLooks(text: string): { readonly text: string; readonly looks: () => number } {
  let looks = 0
  const counted = {
    length: text.length,
    charCodeAt: (i: number) => {
      looks++
      return text.charCodeAt(i)
    }
  }
  return { text: counted as unknown as string, looks: () => looks }
}

const talk = '您好我想查一下上个月的话费怎么多了二十块是不是流量超了麻烦帮我看看谢谢'.repeat(30)

describe('ten thousand phrases', () => {
  it('make a turn no dearer to search than ten do, but for the phrases that begin in it', () => {
    const work = (count: number): number => {
      const { text, looks } = countLooks(talk)
      const trie = createTrie(inventPhrases(count).map(phrase => `${phrase}猫猫`))
      expect(trie.next(text, 0)).toBeUndefined()
      return looks()
    }
    expect(work(10)).toBeLessThan(3 * talk.length)
    expect(work(10_000)).toBeLessThan(6 * talk.length)
  })

  it('compile in a lexicon within seconds, also on a slow machine', () => {
    const standard = generateStandard(10_000)
    const started = performance.now()
    expect(loadStandard('many.yaml', standard, 'en').problems).toEqual([])
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
