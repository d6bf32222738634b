/** A folded text without its fillers. */
export interface Stripped {
  readonly text: string
  /** Where in the folded text the unit at a place stands. */
  place(i: number): number
}

const fillers = /[嗯呃唔哦噢啊呀哎诶欸]|那个|就是说|\b(?:u+h+m*|u+m+|e+rm*|h+m+|a+h+|o+h+)\b[^a-z0-9]?/g

/**
 * Leaves out what speakers put in while they think: 嗯, 呃, 那个, uh, um. A text of nothing but fillers stays as it is,
 * unless `all` are to go.
 */
export function stripFillers(folded: string, all = false): Stripped {
  const text = folded.replace(fillers, '')
  if (text.length === folded.length) return { text, place: i => i }
  if (text === '' && !all) return { text: folded, place: i => i }
  const places: number[] = []
  let at = 0
  for (const match of folded.matchAll(fillers)) {
    while (at < match.index) places.push(at++)
    at += match[0].length
  }
  while (at < folded.length) places.push(at++)
  return { text, place: i => places[i]! }
}
