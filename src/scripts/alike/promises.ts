import { cnLandline } from '../../pattern/entities/cn-landline.ts'
import { cnMobile } from '../../pattern/entities/cn-mobile.ts'
import { date } from '../../pattern/entities/date.ts'
import { duration } from '../../pattern/entities/duration.ts'
import { money } from '../../pattern/entities/money.ts'
import { time } from '../../pattern/entities/time.ts'
import { fold } from '../../text/fold.ts'
import { writeNumbers } from '../../text/numbers.ts'
import { plainText } from '../../text/plain.ts'
import type { Slot } from '../script.ts'
import { readDurationValue } from './duration-value.ts'

export const promiseKinds = ['phone', 'money', 'share', 'date', 'time', 'duration', 'count'] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** A figure that a customer may take a company at. */
export interface Promised {
  readonly kind: PromiseKind
  /** The same for figures that mean the same: 七天 and 一周, 300元 and 三百块. */
  readonly value: string
  /** In UTF-16 units of the text. */
  readonly from: number
  readonly to: number
}

interface Found {
  readonly from: number
  readonly to: number
}

const hotline = /(?<!\d)(?:[48]00[ -]?\d{3,4}[ -]?\d{3,4}|9[56]\d{3,4}|1(?:00|01|23)\d{2})(?!\d)/g
const share =
  /(?<![\d.])\d+(?:\.\d+)?%|百分之[零一二三四五六七八九十百点两\d.]+|(?:\d+(?:\.\d+)?|[一二三四五六七八九]{1,2})折(?!叠|断|腾|扣)/g
const classifiers =
  '次|个|件|张|份|瓶|台|倍|人|位|名|积分|分(?!钟)|条|部|套|双|盒|单|轮|遍|步|级|gb?|mb?|兆|斤|公斤|千克|克|kg|米|公里|公分'
const count = new RegExp(
  `(?<![\\d.第])\\d+(?:\\.\\d+)?(?:${classifiers})(?![a-z])|(?<![第零一二三四五六七八九十百千万])[二两三四五六七八九十百千万]{1,5}(?:${classifiers})|(?<![\\d.])\\d+ (?:times|items|pieces|points|units)\\b`,
  'g'
)

/** How each kind is found in a plain text; of figures that overlap the kind named first here counts. */
const finders: readonly (readonly [PromiseKind, (plain: string, written: string) => readonly Found[]])[] = [
  [
    'phone',
    plain => [...matchesOf(hotline, plain), ...cnMobile.find(plain, plain), ...cnLandline.find(plain, plain)]
  ],
  ['date', (plain, written) => date.find(plain, written)],
  ['money', (plain, written) => money.find(plain, written)],
  ['share', plain => matchesOf(share, plain)],
  ['time', (plain, written) => time.find(plain, written)],
  ['duration', (plain, written) => duration.find(plain, written)],
  ['count', plain => matchesOf(count, plain)]
]

const anyFigure =
  /[\d零一二两三四五六七八九十百千半]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b/

/** The figures that a script promises, in order and apart from each other; those inside slots are nobody's promise. */
export function findPromises(text: string, slots: readonly Slot[]): readonly Promised[] {
  const plain = plainText(text)
  if (!anyFigure.test(plain)) return []
  const found: Promised[] = []
  for (const [kind, find] of finders) {
    for (const { from, to } of find(plain, text)) {
      const overlaps = (other: Found): boolean => from < other.to && to > other.from
      if (found.some(overlaps) || slots.some(overlaps)) continue
      const value = valueOf(kind, plain.slice(from, to))
      if (value !== undefined) found.push({ kind, value, from, to })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** What a figure comes to; undefined where it is none that holds: 明天, 几天, 一个. */
function valueOf(kind: PromiseKind, plain: string): string | undefined {
  if (kind === 'phone') return plain.replace(/\D/g, '')
  const written = writeNumbers(fold(plain))
  if (!/\d|半|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b/.test(written))
    return undefined
  if (kind === 'duration') return readDurationValue(written)
  if (kind === 'share') return shareOf(written)
  if (kind === 'money')
    return written
      .replace(/人民币|rmb|cny|yuan/g, '元')
      .replace(/(\d)0*\.0+元/, '$1元')
      .replaceAll(' ', '')
  return written.replaceAll(' ', '')
}

/** 85折 and 8.5折 are the same. */
function shareOf(written: string): string {
  const off = /^(\d+(?:\.\d+)?)折$/.exec(written)
  if (!off) return written
  const tenths = Number(off[1])
  return `${tenths > 10 ? tenths / 10 : tenths}折`
}

function matchesOf(pattern: RegExp, text: string): readonly Found[] {
  return [...text.matchAll(pattern)].map(match => ({ from: match.index, to: match.index + match[0].length }))
}
