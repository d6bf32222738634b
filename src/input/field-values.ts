import type { FieldValue } from '../model/contact.ts'
import { foldName } from './fold-name.ts'
import { speakerLike } from './speaker-words.ts'
import { parseDuration } from './times.ts'

/** A cell without blanks around it, nor the `="..."` by which exports keep Excel from reading digits as a number. */
export function plainCell(cell: string): string {
  const text = cell.trim()
  return text.startsWith('="') && text.endsWith('"') && text.length > 3 ? text.slice(2, -1) : text
}

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const grouped = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
const MOST_DIGITS = 15

/**
 * A cell as a value: plain decimal numbers without leading zeros and of at most 15 digits become numbers, also with
 * separators of thousands (`1,234.50`), `true` and `false` booleans; everything else (order numbers, phone numbers with a zero in front) stays text.
 */
export function typedValue(text: string): FieldValue {
  if (text === 'true') return true
  if (text === 'false') return false
  if (grouped.test(text)) return typedValue(text.replaceAll(',', ''))
  if (!plainNumber.test(text)) return text
  const digits = text.length - (text.startsWith('-') ? 1 : 0) - (text.includes('.') ? 1 : 0)
  return digits > MOST_DIGITS ? text : Number(text) + 0
}

/** How the values of a field are written in exports, and what the standards call them. */
export type ValueKind = 'plain' | 'speaker' | 'direction' | 'party' | 'flag' | 'seconds' | 'channel'

/** A cell of a field that standards know by name, in the words that they use; other values as `typedValue`. */
export function fieldValue(text: string, kind: ValueKind): FieldValue {
  const value = text.trim()
  if (kind === 'seconds') {
    const length = parseDuration(value)
    return Number.isNaN(length) ? typedValue(value) : length / 1000
  }
  if (kind === 'speaker') return speakerLike(value) ?? typedValue(value)
  if (kind === 'plain') return typedValue(value)
  return words[kind].get(foldName(value)) ?? typedValue(value)
}

const words: Readonly<Record<'direction' | 'party' | 'flag' | 'channel', ReadonlyMap<string, FieldValue>>> = {
  direction: table([
    ['in', '呼入 来电 接入 入呼 拨入 客户来电 in inbound incoming'],
    ['out', '呼出 去电 外呼 拨出 出呼 外拨 out outbound outgoing']
  ]),
  party: table([
    ['buyer', '买家 客户 顾客 用户 买方 buyer customer'],
    ['seller', '卖家 商家 店铺 我方 卖方 seller merchant shop']
  ]),
  flag: table([
    [true, '是 有 已 y yes true 1'],
    [false, '否 无 未 不是 没有 n no false 0']
  ]),
  channel: table([
    ['call', '电话 热线 语音 呼叫 通话 来电 外呼 电话客服 call phone voice telephone tel'],
    [
      'chat',
      '聊天 在线 在线客服 在线咨询 网页 即时通讯 旺旺 千牛 im chat webchat livechat online onlinechat'
    ],
    ['ticket', '工单 表单 ticket case'],
    ['email', '邮件 电子邮件 邮箱 email mail'],
    ['visit', '拜访 上门 走访 到店 现场 柜台 visit onsite'],
    ['survey', '问卷 调查 满意度调查 survey']
  ])
}

function table(entries: readonly (readonly [FieldValue, string])[]): ReadonlyMap<string, FieldValue> {
  return new Map(
    entries.flatMap(([value, names]) => names.split(' ').map(name => [foldName(name), value] as const))
  )
}
