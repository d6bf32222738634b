import { align, createSentence } from '../../pattern/align.ts'
import { stripFillers } from '../../pattern/fillers.ts'
import { fold } from '../../text/fold.ts'
import { writeNumbers } from '../../text/numbers.ts'
import type { Likeness } from './fill.ts'

/**
 * Whether what was heard says a value: the value stands in it, not as a part of a longer word or number. Numbers are
 * equal however they are said, dates however they are written; by sound a word without digits may be a like one.
 */
export function saysValue(value: string, heard: string, { similarity, sound }: Likeness): boolean {
  const text = comparable(heard)
  const year = dateOf(value)?.year
  if (year !== undefined && !fitsYear(text, year)) return false
  if (formsOf(value).some(form => holds(text, comparable(form)))) return true
  const wanted = comparable(value)
  if (/\d/.test(wanted))
    return /^[\da-z]+$/.test(wanted) && holds(text.replace(/(?<=\w)[ -](?=\w)/g, ''), wanted)
  return sound && wanted.length > 1 && align(createSentence(wanted, true), text, similarity).length > 0
}

function comparable(text: string): string {
  return writeNumbers(stripFillers(fold(text)).text)
}

function holds(text: string, wanted: string): boolean {
  if (wanted === '') return false
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + wanted.length)]
    const begins = !/^[a-z0-9]/.test(wanted) || !/(?:[a-z0-9]|\d[.,])$/.test(before)
    const ends = !/[a-z0-9]$/.test(wanted) || !/^(?:[a-z0-9]|[.,]\d)/.test(after)
    if (begins && ends) return true
  }
  return false
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

function dateOf(value: string): Day | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value.trim())
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined
}

/** Whether a text that names a year names this one. */
function fitsYear(text: string, year: number): boolean {
  const told = [...text.matchAll(/(\d{4}|\d{2})年|\b((?:19|20)\d{2})\b/g)].map(match => match[1] ?? match[2]!)
  return told.length === 0 || told.some(one => String(year).endsWith(one))
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]

/** How a value may be said; a date, as exports write it, with or without its year. */
function formsOf(value: string): readonly string[] {
  const date = dateOf(value)
  if (!date) return [value]
  const { year, month, day } = date
  const name = months[month - 1] ?? ''
  const ordinal = `${day}${['th', 'st', 'nd', 'rd'][day % 100 > 10 && day % 100 < 14 ? 0 : day % 10] ?? 'th'}`
  const days = [
    `${month}月${day}日`,
    `${month}月${day}`,
    ...[day, ordinal].flatMap(one => [`${name} ${one}`, `${one} ${name}`, `${one} of ${name}`])
  ]
  return [value, `${year}-${month}-${day}`, ...days]
}
