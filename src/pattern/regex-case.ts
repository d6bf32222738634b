import type { AST } from '@eslint-community/regexpp'

/**
 * Writes the characters of an expression so that it ignores case without the flag `i`, with which V8 cannot match in
 * linear time: `a` becomes `[aA]`, `[^a-f]` becomes `[^a-fA-F]`.
 */
export function writeCased(element: AST.Element): string {
  if (element.type === 'Character') return writeCharacter(element)
  return element.type === 'CharacterClass' ? writeClass(element) : element.raw
}

function writeCharacter({ value, raw }: AST.Character): string {
  const other = otherCase(value)
  return other === undefined ? raw : `[${escapeCode(value)}${escapeCode(other)}]`
}

function writeClass({ elements, negate }: AST.CharacterClass): string {
  const written = elements.map(element => {
    if (element.type === 'Character') return writeRange(element.value, element.value)
    return element.type === 'CharacterClassRange'
      ? writeRange(element.min.value, element.max.value)
      : element.raw
  })
  return `[${negate ? '^' : ''}${written.join('')}]`
}

function writeRange(min: number, max: number): string {
  let source = min === max ? escapeCode(min) : `${escapeCode(min)}-${escapeCode(max)}`
  for (let code = min; code <= max; code++) {
    const other = otherCase(code)
    if (other !== undefined && (other < min || other > max)) source += escapeCode(other)
  }
  return source
}

/** The same letter in the other case, where it is one character too and both are ASCII or neither. */
function otherCase(code: number): number | undefined {
  const character = String.fromCharCode(code)
  const upper = character.toUpperCase()
  const other = upper === character ? character.toLowerCase() : upper
  if (other === character || other.length !== 1 || other.charCodeAt(0) < 0x80 !== code < 0x80)
    return undefined
  return other.charCodeAt(0)
}

const escapeCode = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`
