import { foldCharacter } from '../text/fold-table.ts'

/** A regular expression of a standard, or what is wrong with it. */
export type ParsedRegex =
  | {
      readonly ok: true
      readonly source: string
      readonly flags: string
      readonly original: boolean
      /** The source with its group names, when it has any. */
      readonly named?: string | undefined
    }
  | { readonly ok: false; readonly reason: RegexFault; readonly detail: string }

export type RegexFault = 'unclosed' | 'flags' | 'syntax' | 'unsupported' | 'empty'

/** Whether a text of a pattern is meant as a regular expression. */
export function looksLikeRegex(text: string): boolean {
  return text.startsWith('/') && text.length > 1
}

/**
 * Reads `/body/flags`. The body sees folded text and is folded itself, so that 客服 finds 客服 in whatever
 * width or script; flag `o` makes it see the text as it was written, and `i` then ignores case. Back-references
 * and look-around are refused, because they cannot be matched in linear time.
 */
export function parseRegex(text: string): ParsedRegex {
  const close = text.lastIndexOf('/')
  if (close === 0) return { ok: false, reason: 'unclosed', detail: text }
  const body = text.slice(1, close)
  const written = text.slice(close + 1)
  const bad = /[^oi]/.exec(written)
  if (bad) return { ok: false, reason: 'flags', detail: bad[0] }
  const unsupported = /\\[1-9]|\\k<|\(\?<?[=!]/.exec(body.replace(/\\\\/g, '  '))
  if (unsupported) return { ok: false, reason: 'unsupported', detail: unsupported[0] }

  const original = written.includes('o')
  const source = original ? body : foldRegex(body)
  const flags = (original && written.includes('i') ? 'i' : '') + (/\\p\{/i.test(body) ? 'u' : '')
  let regex: RegExp
  try {
    regex = new RegExp(source, flags)
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/^.*: /, '') : String(error)
    return { ok: false, reason: 'syntax', detail }
  }
  if (regex.test('')) return { ok: false, reason: 'empty', detail: text }
  const plain = dropGroupNames(source)
  return plain === source
    ? { ok: true, source, flags, original }
    : { ok: true, source: plain, flags, original, named: source }
}

const groupName = /^\(\?<([\p{L}_$][^>]*)>/u

/** Turns `(?<name>` into `(?:`, but not inside a class, where it stands for its characters. */
function dropGroupNames(source: string): string {
  let out = ''
  let inClass = false
  for (let i = 0; i < source.length;) {
    const name = inClass || source[i] !== '(' ? null : groupName.exec(source.slice(i))
    const piece = name ? name[0] : source.slice(i, source[i] === '\\' ? i + 2 : i + 1)
    if (piece === '[') inClass = true
    else if (piece === ']') inClass = false
    out += name ? '(?:' : piece
    i += piece.length
  }
  return out
}

/** Folds the literal characters of a regular expression and leaves its operators and escapes alone. */
function foldRegex(body: string): string {
  let out = ''
  for (let i = 0; i < body.length;) {
    const character = String.fromCodePoint(body.codePointAt(i)!)
    if (character === '\\') {
      const escape = /^\\(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|p\{[^}]*\}|[\s\S]?)/i.exec(
        body.slice(i)
      )!
      out += escape[0]
      i += escape[0].length
      continue
    }
    const name = character === '(' ? groupName.exec(body.slice(i)) : null
    if (name) {
      out += name[0]
      i += name[0].length
      continue
    }
    out += foldCharacter(character) || character
    i += character.length
  }
  return out
}
