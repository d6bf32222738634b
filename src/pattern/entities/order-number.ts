import { findNumbers, numberHint } from './digits.ts'
import { findMatches, type Entity } from './entity.ts'

const keyword =
  '(?:(?:订单|工单|运单|快递单|物流单|流水|单)(?:号码?|编号)|订单|(?:order|ticket|tracking|case|reference) ?(?:number|no\\.?|id|#)|order)'
const number = new RegExp(
  `${keyword}[ :#,]{0,3}(?:(?:是|为|就是|is)[ :#,]{0,3})?(?<value>(?=[a-z-]*\\d)[a-z0-9][a-z0-9-]{4,22}[a-z0-9])(?![a-z0-9])`,
  'g'
)

export const orderNumber: Entity = {
  name: 'order-number',
  help: 'Six to 24 letters and digits, among them a digit, after words such as 订单号, 单号 or order number, also read out. Every house numbers in its own way: where yours is known, a regular expression is surer.',
  hint: numberHint,
  find: plain => findNumbers(plain, text => findMatches(number, text))
}
