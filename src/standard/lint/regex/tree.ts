/** A regular expression as a tree. `from` and `to` are offsets in its source. */
export type RegexNode =
  | { readonly kind: 'set'; readonly source: string; readonly from: number; readonly to: number }
  /** Matches without taking a character: an assertion, or nothing at all. */
  | { readonly kind: 'empty'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'sequence' | 'choice'
      readonly parts: readonly RegexNode[]
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'repeat'
      readonly part: RegexNode
      readonly min: number
      /** `Infinity` without an upper limit. */
      readonly max: number
      readonly from: number
      readonly to: number
    }

const escape =
  /\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|k<[^>]*>|[\s\S])/y
const characterClass = /\[(?:\\[\s\S]|[^\]\\])*\]/y
const groupStart = /\((?:\?(?::|<[^>]*>|[a-z-]*:))?/y
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y

/**
 * Reads a regular expression that the engine accepts and that has no look-around and no back-reference, as standards
 * may use them. Groups leave no trace but their extent.
 */
export function parseRegexTree(source: string): RegexNode {
  let at = 0

  function take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = at
    const match = expression.exec(source)
    if (match) at += match[0].length
    return match
  }

  function choice(): RegexNode {
    const from = at
    const parts = [sequence()]
    while (source[at] === '|') {
      at++
      parts.push(sequence())
    }
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts, from, to: at }
  }

  function sequence(): RegexNode {
    const from = at
    const parts: RegexNode[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated())
    if (parts.length === 1) return parts[0]!
    return parts.length === 0 ? { kind: 'empty', from, to: at } : { kind: 'sequence', parts, from, to: at }
  }

  function repeated(): RegexNode {
    const from = at
    const part = atom()
    const match = take(quantifier)
    if (!match) return part
    const [, sign, least, comma, most] = match
    const [min, max] = sign ? signs[sign as keyof typeof signs] : [Number(least), limit(least!, comma, most)]
    return { kind: 'repeat', part, min, max, from, to: at }
  }

  function atom(): RegexNode {
    const from = at
    if (take(groupStart)) {
      const inner = choice()
      at++
      return { ...inner, from, to: at }
    }
    const match = take(escape) ?? take(characterClass)
    if (!match) at += source.codePointAt(at)! > 0xffff ? 2 : 1
    const text = source.slice(from, at)
    return assertions.has(text)
      ? { kind: 'empty', from, to: at }
      : { kind: 'set', source: text, from, to: at }
  }

  return choice()
}

const assertions = new Set(['^', '$', '\\b', '\\B'])

const signs = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1]
} as const

/** The upper limit of `{2}`, `{2,}` or `{2,5}`. */
function limit(least: string, comma: string | undefined, most: string | undefined): number {
  if (comma === undefined) return Number(least)
  return most === '' || most === undefined ? Number.POSITIVE_INFINITY : Number(most)
}
