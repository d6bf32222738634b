import type { Span } from '../scanner.ts'
import { keepApart, type Entity } from './entity.ts'

// Characters that join a place to the sentence around it, so that the name of a place does not begin or go on there.
const joining = '我你您他她它们的了是在住到寄送给往从请问吗呢吧啊这那哪有没不也就叫把被'
const name = `[^\\u0000-\\u4dff\\ua000-\\uffff${joining}]`

/** Parts of an address from the largest to the smallest, each as an expression for the place it must begin at. */
const levels: readonly RegExp[] = [
  '(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?|(?:内蒙古|广西|西藏|宁夏|新疆)(?:[壮回]族|维吾尔)?(?:自治区)?|(?:香港|澳门)(?:特别行政区)?|(?:北京|天津|上海|重庆)市?',
  `${name}{2,6}?(?:市|自治州|地区|盟)`,
  `(?!小区|社区|地区|园区|校区|景区|市区)${name}{1,6}?(?:区(?!别|分)|县|旗)`,
  `${name}{1,6}?(?:镇|乡|街道)`,
  `${name}{1,8}?(?:路|大街|街|大道|胡同|巷)`,
  '(?:\\d{1,5}|[一二三四五六七八九十百零]{1,5})(?:号楼?|弄|栋|幢|单元|室|座|楼|层)(?:-\\d{1,5})?'
].map(source => new RegExp(source, 'y'))

const NUMBER = levels.length - 1

export const cnAddress: Entity = {
  name: 'cn-address',
  help: 'Addresses in mainland China of at least two levels next to each other (province, city, district, town, road, number). It has no list of places, so the words before the first level may be taken for its name.',
  hint: /[省市区县旗镇乡路街道巷号]/,
  find: plain => {
    const spans: Span[] = []
    for (let i = 0; i < plain.length; i++) {
      const to = endAddress(plain, i)
      if (to < 0) continue
      spans.push({ from: i, to })
      i = to - 1
    }
    return keepApart(spans)
  }
}

/** Where the address ends that begins at a place; -1 when there are not two levels. */
function endAddress(text: string, from: number): number {
  let at = from
  let end = from
  let found = 0
  for (const [level, pattern] of levels.entries()) {
    // A house has a building, a floor and a room.
    const most = level === NUMBER ? 4 : 1
    for (let times = 0; times < most; times++) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (!match) break
      if (times === 0) found++
      end = at + match[0].length
      at = /[ ,]/.test(text[end] ?? '') ? end + 1 : end
    }
  }
  return found >= 2 ? end : -1
}
