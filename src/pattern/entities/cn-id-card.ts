import { isDay } from './calendar.ts'
import { between, digitsOf, findNumbers, numberHint } from './digits.ts'
import { findMatches, type Entity } from './entity.ts'

const number = new RegExp(`(?<!\\d)[1-9](?:${between}\\d){13,16}${between}[\\dx](?![\\da-z])`, 'g')

// GB/T 2260: codes of provinces, regions and the like.
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]|91)/

export const cnIdCard: Entity = {
  name: 'cn-id-card',
  help: 'Identity numbers of mainland China: 18 characters whose region, date of birth and check digit (GB 11643) are right, and old ones of 15 digits whose region and date are. Whether somebody has the number it cannot tell.',
  hint: numberHint,
  find: plain =>
    findNumbers(plain, text => findMatches(number, text, match => isIdNumber(digitsOf(match[0]))))
}

/** Whether digits (with an `x`) can be the number of an identity card. */
export function isIdNumber(digits: string): boolean {
  if (!provinces.test(digits)) return false
  const birth = digits.length === 18 ? digits.slice(6, 14) : `19${digits.slice(6, 12)}`
  const [year, month, day] = [birth.slice(0, 4), birth.slice(4, 6), birth.slice(6, 8)].map(Number)
  if (!isDay(year, month!, day!)) return false
  if (digits.length === 15) return !digits.includes('x')
  return digits.length === 18 && year! >= 1850 && hasCheckDigit(digits)
}

/** ISO 7064 MOD 11-2: the weighted sum of all characters, `x` for ten, leaves 1. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < 18; i++) {
    const value = digits[i] === 'x' ? 10 : Number(digits[i])
    sum += value * (2 ** (17 - i) % 11)
  }
  return sum % 11 === 1
}
