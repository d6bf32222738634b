import { plainText } from '../text/plain.ts'
import type { Entity } from './entities/entity.ts'
import type { Finder } from './finder.ts'
import type { Hit } from './passage.ts'

const none: readonly Hit[] = []

/** Finds data of a kind in turns. */
export function createEntityFinder(entity: Entity): Finder {
  return {
    inPassage(passage, once) {
      const { text } = passage.turn
      const plain = (passage.plain ??= plainText(text))
      if (!entity.hint.test(plain)) return none
      const spans = entity.find(plain, text)
      return (once ? spans.slice(0, 1) : spans).map(({ from, to }) => ({ passage, from, to }))
    }
  }
}
