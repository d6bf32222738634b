/** Chinese digits, as they are read out one by one too, and their figures. */
export const digitOf: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  幺: '1',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9'
}

/** These as the inside of a character class. */
export const hanDigits: string = Object.keys(digitOf).join('')

const unitOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
const wordOf: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9'
}

const digit = `[\\d${hanDigits}]`
const number = new RegExp(
  // A point between digits; 点 only where no unit follows, as in a time of day.
  `(?:${digit}|十)(?:${digit}|[十百千万亿]|(?<=\\d)[,.](?=\\d)|点(?=${digit}+(?!${digit}|[十百千万亿分])))*`,
  'g'
)
const oneDigit = new RegExp(`[${hanDigits}]`, 'g')
const word = `(?:${Object.keys(wordOf).join('|')})`
const readOut = new RegExp(`\\b${word}(?:[ ,-]${word})+\\b`, 'g')

/**
 * A folded text with its numbers in figures, each in one way however it was said: 一千零一, 1,001 and 一零零一 are 1001;
 * 一百二十八块五 and 128.50元 are 128.5元; 百分之三点五 is 3.5%; 三月五号 is 3月5日; digits read out in English are figures.
 * Of English numbers no others are read. Words that only look like numbers (一下, 十分) change too, and so make sense
 * beside another text that was changed likewise only.
 */
export function writeNumbers(folded: string): string {
  return folded
    .replace(readOut, words => words.replace(/[a-z]+/g, one => wordOf[one] ?? one).replace(/[ ,-]/g, ''))
    .replace(number, writeNumber)
    .replace(/百分之(\d+(?:\.\d+)?)/g, '$1%')
    .replace(/[¥￥](\d+(?:\.\d+)?)元?/g, '$1元')
    .replace(/(\d+(?:\.\d+)?)(?:元|圆|块)(\d)[角毛](?:(\d)分?)?/g, '$1.$2$3元')
    .replace(/(\d+)块(\d)(?![\d.个月年天日次件张])/g, '$1.$2元')
    .replace(/(?<![\d.元])(\d)[角毛](\d?)/g, '0.$1$2元')
    .replace(/(\d)(?:块钱?|圆)/g, '$1元')
    .replace(/(\d月\d+)号/g, '$1日')
}

/** Figures are left as they are but for commas and zeros behind a point, so that numbers of staff keep theirs. */
function writeNumber(text: string): string {
  const plain = text
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace('点', '.')
    .replace(oneDigit, one => digitOf[one]!)
  const value = /[十百千万亿]/.test(plain) ? String(readUnits(plain)) : plain
  return /^\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value
}

/** The value of figures with units between them: 3万5千, 1千2百3十4, 1百2 for 120. */
function readUnits(text: string): number {
  let [total, section] = [0, 0]
  let unit = 0
  let before = ''
  for (const [piece] of text.matchAll(/[\d.]+|[十百千万亿]/g)) {
    const size = unitOf[piece]
    if (size === undefined) {
      before = piece
      continue
    }
    const count = before === '' ? undefined : Number(before)
    before = ''
    if (size < 10_000) section += (count ?? 1) * size
    else {
      const sum = section + (count ?? 0)
      total = size === 10_000 ? total + sum * size : (total + sum) * size
      section = 0
    }
    unit = size
  }
  // 一百二 is 120, 一百零二 is 102.
  const implied = /^\d$/.test(before) && unit >= 100 ? unit / 10 : 1
  // Tenths of ten thousands are seldom what they should be in binary.
  return Math.round((total + section + Number(before || 0) * implied) * 1e6) / 1e6
}
