import { findMatches, keepApart, type Entity } from './entity.ts'
import { figures, hanNumerals } from './numerals.ts'

const chinese = '(?:个?(?:工作日|自然日|小时|钟头|季度|星期|礼拜|月)|分钟|秒钟?|天|日内|周|年(?!级))'
const english =
  '(?:(?:business|working|calendar) )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|mins?|hrs?)'
const word =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple of|several|half an?)'

const patterns = [
  `(?:${figures})(?: ?[-~到至] ?\\d+)? ?(?:多|几)?${chinese}(?:之内|以内|内)?`,
  `(?<![${hanNumerals}第])[${hanNumerals}几半]{1,6}(?:到[${hanNumerals}]{1,4})?(?:多)?${chinese}(?:之内|以内|内)?`,
  `(?:\\bwithin )?(?:(?:${figures})(?: ?(?:-|to) ?\\d+)?|\\b${word}) ${english}\\b`
].map(source => new RegExp(source, 'g'))

// A year of four figures is a date, a day or a month after a number of another kind too.
const isDate = /^(?:1[89]|20)\d{2}年|^[零〇一二三四五六七八九]{4}年|^\d{1,2}月|^[一二三四五六七八九十]{1,3}月/

export const duration: Entity = {
  name: 'duration',
  help: 'Stretches of time: 24小时, 三个工作日, 两天内, within 3 days, half an hour. Whether 一天 is a day of waiting or any day it cannot tell.',
  hint: /[\d秒钟时天日周月年季]|星期|礼拜|second|minute|hour|day|week|month|year|mins|hrs/,
  find: plain =>
    keepApart(patterns.flatMap(pattern => findMatches(pattern, plain, ([match]) => !isDate.test(match))))
}
