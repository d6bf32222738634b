import { findMatches, keepApart, type Entity } from './entity.ts'
import { figures, hanNumerals } from './numerals.ts'

const number = `(?:${figures})`
const unit =
  '(?:元(?![旦素件宵])|块(?!儿)|角|毛(?!病)|分钱|美元|美金|欧元|英镑|港[元币]|日元|人民币|rmb|yuan|dollars?|bucks?|euros?|pounds?|cents?|usd|eur|gbp|cny)'
const patterns = [
  `(?:¥|us\\$|hk\\$|\\$|€|£|(?:rmb|cny|usd|eur|gbp) ?) ?${number}(?: ?[万亿k])?`,
  `${number} ?(?:[百千万亿]{1,2})? ?(?:多|来|几)? ?${unit}(?:\\d+角?|钱)?`,
  `[${hanNumerals}几半][${hanNumerals}几半点多来]{0,14}${unit}(?:[一二三四五六七八九半]毛?|钱)?`
].map(source => new RegExp(source, 'g'))

// 一块 is "together" as often as a coin.
const together = /^一块$/

export const money: Entity = {
  name: 'money',
  help: 'Sums with a sign or a unit: ¥12.50, $20, 12.5元, 三百二十元, 五块八, 20 dollars. A bare number is none; 一块 counts only with 钱 or a digit after it.',
  hint: /[\d元块角毛¥$€£]|分钱|[美日]金/,
  find: plain =>
    keepApart(patterns.flatMap(pattern => findMatches(pattern, plain, ([match]) => !together.test(match))))
}
