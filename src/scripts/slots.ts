import type { DeclaredSlot, Slot, SlotStyle } from './script.ts'

/** What is known of names before a text is looked at: brackets that are used for emphasis too make a slot of these only. */
export interface SlotKnowledge {
  /** Names that stand in braces somewhere in the library, or that are declared for all of it. */
  readonly names: ReadonlySet<string>
}

/** How a name is compared: blanks, width, letter case and the marks between its words do not count. */
export function foldSlotName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, '')
}

interface Form {
  readonly style: SlotStyle
  readonly pattern: RegExp
  /** The brackets are used for other things as often. */
  readonly doubtful?: true
}

// In order of precedence: of two that begin at one place the one named first here counts.
const forms: readonly Form[] = [
  { style: '{{}}', pattern: /\{\{(?<name>[^{}\n]{0,40})\}\}/g },
  { style: '${}', pattern: /\$\{(?<name>[^{}\n]{0,40})\}/g },
  { style: '{}', pattern: /[{｛](?<name>[^{}｛｝\n]{0,40})[}｝]/g },
  { style: '<>', pattern: /[<＜](?<name>(?!\/)[^<>＜＞=/:@\n]{0,30})[>＞]/g },
  { style: '%%', pattern: /(?<![\d%])%(?<name>[A-Za-z_]\w{0,30}|[\u4e00-\u9fff]{1,8})%/g },
  { style: '【】', pattern: /【(?<name>[^【】\n]{0,20})】/g, doubtful: true },
  { style: '[]', pattern: /(?<![\]\\])[[［](?<name>[^[\]［］\n]{0,30})[\]］](?!\()/g, doubtful: true },
  {
    style: 'blank',
    pattern:
      /(?<![A-Za-zＡ-Ｚ\d])(?:[XxＸｘ]{2,}|[×✕]{2,})(?![A-Za-z\d])|某{2,}|_{2,}|＿{2,}|[○〇]{2,}|（[ \u3000]*）|\([ \u3000]+\)/g
  }
]

const tags = new Set(
  'a abbr b blockquote br center code div em font h1 h2 h3 hr i img li ol p pre small span strong sub sup table tbody td th thead tr u ul'.split(
    ' '
  )
)

// What is told of a customer, an order, a shop: the end of a name in brackets that only may be a slot.
const nounsOfData =
  /(?:姓名|名字|姓|称呼|昵称|全名|先生\/女士|工号|编号|单号|订单号?|号码|账号|卡号|尾号|电话|手机号?|热线|邮箱|地址|金额|价格|费用|运费|余额|日期|时间|时段|天数|时长|次数|数量|件数|比例|折扣|商品名?|商品名称|产品名?|产品名称|名称|型号|规格|公司名?|店铺名?|品牌名?|网点|门店|城市|部门|链接|网址|快递公司|物流公司|原因|问题描述|活动名|优惠码|验证码)$/
const wordsOfData =
  /(?:^|[\s_-])(?:name|number|no|id|date|time|amount|price|fee|balance|address|phone|email|company|product|item|agent|customer|order|department|city|store|link|url|reason|days|hours|minutes|code|title|reference|ref|ticket|brand|discount|quantity|count|account)s?$/i

/** Where slots occur in a text, in order. Marked passages (【重要】), links, tags and emoji ([微笑]) are none. */
export function findSlots(
  text: string,
  knowledge: SlotKnowledge,
  declared: readonly DeclaredSlot[] = []
): readonly Slot[] {
  const known = new Set(declared.map(({ name }) => foldSlotName(name)))
  const isKnown = (name: string): boolean => {
    const folded = foldSlotName(name)
    return known.has(folded) || knowledge.names.has(folded)
  }
  const found: Slot[] = []
  for (const { style, pattern, doubtful } of forms) {
    for (const match of text.matchAll(pattern)) {
      const name = (match.groups?.['name'] ?? '').trim()
      const [from, to] = [match.index, match.index + match[0].length]
      if (found.some(slot => from < slot.to && to > slot.from)) continue
      if (doubtful && !isKnown(name) && !nounsOfData.test(name) && !wordsOfData.test(name)) {
        // Empty brackets of this kind are a blank that was meant to be filled; 【XX】 is one around another.
        if (name !== '' || style === '[]') continue
      }
      if (style === '<>' && (tags.has(name.toLowerCase()) || (name !== '' && !isName(name)))) continue
      found.push({ name, from, to, style })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** A comparison (`<5元`) is no name. */
function isName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_ .-]*$/u.test(name)
}

/** The names that stand in brackets which nothing else does, with those declared for the whole library. */
export function knowSlots(texts: Iterable<string>, declared: readonly DeclaredSlot[]): SlotKnowledge {
  const names = new Set(declared.map(({ name }) => foldSlotName(name)))
  const sure = forms.filter(({ style, doubtful }) => !doubtful && style !== 'blank' && style !== '<>')
  for (const text of texts) {
    for (const { pattern } of sure) {
      for (const match of text.matchAll(pattern)) names.add(foldSlotName(match.groups?.['name'] ?? ''))
    }
  }
  names.delete('')
  return { names }
}
