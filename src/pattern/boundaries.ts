import { foldUnit, MARK, WIDE } from '../text/fold-table.ts'
import { originalRange, type Passage } from './passage.ts'

/**
 * Where the words of a turn begin and end, by the Chinese dictionary of ICU that comes with Node. What is segmented is
 * the folded turn, so without the blanks that recognisers put between characters, and with a comma wherever the
 * writer put a mark. Tells for each place of the folded turn, and for its end, whether a word begins or ends there.
 */
export function findBoundaries(passage: Passage): Uint8Array {
  return (passage.boundaries ??= segment(passage))
}

let segmenter: Intl.Segmenter | undefined

function segment(passage: Passage): Uint8Array {
  const { folded, turn } = passage
  const boundaries = new Uint8Array(folded.length + 1)
  const places: number[] = []
  let marked = ''
  let before = 0
  for (let i = 0; i < folded.length; i++) {
    const [from, to] = originalRange(passage, i, i + 1)
    if (holdsMark(turn.text, before, from)) {
      marked += ','
      places.push(i)
    }
    marked += folded[i]
    places.push(i)
    before = to
  }
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  for (const { index } of segmenter.segment(marked)) boundaries[places[index]!] = 1
  boundaries[folded.length] = 1
  return boundaries
}

function holdsMark(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const kind = foldUnit(text.charCodeAt(i))
    if (kind === MARK || kind === WIDE) return true
  }
  return false
}
