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
  for (let from = 0; from < marked.length;) {
    const to = endOfPiece(marked, from)
    for (const { index } of segmenter.segment(marked.slice(from, to))) boundaries[places[from + index]!] = 1
    from = to
  }
  boundaries[folded.length] = 1
  return boundaries
}

/** The dictionary takes the square of the length of what stands without a mark; a text as long as this seldom does. */
const LONGEST = 1000

/** No word goes over a mark, so that is where a long text is cut; one without marks is cut where it must be. */
function endOfPiece(marked: string, from: number): number {
  if (marked.length - from <= LONGEST) return marked.length
  const mark = marked.lastIndexOf(',', from + LONGEST - 1)
  return mark > from ? mark : from + LONGEST
}

function holdsMark(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const kind = foldUnit(text.charCodeAt(i))
    if (kind === MARK || kind === WIDE) return true
  }
  return false
}
