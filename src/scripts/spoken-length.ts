import type { DeclaredSlot, Script } from './script.ts'
import { foldSlotName } from './slots.ts'

/** How fast scripts are said, in Chinese characters and in English words a minute. */
export interface Pace {
  readonly characters: number
  readonly words: number
}

/**
 * An unhurried pace on the telephone, a choice and no norm: four characters of Chinese a second, between the bounds that
 * the shipped hotline standard sets for agents (2.5 to 7), and two and a half words of English. Users set their own.
 */
export const usualPace: Pace = { characters: 240, words: 150 }

// What a slot is taken for of which nothing is known: a name, a short number.
const SLOT_SYLLABLES = 3
const SLOT_CHARACTERS = 4

/** Seconds that it takes to say a script, its slots filled by their examples. */
export function secondsToSay(script: Script, pace: Pace): number {
  const chinese = /\p{Script=Han}/u.test(script.text)
  const filler = chinese ? '某'.repeat(SLOT_SYLLABLES) : 'something'
  const { syllables, words } = countSpoken(
    fillSlots(script, slot => slot?.example ?? longestOf(slot) ?? filler),
    chinese
  )
  return (syllables / pace.characters + words / pace.words) * 60
}

/** Characters that a script has when it is sent, its slots filled by the longest that they may hold. */
export function charactersToSend(script: Script): number {
  const text = fillSlots(script, slot => {
    if (slot?.maxLength !== undefined) return '某'.repeat(slot.maxLength)
    return longestOf(slot) ?? slot?.example ?? '某'.repeat(SLOT_CHARACTERS)
  })
  return Array.from(text).length
}

function longestOf(slot: DeclaredSlot | undefined): string | undefined {
  return slot?.values?.toSorted((a, b) => b.length - a.length)[0]
}

function fillSlots(
  { text, slots, declared = [] }: Script,
  fill: (slot: DeclaredSlot | undefined) => string
): string {
  let out = ''
  let at = 0
  for (const { name, from, to } of slots) {
    out += text.slice(at, from) + fill(declared.find(slot => foldSlotName(slot.name) === foldSlotName(name)))
    at = to
  }
  return out + text.slice(at)
}

const number = /[¥￥$€£]?\d+(?:[,.:-]\d+)*%?/g

/** Syllables of Chinese and words of Latin script. Numbers are said in the language of the text. */
export function countSpoken(
  text: string,
  chinese: boolean
): { readonly syllables: number; readonly words: number } {
  const plain = text.normalize('NFKC')
  let said = 0
  const rest = plain.replace(number, (written, at: number) => {
    const isYear = /^\d{4}$/.test(written) && plain[at + written.length] === '年'
    said += sayNumber(written, isYear, chinese)
    return ' '
  })
  const syllables = rest.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = rest.match(/[\p{Script=Latin}]+(?:['’][\p{Script=Latin}]+)*/gu)?.length ?? 0
  return chinese ? { syllables: syllables + said, words } : { syllables, words: words + said }
}

/** How many syllables, or words of English, a number in figures has. */
function sayNumber(written: string, isYear: boolean, chinese: boolean): number {
  const digits = written.replace(/\D/g, '')
  const signs = /[¥￥$€£]/.test(written) ? 1 : 0
  const percent = written.endsWith('%') ? (chinese ? 3 : 1) : 0
  const plain = written.replace(/[¥￥$€£%,]/g, '')
  // Numbers of telephones, orders and cards are read out one digit after the other.
  if (isYear || plain.includes('-') || digits.length >= 7 || /^0\d/.test(plain))
    return digits.length + signs + percent
  const parts = plain.split(/[.:]/)
  const [whole = '', ...others] = parts
  const size = chinese ? syllablesOf : wordsOf
  const clock = plain.includes(':')
  const after = others.reduce((sum, part) => sum + 1 + (clock ? size(Number(part)) : part.length), 0)
  return size(Number(whole)) + after + signs + percent
}

/** 128 is 一百二十八: five. */
function syllablesOf(value: number): number {
  if (value >= 10_000) {
    const rest = value % 10_000
    return (
      syllablesOf(Math.floor(value / 10_000)) + 1 + (rest > 0 ? syllablesOf(rest) + (rest < 1000 ? 1 : 0) : 0)
    )
  }
  if (value === 0) return 1
  const digits = String(value)
  const figures = digits.replaceAll('0', '').length
  const units = [...digits].filter((digit, i) => digit !== '0' && i < digits.length - 1).length
  const inner = /[1-9]0+[1-9]/.test(digits) ? 1 : 0
  // 十二, not 一十二.
  return figures + units + inner - (value >= 10 && value < 20 ? 1 : 0)
}

/** 128 is one hundred (and) twenty-eight: four. */
function wordsOf(value: number): number {
  if (value >= 1000)
    return wordsOf(Math.floor(value / 1000)) + 1 + (value % 1000 > 0 ? wordsOf(value % 1000) : 0)
  if (value >= 100) return 2 + (value % 100 > 0 ? wordsOf(value % 100) : 0)
  return value > 20 && value % 10 > 0 ? 2 : 1
}
