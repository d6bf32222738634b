import { foldCharacter } from '../text/fold-table.ts'

const groupName = /^\(\?<([\p{L}_$][^>]*)>/u

/** Turns `(?<name>` into `(?:`, but not inside a class, where it stands for its characters. */
export function dropGroupNames(source: string): string {
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
export function foldRegex(body: string): string {
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
