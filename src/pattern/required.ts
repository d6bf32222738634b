import { RegExpParser, type AST } from '@eslint-community/regexpp'

/**
 * Texts of which every match of an expression holds at least one, or `undefined` when no such set of useful size can
 * be told. A turn without any of them needs no look with the expression itself.
 */
export function requiredTexts(source: string, flags: string): readonly string[] | undefined {
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, {
    unicode: flags.includes('u')
  })
  const found = flags.includes('i') ? undefined : ofAlternatives(pattern.alternatives)
  return found && found.size <= MOST ? [...found] : undefined
}

const MOST = 600
// How many spellings of one stretch are written out before it counts as unknown.
const SPELLINGS = 24

/** Shorter texts stand in nearly every turn. A Chinese character says about as much as three Latin letters. */
export function isUseful(text: string): boolean {
  return text.length >= 3 || /^[\u2e80-\uffff]/.test(text)
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): ReadonlySet<string> | undefined {
  const all = new Set<string>()
  for (const alternative of alternatives) {
    const found = ofSequence(alternative.elements)
    if (!found) return undefined
    for (const text of found) all.add(text)
    if (all.size > MOST) return undefined
  }
  return all
}

/** The best of what any stretch of a sequence requires: the set whose shortest text is longest. */
function ofSequence(elements: readonly AST.Element[]): ReadonlySet<string> | undefined {
  let best: ReadonlySet<string> | undefined
  let run: ReadonlySet<string> = new Set([''])
  const consider = (texts: ReadonlySet<string> | undefined): void => {
    if (texts && [...texts].every(isUseful) && (!best || worth(texts) > worth(best))) best = texts
  }
  for (const element of elements) {
    const spelled = spellings(element)
    const longer = spelled && product(run, spelled)
    if (longer) {
      run = longer
      continue
    }
    consider(run)
    consider(required(element))
    // What follows begins anew; an element that can be written out begins the next stretch itself.
    run = spelled ?? new Set([''])
  }
  consider(run)
  return best
}

function worth(texts: ReadonlySet<string>): number {
  return Math.min(...[...texts].map(text => text.length)) - texts.size / 100
}

function required(element: AST.Element): ReadonlySet<string> | undefined {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives)
    case 'Quantifier':
      return element.min > 0 ? required(element.element) : undefined
    default:
      return undefined
  }
}

/** All texts an element can stand for, when they are few. */
function spellings(element: AST.Element): ReadonlySet<string> | undefined {
  switch (element.type) {
    case 'Character':
      return new Set([String.fromCodePoint(element.value)])
    case 'Assertion':
      return new Set([''])
    case 'CharacterClass':
      return spellClass(element)
    case 'Group':
    case 'CapturingGroup': {
      const all = new Set<string>()
      for (const { elements } of element.alternatives) {
        let texts: ReadonlySet<string> | undefined = new Set([''])
        for (const part of elements) {
          const spelled = spellings(part)
          texts = texts && spelled && product(texts, spelled)
        }
        if (!texts || all.size + texts.size > SPELLINGS) return undefined
        for (const text of texts) all.add(text)
      }
      return all
    }
    case 'Quantifier': {
      if (element.max > 1) return undefined
      const spelled = spellings(element.element)
      return spelled && (element.min === 0 ? new Set([...spelled, '']) : spelled)
    }
    default:
      return undefined
  }
}

function spellClass(element: AST.CharacterClass): ReadonlySet<string> | undefined {
  if (element.negate) return undefined
  const texts = new Set<string>()
  for (const part of element.elements) {
    if (part.type === 'Character') texts.add(String.fromCodePoint(part.value))
    else if (part.type === 'CharacterClassRange' && part.max.value - part.min.value < 10) {
      for (let code = part.min.value; code <= part.max.value; code++) texts.add(String.fromCodePoint(code))
    } else return undefined
  }
  return texts
}

function product(before: ReadonlySet<string>, after: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (before.size * after.size > SPELLINGS) return undefined
  const texts = new Set<string>()
  for (const a of before) for (const b of after) texts.add(a + b)
  return texts
}
