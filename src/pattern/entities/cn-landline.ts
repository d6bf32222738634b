import { between, findNumbers, numberHint } from './digits.ts'
import { findMatches, type Entity } from './entity.ts'

// Two-digit area codes (010, 02x) go with eight digits, the others with seven or eight.
const area = '(?:0(?:10|2\\d)|\\(0(?:10|2\\d)\\))'
const longArea = '(?:0[3-9]\\d{2}|\\(0[3-9]\\d{2}\\))'
const extension = '(?: ?(?:转|-|ext\\.?) ?\\d{1,6})?'
const number = new RegExp(
  `(?<!\\d)(?:${area}${between}[2-8]\\d{3}|${longArea}${between}[2-8]\\d{2,3})${between}\\d{4}${extension}(?!\\d)`,
  'g'
)

export const cnLandline: Entity = {
  name: 'cn-landline',
  help: 'Landline numbers of mainland China with their area code and perhaps an extension, also read out. Without an area code a number of seven or eight digits may be anything.',
  hint: numberHint,
  find: plain => findNumbers(plain, text => findMatches(number, text))
}
