/** A piece of a sentence as it is written. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  /** `{name}`, which stands for a value of the contact or the standard. */
  | { readonly kind: 'name'; readonly name: string; readonly optional: boolean }
  /** A place for words that the sentence does not tell; a gap (`…`) has no name. */
  | { readonly kind: 'slot'; readonly name: string | undefined }

const gap = /^\s*(?:…+|\.{3,})\s*$/
const open = /\{([\p{L}_][\p{L}\p{N}_.]*)(\?)?\}|\s*(?:…+|\.{3,})\s*/gu

/** Whether a text is a gap and nothing else. */
export const isGap = (text: string): boolean => gap.test(text)

/** The pieces of a sentence. `slots` are the names in it that are slots. */
export function splitWording(text: string, slots: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(open)) {
    if (match.index > at) pieces.push({ kind: 'words', text: text.slice(at, match.index) })
    const [whole, name, mark] = match
    if (name === undefined || slots.has(name)) pieces.push({ kind: 'slot', name })
    else pieces.push({ kind: 'name', name, optional: mark !== undefined })
    at = match.index + whole.length
  }
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) })
  return pieces
}

// Marks that end a sentence, with the quotation marks and brackets that close behind them; a full stop ends one
// before a blank only, and not after an abbreviation or in a gap. `{name?}` holds no question.
const sentenceEnd =
  /(?<=[。！？][”’」』）]*)(?![。！？”’」』）])|(?<=[!?]["'”’)]*)(?![!?"'”’)}])|(?<=(?<!\.|\b(?:mr|mrs|ms|dr|no|st))\.)\s+|\n+/i

/** The sentences of a text. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split(sentenceEnd)
    .map(sentence => sentence.trim())
    .filter(sentence => /[\p{L}\p{N}]/u.test(sentence))
}
