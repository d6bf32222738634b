import { fill, type Lang, type Wording } from '../diagnostics/wording.ts'
import type { Values } from '../diagnostics/wording.ts'

/** What checks say of a contact: why something failed, did not arise, or cannot be known. */
const wordings = {
  missing: { en: 'not said: {what}', zh: '未说：{what}' },
  tooFew: {
    en: 'said {count} times, at least {min} wanted: {what}',
    zh: '只说了 {count} 次，至少应说 {min} 次：{what}'
  },
  located: { en: '{where}: {slip}', zh: '{where}：{slip}' },
  times: { en: '{message} ({failed} of {of} times)', zh: '{message}（{of} 次中有 {failed} 次）' },
  'at.after': { en: 'after turn {turn}', zh: '第 {turn} 句之后' },
  'at.before': { en: 'before turn {turn}', zh: '第 {turn} 句之前' },
  'at.around': { en: 'around turn {turn}', zh: '第 {turn} 句前后' },
  'at.between': { en: 'between turns {from} and {to}', zh: '第 {from} 句与第 {to} 句之间' },
  stepMissing: { en: 'step {step} missing: {what}', zh: '缺少第 {step} 步：{what}' },
  stepEarly: {
    en: 'step {step} too early, after {value}, at least {bound} wanted: {what}',
    zh: '第 {step} 步过早，只等了 {value}，至少应等 {bound}：{what}'
  },
  stepLate: {
    en: 'step {step} too late, after {value}, at most {bound} allowed: {what}',
    zh: '第 {step} 步过晚，等了 {value}，最多可等 {bound}：{what}'
  },
  stepOverdue: {
    en: 'step {step} not taken though {value} had passed, at most {bound} allowed: {what}',
    zh: '第 {step} 步未做，已过 {value}，最多可等 {bound}：{what}'
  },
  stepFar: {
    en: 'step {step} too late, in turn {turn}, not within {within}: {what}',
    zh: '第 {step} 步过晚，在第 {turn} 句，不在 {within} 之内：{what}'
  },
  stepOrder: {
    en: 'step {step} out of order, in turn {turn} before step {before}: {what}',
    zh: '第 {step} 步顺序有误，第 {turn} 句先于第 {before} 步：{what}'
  },
  stepHangup: {
    en: 'step {step} not taken, {by} hung up: {what}',
    zh: '第 {step} 步未做，由{by}挂机：{what}'
  },
  hangup: { en: '{by} hangs up', zh: '{by}挂机' },
  hangupByAny: { en: 'the contact ends', zh: '通话结束' },
  scriptMissing: {
    en: '{said} of {due} parts said; not said: {what}',
    zh: '话术 {due} 句中说了 {said} 句；未说：{what}'
  },
  scriptShort: {
    en: '{said} of {due} parts said, at least {needed} wanted; not said: {what}',
    zh: '话术 {due} 句中只说了 {said} 句，至少应说 {needed} 句；未说：{what}'
  },
  scriptOrder: { en: 'out of order: {what}', zh: '顺序有误：{what}' },
  slotWrong: {
    en: '{slot} is wrong: “{heard}”, expected: {expected}',
    zh: '{slot} 有误：应为“{expected}”，实为“{heard}”'
  },
  slotEmpty: { en: '{slot} is left out', zh: '{slot} 没有说' },
  scriptCoverage: { en: 'script said', zh: '话术覆盖率' },
  repeated: {
    en: 'said again, in turn {turn} as in turn {before}: {what}',
    zh: '重复话语，第 {turn} 句与第 {before} 句相似：{what}'
  },
  cameBack: { en: 'did not arise: the talk went on in time', zh: '未出现该情形：对话及时恢复' },
  noEndTime: { en: 'when the contact ended is not known', zh: '不知道通话何时结束' },
  forbidden: { en: 'said {count} time(s): {what}', zh: '出现 {count} 次：{what}' },
  unanswered: { en: 'no reply followed: {what}', zh: '没有回应：{what}' },
  wrongReply: { en: 'the reply lacks: {what}', zh: '回应中缺少：{what}' },
  forbiddenReply: { en: 'the reply must never say: {what}', zh: '回应中出现了禁止的说法：{what}' },
  above: { en: '{name} {value} is above {bound}', zh: '{name}为 {value}，高于上限 {bound}' },
  below: { en: '{name} {value} is below {bound}', zh: '{name}为 {value}，低于下限 {bound}' },
  aboveCount: {
    en: '{name}: {value} time(s), at most {bound} allowed',
    zh: '{name}：{value} 次，最多允许 {bound} 次'
  },
  belowCount: {
    en: '{name}: {value} time(s), at least {bound} wanted',
    zh: '{name}：{value} 次，至少应有 {bound} 次'
  },
  shareBelow: {
    en: 'only {value} of {n} within {within}, at least {bound} wanted',
    zh: '{n} 次中只有 {value} 在 {within} 之内，应不少于 {bound}'
  },
  neverReplied: { en: 'the customer never got a reply', zh: '客户一直没有得到回复' },
  fieldFailed: { en: 'does not hold: {expression}', zh: '不满足：{expression}' },
  formMissing: { en: 'not filled in: {fields}', zh: '未填写：{fields}' },
  formBad: { en: '{field}: "{value}" {why}', zh: '{field}：“{value}”{why}' },
  formType: { en: 'is no {type}', zh: '不是{type}' },
  formChoice: { en: 'is none of {allowed}', zh: '不在可选值之内：{allowed}' },
  formPattern: { en: 'does not match {what}', zh: '不符合格式 {what}' },
  formBelow: { en: 'is below {bound}', zh: '小于 {bound}' },
  formAbove: { en: 'is above {bound}', zh: '大于 {bound}' },
  'type.text': { en: 'text', zh: '文本' },
  'type.number': { en: 'number', zh: '数字' },
  'type.seconds': { en: 'length of time', zh: '时长' },
  'type.bool': { en: 'yes or no', zh: '是/否' },
  'type.time': { en: 'date or time', zh: '日期或时间' },
  notMarked: { en: 'not yet marked by a person', zh: '尚未人工评分' },
  badMark: { en: 'the mark "{mark}" is not one of: {allowed}', zh: '评分“{mark}”无效；可用：{allowed}' },
  markedNa: { en: 'marked as not applicable', zh: '人工标为不适用' },
  markedBelow: { en: 'marked "{mark}"', zh: '人工评分“{mark}”' },
  noneHolds: { en: 'none of {n} holds: {why}', zh: '{n} 项中没有一项满足：{why}' },
  fewHold: {
    en: '{passed} of {n} hold, at least {needed} wanted: {why}',
    zh: '{n} 项中只有 {passed} 项满足，至少应有 {needed} 项：{why}'
  },
  mustNotHold: { en: 'must not hold: {what}', zh: '不应成立：{what}' },
  requires: {
    en: '{id} must be {wanted} first; it is {actual}',
    zh: '前提不成立：{id} 应为“{wanted}”，实为“{actual}”'
  },
  'status.pass': { en: 'passed', zh: '通过' },
  'status.fail': { en: 'failed', zh: '未通过' },
  'status.na': { en: 'not applicable', zh: '不适用' },
  'status.unknown': { en: 'unknown', zh: '未知' },
  noTranscript: { en: 'the contact has no transcript', zh: '没有对话内容' },
  noTurnsBy: { en: '{by} said nothing', zh: '{by}没有发言' },
  noTurnsInScope: { en: 'no turn in scope: {scope}', zh: '范围内没有发言：{scope}' },
  noTimes: { en: 'the turns carry no times', zh: '对话没有时间' },
  noEnds: { en: 'the turns carry no end times', zh: '对话没有结束时间' },
  noHolds: {
    en: 'neither hold_s, hold_count, longest_hold_s in the input nor started_by in the standard',
    zh: '输入中没有 hold_s、hold_count、longest_hold_s，标准中也没有写 started_by'
  },
  noTrigger: { en: 'did not arise: {what}', zh: '未出现该情形：{what}' },
  triggerAtEnd: { en: 'the customer left before a reply was due', zh: '客户在应答之前已离开' },
  leftBefore: { en: 'the customer left before it was due', zh: '客户在此之前已离开' },
  tooMuch: { en: 'too long a talk for so many hits of an anchor', zh: '对话过长且锚点命中过多，无法判定' },
  tooLong: {
    en: 'too long a talk to compare all of it; set back',
    zh: '对话过长，无法逐句比较，请设置 back'
  },
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
  'measure.reply': { en: 'reply time', zh: '回复时间' },
  'measure.silence': { en: 'silence', zh: '静音时长' },
  'measure.duration': { en: 'duration', zh: '时长' },
  'measure.greeting': { en: 'time to the first word', zh: '开口时间' },
  'measure.silence-share': { en: 'share of silence', zh: '静音占比' },
  'measure.hold': { en: 'hold', zh: '等待时长' },
  'measure.hold-share': { en: 'share of hold', zh: '等待占比' },
  'measure.interruption': { en: 'interruption', zh: '抢话' },
  'measure.talk-share': { en: 'talk share of {by}', zh: '{by}说话占比' },
  'measure.turns': { en: 'turns of {by}', zh: '{by}发言次数' },
  'measure.message-length': { en: 'message length', zh: '消息长度' },
  'measure.speaking-rate': { en: 'speaking rate', zh: '语速' },
  'measure.typing-rate': { en: 'typing rate', zh: '打字速度' },
  'of.by': { en: '{name} of {by}', zh: '{by}的{name}' },
  'of.over': { en: '{name} over {over}', zh: '超过 {over} 的{name}' },
  'of.first': { en: 'first {name}', zh: '首次{name}' },
  'of.mean': { en: 'mean {name}', zh: '平均{name}' },
  'of.min': { en: 'lowest {name}', zh: '最低{name}' },
  'of.max': { en: 'highest {name}', zh: '最高{name}' },
  'of.p90': { en: '90th percentile of {name}', zh: '{name}的第 90 百分位' },
  'of.total': { en: 'total {name}', zh: '{name}合计' }
} as const satisfies Record<string, Wording>

export type WordKey = keyof typeof wordings

/** Says one thing in the language chosen when the standard was compiled. */
export type Say = (key: WordKey, values?: Values) => string

export function createSay(lang: Lang): Say {
  return (key, values = {}) => fill(wordings[key][lang], values)
}
