/** Chinese numerals as the inside of a character class. */
export const hanNumerals = '零〇一二两三四五六七八九十百千万亿'

/** A number in figures, with commas and decimals, for expressions. It may follow a comma of the sentence. */
export const figures = '(?<![\\d.])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|(?<![\\d.]|\\d,)\\d+(?:\\.\\d+)?'

const digits = '零一二三四五六七八九'

/** The value of a Chinese numeral below a hundred, or of digits read out; `undefined` for others. */
export function readNumeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain)
  if (tens) return 10 * (tens[1] ? digits.indexOf(tens[1]) : 1) + (tens[2] ? digits.indexOf(tens[2]) : 0)
  if (!/^[零一二三四五六七八九]+$/.test(plain)) return undefined
  return Number([...plain].map(digit => digits.indexOf(digit)).join(''))
}
