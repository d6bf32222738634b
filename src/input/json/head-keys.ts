import { foldKey } from './spot.ts'

/** Deeper keys tell no format. */
const DEEPEST = 6

/**
 * The keys in the beginning of a JSON text, each with those above it: `transcript.content`. Lists count for nothing,
 * so that one document, a list of them and one on each line look the same. Keys are folded as `foldKey` does.
 */
export function headKeys(head: string): ReadonlySet<string> {
  const keys = new Set<string>()
  const above: string[] = []
  let last = ''
  let word: string | undefined
  for (const [token] of head.matchAll(/"(?:[^"\\]|\\[^])*(?:"|$)|[{}[\]:,]/g)) {
    if (token === '{') above.push(last)
    else if (token === '}') last = above.pop() ?? ''
    else if (token === ':' && word !== undefined && above.length > 0) {
      const path = above.at(-1) === '' ? word : `${above.at(-1)}.${word}`
      last = path
      if (above.length <= DEEPEST) keys.add(path)
    }
    if (token === '[' || token === '{' || token === ':') word = undefined
    else
      word = token.startsWith('"') ? foldKey(token.slice(1, token.endsWith('"') ? -1 : undefined)) : undefined
  }
  return keys
}
