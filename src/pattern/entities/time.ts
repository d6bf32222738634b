import { findMatches, keepApart, type Entity } from './entity.ts'
import { readNumeral } from './numerals.ts'

const part = '(?:上午|下午|晚上|早上|早晨|清晨|中午|凌晨|傍晚|夜里|今晚|今早|明早|明晚|昨晚)'
const hanHour = '[零一二两三四五六七八九十]{1,3}'
const minutes = '(?:半|整|钟|[一三]刻|过?[零〇]?\\d{1,2}分?|过?[零〇]?[一二三四五六七八九十]{1,3}分?)'
// A bare 三点 may be three points; these tell that it is an hour.
const follows = '(?=以?前|之前|以?后|之后|左右|到|至|来|去|见|开始|结束|上班|下班)'

const patterns = [
  '(?<![\\d:])(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:])(?: ?[ap]\\.?m\\b)?',
  `${part} ?(?<hour>\\d{1,2}|${hanHour})[点时]${minutes}?`,
  `(?<!\\d)(?<hour>\\d{1,2})(?:点|时(?=\\d{1,2}分))${minutes}?`,
  `(?<![第有])(?<hour>${hanHour})点(?:${minutes}|${follows})`,
  "(?<![\\d:])(?<hour>\\d{1,2}) ?(?:[ap]\\.?m\\b|o'?clock)",
  '\\b(?:noon|midnight|(?:half|quarter) past \\w+|quarter to \\w+)\\b'
].map(source => new RegExp(source, 'g'))

export const time: Entity = {
  name: 'time',
  help: 'Times of the day: 15:30, 下午3点半, 三点钟, 3 pm, noon. A bare 三点 counts only where what follows tells that it is an hour.',
  hint: /[\d点时]|noon|midnight|past|quarter|clock/,
  find: plain =>
    keepApart(
      patterns.flatMap(pattern => findMatches(pattern, plain, match => isHour(match.groups?.['hour'])))
    )
}

function isHour(text: string | undefined): boolean {
  if (text === undefined) return true
  const hour = readNumeral(text)
  return hour !== undefined && hour <= 24
}
