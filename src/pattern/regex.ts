import { RegExpParser } from '@eslint-community/regexpp'
import { dropGroupNames, foldRegex } from './regex-fold.ts'
import { holdsNames, isSimple, writeLinear } from './regex-linear.ts'

/** A regular expression of a standard, or what is wrong with it. */
export type ParsedRegex =
  | ({ readonly ok: true } & Regex)
  | { readonly ok: false; readonly reason: RegexFault; readonly detail: string }

export interface Regex {
  /** The folded expression without the names of its groups. */
  readonly source: string
  readonly flags: string
  /** Sees the text as it was written, not folded. */
  readonly original: boolean
  /** The same as it is run, so that V8 can match it in linear time: see `writeLinear`. */
  readonly run: RunnableRegex
}

export interface RunnableRegex {
  readonly source: string
  readonly flags: string
  /** For long texts. */
  readonly guarded?: string | undefined
  /** With the names of its groups, when it has any. */
  readonly named?: string | undefined
}

export type RegexFault = 'unclosed' | 'flags' | 'syntax' | 'unsupported' | 'empty' | 'slow'

/** Whether a text of a pattern is meant as a regular expression. */
export function looksLikeRegex(text: string): boolean {
  return text.startsWith('/') && text.length > 1
}

/**
 * Reads `/body/flags`. The body sees folded text and is folded itself, so that 客服 finds 客服 in whatever
 * width or script; flag `o` makes it see the text as it was written, and `i` then ignores case. What cannot be
 * matched in linear time is refused: back-references, look-around, and with `\p{…}` all but simple repeats.
 */
export function parseRegex(text: string): ParsedRegex {
  const close = text.lastIndexOf('/')
  if (close === 0) return { ok: false, reason: 'unclosed', detail: text }
  const body = text.slice(1, close)
  const written = text.slice(close + 1)
  const bad = /[^oi]/.exec(written)
  if (bad) return { ok: false, reason: 'flags', detail: bad[0] }
  const unsupported = /\\[1-9]|\\k<|\(\?(?!:|<[^=!])<?.?/.exec(body.replace(/\\\\/g, '  '))
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
  const run = makeRunnable(source, flags)
  if (!run) return { ok: false, reason: 'slow', detail: text }
  return { ok: true, source: dropGroupNames(source), flags, original, run }
}

/** An expression so that V8 can match it quickly on every text; `undefined` where that cannot be. */
function makeRunnable(source: string, flags: string): RunnableRegex | undefined {
  const unicode = flags.includes('u')
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, { unicode })
  // With `u` V8 only ever goes back and forth.
  if (unicode && !isSimple(pattern)) return undefined
  const plain = { ignoreCase: !unicode && flags.includes('i'), guarded: false, names: false }
  const linear = writeLinear(pattern, plain)
  if (linear === undefined) return undefined
  return {
    source: linear,
    flags: unicode ? flags : '',
    guarded: unicode ? undefined : writeLinear(pattern, { ...plain, guarded: true }),
    named: holdsNames(pattern) ? writeLinear(pattern, { ...plain, names: true }) : undefined
  }
}
