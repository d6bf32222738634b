import { fill, type Lang, type Wording } from '../diagnostics/wording.ts'
import type { Values } from '../diagnostics/wording.ts'

/** What checks say of a contact: why something failed, did not arise, or cannot be known. */
const wordings = {
  missing: { en: 'not said: {what}', zh: '未说：{what}' },
  tooFew: {
    en: 'said {count} times, at least {min} wanted: {what}',
    zh: '只说了 {count} 次，至少应说 {min} 次：{what}'
  },
  forbidden: { en: 'said {count} time(s): {what}', zh: '出现 {count} 次：{what}' },
  unanswered: { en: 'no reply followed: {what}', zh: '没有回应：{what}' },
  wrongReply: { en: 'the reply lacks: {what}', zh: '回应中缺少：{what}' },
  forbiddenReply: { en: 'the reply must never say: {what}', zh: '回应中出现了禁止的说法：{what}' },
  above: { en: '{name} {value} is above {bound}', zh: '{name}为 {value}，高于上限 {bound}' },
  below: { en: '{name} {value} is below {bound}', zh: '{name}为 {value}，低于下限 {bound}' },
  shareBelow: {
    en: 'only {value} of {n} within {within}, at least {bound} wanted',
    zh: '{n} 次中只有 {value} 在 {within} 之内，应不少于 {bound}'
  },
  neverReplied: { en: 'the customer never got a reply', zh: '客户一直没有得到回复' },
  fieldFailed: { en: 'does not hold: {expression}', zh: '不满足：{expression}' },
  noTranscript: { en: 'the contact has no transcript', zh: '没有对话内容' },
  noTurnsBy: { en: '{by} said nothing', zh: '{by}没有发言' },
  noTurnsInScope: { en: 'no turn in scope: {scope}', zh: '范围内没有发言：{scope}' },
  noTimes: { en: 'the turns carry no times', zh: '对话没有时间' },
  noEnds: { en: 'the turns carry no end times', zh: '对话没有结束时间' },
  noTrigger: { en: 'did not arise: {what}', zh: '未出现该情形：{what}' },
  triggerAtEnd: { en: 'the customer left before a reply was due', zh: '客户在应答之前已离开' },
  noSamples: { en: 'nothing to measure: {name}', zh: '没有可测量的：{name}' },
  whenFalse: { en: 'does not apply: {condition}', zh: '不适用：{condition}' },
  unlessTrue: { en: 'exception holds: {condition}', zh: '符合例外情形：{condition}' },
  notValid: { en: 'the standard holds from {from} to {to}', zh: '标准的有效期为 {from} 至 {to}' },
  missingField: { en: 'field not in the input: {fields}', zh: '输入中缺少字段：{fields}' },
  badField: { en: 'cannot be evaluated: {reason}', zh: '无法计算：{reason}' },
  badBound: { en: 'no usable value for {name}', zh: '{name} 没有可用的值' },
  'by.agent': { en: 'the agent', zh: '客服' },
  'by.customer': { en: 'the customer', zh: '客户' },
  'by.bot': { en: 'the bot', zh: '机器人' },
  'by.system': { en: 'the system', zh: '系统' },
  'by.anyone': { en: 'anyone', zh: '双方' },
  'measure.first-reply': { en: 'first reply', zh: '首次回复时间' },
  'measure.reply': { en: 'reply time', zh: '回复时间' },
  'measure.silence': { en: 'silence', zh: '静音时长' },
  'measure.duration': { en: 'duration', zh: '时长' },
  'measure.speaking-rate': { en: 'speaking rate', zh: '语速' },
  'measure.typing-rate': { en: 'typing rate', zh: '打字速度' }
} as const satisfies Record<string, Wording>

export type WordKey = keyof typeof wordings

/** Says one thing in the language chosen when the standard was compiled. */
export type Say = (key: WordKey, values?: Values) => string

export function createSay(lang: Lang): Say {
  return (key, values = {}) => fill(wordings[key][lang], values)
}
