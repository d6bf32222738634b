const digits = '零一二三四五六七八九'
const others: Readonly<Record<string, string>> = { 〇: '0', 幺: '1', 两: '2' }

/** Chinese digits as figures, one by one: 幺三八 is 138. Numbers with 十, 百 and so on are no digits in a row. */
export function readDigits(text: string): string {
  return text.replace(
    /[零一二三四五六七八九〇幺两]/g,
    digit => others[digit] ?? String(digits.indexOf(digit))
  )
}
