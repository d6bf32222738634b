import { between, findNumbers, numberHint } from './digits.ts'
import { findMatches, type Entity } from './entity.ts'

const number = new RegExp(
  `(?<!\\d)(?:(?:\\+|00)86${between})?1${between}[3-9](?:${between}\\d){9}(?!\\d)`,
  'g'
)

export const cnMobile: Entity = {
  name: 'cn-mobile',
  help: 'Mobile numbers of mainland China: 11 digits from 13 to 19, with +86 or 0086, blanks or dashes, or read out. Whether a number is in use it cannot tell.',
  hint: numberHint,
  find: plain => findNumbers(plain, text => findMatches(number, text))
}
