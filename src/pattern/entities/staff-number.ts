import { findNumbers, numberHint } from './digits.ts'
import { findMatches, keepApart, type Entity } from './entity.ts'

const after = new RegExp(
  '(?:(?:员工|坐席|座席|客服|服务)(?:号码?|编号|代码)|工号|(?:staff|agent|employee|badge|operator|advisor) ?(?:number|no\\.?|id|#))' +
    '[ :#,]{0,3}(?:(?:是|为|is)[ :#,]{0,3})?(?<value>[a-z]{0,3}-?\\d(?:[ -]?\\d){1,9})(?![\\da-z])',
  'g'
)
const before = /(?<!\d)\d(?: ?\d){2,5}(?=号(?:客服|坐席|座席|话务员|为您服务|很高兴))/g

export const staffNumber: Entity = {
  name: 'staff-number',
  help: 'Digits (up to three letters before them) after words such as 工号, 坐席号 or staff number, or before 号客服 and 号为您服务; also read out.',
  hint: numberHint,
  find: plain =>
    findNumbers(plain, text => keepApart([...findMatches(after, text), ...findMatches(before, text)]))
}
