import { listContractions } from './contractions.ts'
import { irregularForms } from './irregular.ts'

/**
 * The forms of an English word, or of a phrase whose first word changes ("look into": looked into, looking into): the
 * third person or plural, past and -ing form, British and American spelling, contractions drawn together or written
 * out. Words are taken for verbs and nouns alike, so some forms exist nowhere and find nothing; which form a sentence
 * should have it does not tell. Empty when the phrase begins with no English word.
 */
export function inflect(phrase: string): readonly string[] {
  const match = /^\s*([a-z]+(?:['’][a-z]+)?)(?![a-z])([^]*)$/i.exec(phrase)
  if (!match) return []
  const [, first = '', rest = ''] = match
  const inflected = listContractions(first + rest).flatMap(text => {
    const [word = ''] = /^[\w']+/.exec(text) ?? []
    return listForms(word.toLowerCase()).map(form => form + text.slice(word.length))
  })
  return [...new Set(inflected.flatMap(listContractions))]
}

// Words that have no other forms, or whose forms are told by contractions.
const fixed = new Set(
  (
    'a an the i you he she it we they me him her us them my your his its our their this that these those who what ' +
    'which how when where why here there not no yes and or but if so as at by for from in into of off on onto out to ' +
    'up with about please sorry very too also just only never always hello hi thanks must'
  ).split(' ')
)

function listForms(word: string): readonly string[] {
  if (fixed.has(word) || word.includes("'") || word === 'cannot') return [word]
  const irregular = irregularForms.find(forms => forms.includes(word))
  if (irregular) return irregular
  return [...new Set(spellings(word).flatMap(base => [base, ...pluralForms(base), ...pastForms(base)]))]
}

/** apologise and apologize, analyse and analyze. */
function spellings(word: string): readonly string[] {
  const match = /^(\w{3,}(?:i|y))[sz]e$/.exec(word)
  return match ? [`${match[1]}ze`, `${match[1]}se`] : [word]
}

function pluralForms(word: string): readonly string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`]
  return [/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`]
}

function pastForms(word: string): readonly string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ied`, `${word}ing`]
  if (word.endsWith('ie')) return [`${word}d`, `${word.slice(0, -2)}ying`]
  if (word.endsWith('e'))
    return [`${word}d`, /(?:[eyo]e)$/.test(word) ? `${word}ing` : `${word.slice(0, -1)}ing`]
  const plain = [`${word}ed`, `${word}ing`]
  // One vowel before one consonant: stop, stopped. Longer words double it where the stress lies, which spelling hides.
  if (!/(?:^|[^aeiou])[aeiou][^aeiouwxy]$/.test(word)) return plain
  const doubled = [`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`]
  return /[aeiou].*[aeiou]/.test(word) ? [...plain, ...doubled] : doubled
}
