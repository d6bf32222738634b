import { isIdNumber } from './cn-id-card.ts'
import { digitsOf, findNumbers, numberHint } from './digits.ts'
import { findMatches, type Entity } from './entity.ts'

// In a row, in groups of four, or six and thirteen. Cards of banks begin with 3 to 6, national ones also with 9.
const number =
  /(?<!\d)(?=[3-69])(?:\d{12,19}|\d{4}([ -])\d{4}\1\d{4}(?:\1\d{1,4}){1,2}|\d{6}[ -]\d{13})(?!\d)/g

export const bankCard: Entity = {
  name: 'bank-card',
  help: 'Card numbers of 12 to 19 digits whose check digit (Luhn, ISO/IEC 7812) is right, in groups or read out. Of other numbers of that length one in ten passes as well.',
  hint: numberHint,
  find: plain => findNumbers(plain, text => findMatches(number, text, ([match]) => isCard(digitsOf(match))))
}

function isCard(digits: string): boolean {
  return hasLuhnDigit(digits) && !(digits.length === 18 && isIdNumber(digits))
}

function hasLuhnDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
