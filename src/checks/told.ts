import type { Hit } from '../pattern/passage.ts'
import type { Captures, Finding } from '../pattern/pattern.ts'
import { fold } from '../text/fold.ts'
import { readDigits } from '../text/read-digits.ts'
import type { By, ContactView } from './view.ts'

/**
 * Leaves out the hits whose words a side has said in an earlier turn. A number counts as said when its digits were,
 * in whatever groups, as figures or read out. Where the pattern has named groups, what these captured decides.
 */
export function dropTold(
  finding: Finding,
  by: By,
  captures: Captures | undefined,
  view: ContactView
): Finding {
  if (!finding.matched) return finding
  const turns = view.turnsBy(by)
  const isTold = (hit: Hit): boolean => {
    const earlier = turns.filter(({ index }) => index < hit.passage.index).map(({ turn }) => turn.text)
    const captured = [...(captures?.read([hit]).values() ?? [])]
    const words = captured.length > 0 ? captured : [hit.passage.turn.text.slice(hit.from, hit.to)]
    return earlier.length > 0 && words.every(word => isSaid(word, earlier))
  }
  const hits = finding.hits.filter(hit => !isTold(hit))
  return hits.length > 0 ? { ...finding, hits } : { matched: false, hits, missing: [] }
}

function isSaid(words: string, earlier: readonly string[]): boolean {
  const wanted = plain(words)
  if (wanted === '') return false
  const said = earlier.map(plain)
  if (said.some(text => text.includes(wanted))) return true
  // Numbers are given in pieces, with words of all kinds between them.
  return (
    /^\d{5,}$/.test(wanted) &&
    said
      .join('')
      .replace(/\D/g, '')
      .includes(wanted.replace(/^(?:00)?86(?=1\d{10}$)/, ''))
  )
}

/** Folded, digits as figures, without what stands between them. */
const plain = (text: string): string => readDigits(fold(text)).replace(/[^\p{L}\p{N}]/gu, '')
