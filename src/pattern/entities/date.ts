import { isDay } from './calendar.ts'
import { findMatches, keepApart, type Entity } from './entity.ts'
import { readNumeral } from './numerals.ts'

const han = '[〇零一二三四五六七八九]'
const hanSmall = '[一二三四五六七八九十]{1,3}'
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const weekdays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

const numeric = [
  /(?<![\d.-])(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?![\d-])/g,
  /(?:(?<!\d)(?<year>\d{4}|\d{2})年)?(?<!\d)(?<month>\d{1,2})月(?:份)?(?<day>\d{1,2})[日号]?(?!\d)/g,
  new RegExp(
    `(?:(?<year>${han}{4}|${han}{2})年)?(?<month>${hanSmall})月(?:份)?(?<day>${hanSmall})[日号]`,
    'g'
  ),
  /(?<!\d)(?<year>\d{4})年(?<month>\d{1,2})月(?!\d)/g
]
const english = [
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<name>${months})\\b\\.?(?:,? (?<year>\\d{4}))?`,
    'g'
  ),
  new RegExp(`\\b(?<name>${months})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<year>\\d{4}))?`, 'g')
]
const relative = [
  /今天|今日|今晚|今早|明天|明日|明晚|明早|大?后天|昨天|昨日|昨晚|大?前天/g,
  /(?:(?:上上|下下|上|下|这|本)(?:个)?)?(?:周|星期|礼拜)[一二三四五六日天末1-7]|(?:上|下|这|本)(?:个)?(?:周|星期|礼拜|月)(?!期)|(?:本|这个|上个|下个)?月[底初末]/g,
  new RegExp(
    `\\b(?:the day (?:after tomorrow|before yesterday)|today|tonight|tomorrow|yesterday|(?:(?:next|last|this|on) )(?:${weekdays})|(?:next|last|this) (?:week|weekend|month)|${weekdays})\\b`,
    'g'
  )
]

export const date: Entity = {
  name: 'date',
  help: 'Days that there are: 2026-03-02, 3月2日, 三月二号, 2 March 2026, and days told from now: 明天, 下周三, tomorrow, next Monday. Which day 下周三 is it does not tell, and 15号 alone may be a house.',
  hint: /[\d月周天日晚早]|星期|礼拜|day|night|morrow|week|month/,
  find: plain =>
    keepApart([
      ...numeric.flatMap(pattern => findMatches(pattern, plain, isNumericDay)),
      ...english.flatMap(pattern => findMatches(pattern, plain, isEnglishDay)),
      ...relative.flatMap(pattern => findMatches(pattern, plain))
    ])
}

function isNumericDay({ groups }: RegExpExecArray): boolean {
  const [year, month, day] = [groups!['year'], groups!['month']!, groups!['day'] ?? '1'].map(text =>
    text === undefined ? undefined : readNumeral(text)
  )
  // Two digits of a year tell no leap year.
  const known = year !== undefined && year >= 1000 ? year : undefined
  return month !== undefined && day !== undefined && isDay(known, month, day)
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function isEnglishDay({ groups }: RegExpExecArray): boolean {
  const month = monthNames.indexOf(groups!['name']!.slice(0, 3)) + 1
  const year = groups!['year'] === undefined ? undefined : Number(groups!['year'])
  return isDay(year, month, Number(groups!['day']))
}
