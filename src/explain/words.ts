import { fill, type Lang, type Values, type Wording } from '../diagnostics/wording.ts'

/** What explanations say. `{by}` and the like stand for other words of this list. */
const wordings = {
  'by.agent': { en: 'the agent', zh: '客服' },
  'by.customer': { en: 'the customer', zh: '客户' },
  'by.anyone': { en: 'anyone', zh: '双方中任何一方' },
  'by.bot': { en: 'the bot', zh: '机器人' },
  'by.system': { en: 'the system', zh: '系统' },

  'in.first-turn': { en: ', in their first turn,', zh: '在其第一句中' },
  'in.last-turn': { en: ', in their last turn,', zh: '在其最后一句中' },
  'in.first-run': { en: ', in their first row of turns,', zh: '在其首轮发言中' },
  'in.last-run': { en: ', in their last row of turns,', zh: '在其最后一轮发言中' },
  'in.first-turns': { en: ', in their first {n} turns,', zh: '在其前 {n} 句中' },
  'in.last-turns': { en: ', in their last {n} turns,', zh: '在其最后 {n} 句中' },
  'in.first-runs': { en: ', in their first {n} rows of turns,', zh: '在其前 {n} 轮发言中' },
  'in.last-runs': { en: ', in their last {n} rows of turns,', zh: '在其最后 {n} 轮发言中' },
  'in.turns': { en: ', in their turns {from} to {to},', zh: '在其第 {from} 至 {to} 句中' },
  'in.runs': { en: ', in their rows of turns {from} to {to},', zh: '在其第 {from} 至 {to} 轮发言中' },
  'in.first': { en: ', in the first {span} of the contact,', zh: '在开头 {span} 内' },
  'in.last': { en: ', in the last {span} of the contact,', zh: '在最后 {span} 内' },
  'in.range': { en: ', from {from} to {to} of the contact,', zh: '在 {from} 至 {to} 之间' },
  'in.other': { en: ', in {text},', zh: '在 {text} 范围内' },

  'within.turns': { en: '{n} turn(s)', zh: '{n} 句' },
  'within.runs': { en: '{n} row(s) of turns', zh: '{n} 轮发言' },
  'within.other': { en: '{text}', zh: '{text} ' },

  say: { en: '{by}{in} must say{often}:', zh: '{by}{in}必须说{often}：' },
  'say.often': { en: ' at least {n} time(s)', zh: '至少 {n} 次' },
  avoid: { en: '{by}{in} must not say{often}:', zh: '{by}{in}不得说{often}：' },
  'avoid.told': {
    en: 'What {by} has said before may be repeated.',
    zh: '{by}前面说过的可以重复。'
  },
  'avoid.often': { en: ' more than {n} time(s)', zh: '超过 {n} 次' },
  'answer.to': { en: 'When {by}{in} says:', zh: '当{by}{in}说到：' },
  'answer.with': { en: 'the agent must answer, within {within}, with:', zh: '客服须在 {within}内回应：' },
  'answer.never': { en: 'the agent must not say, within {within}:', zh: '客服在 {within}内不得说：' },
  'answer.every': { en: 'This holds every time.', zh: '每次都须如此。' },
  'answer.any': { en: 'Once is enough, however often it is asked.', zh: '无论问几次，有一次即可。' },
  'answer.first': { en: 'Only the first time counts.', zh: '只看第一次。' },
  'answer.last': { en: 'Only the last time counts.', zh: '只看最后一次。' },
  'measure.min': { en: '{what} must be at least {bound}.', zh: '{what}不得低于 {bound}。' },
  'measure.max': { en: '{what} must be at most {bound}.', zh: '{what}不得超过 {bound}。' },
  'measure.both': { en: '{what} must be {min} to {max}.', zh: '{what}须在 {min} 至 {max} 之间。' },
  'measure.share': {
    en: '{what}: at least {min} of them must lie within {within}.',
    zh: '{what}：至少 {min} 须在 {within} 之内。'
  },
  'measure.each': { en: 'each {what}', zh: '每次{what}' },
  'measure.count': { en: 'the number of times: {what}', zh: '次数（{what}）' },
  'measure.upTo': { en: '{earns} of the points up to {bound}', zh: '不超过 {bound} 得 {earns}' },
  'measure.from': { en: '{earns} of the points from {bound} on', zh: '达到 {bound} 得 {earns}' },
  'measure.beyond': { en: 'beyond that none', zh: '其余不得分' },
  'measure.unless': {
    en: 'Not counted where, shortly before, {by} says:',
    zh: '此前不久{by}说到以下内容时不计：'
  },
  field: {
    en: 'The fields of the contact must satisfy: {expression}',
    zh: '联络记录的字段须满足：{expression}'
  },
  form: {
    en: 'These fields of the record must be filled and well formed:',
    zh: '记录的以下字段须填写且符合要求：'
  },
  manual: { en: 'A person judges it and marks it on this scale:', zh: '由人工评判，按以下标度打分：' },
  'combine.all': {
    en: 'All of these must hold; those that do not apply are left out:',
    zh: '以下各项均须满足（不适用的不计）：'
  },
  'combine.any': { en: 'One of these must hold:', zh: '以下至少满足一项：' },
  'combine.of': { en: 'At least {n} of these must hold:', zh: '以下至少满足 {n} 项：' },
  'combine.not': { en: 'This must not hold:', zh: '以下情形不得出现：' },
  other: { en: 'The check "{kind}":', zh: '检查“{kind}”：' },

  'pattern.all': { en: 'each of these, in any order:', zh: '以下各项（顺序不限）：' },
  'pattern.any': { en: 'one of these:', zh: '以下任意一项：' },
  'pattern.of': { en: 'at least {n} of these:', zh: '以下至少 {n} 项：' },
  'pattern.not': { en: 'and none of these:', zh: '并且不含以下任何一项：' },
  'pattern.except': { en: 'not counted within:', zh: '处于以下说法之中的不算：' },
  'pattern.optional': { en: '{text} (left out where it has no value)', zh: '{text}（没有值时不要求）' },
  'pattern.more': { en: '… {n} in all', zh: '… 共 {n} 项' },
  'pattern.value': {
    en: '{text} ({value}, unless the contact says otherwise)',
    zh: '{text}（{value}，以联络记录中的字段为准）'
  },

  when: { en: 'It applies only where:', zh: '仅在以下情况适用：' },
  unless: { en: 'It does not apply where:', zh: '以下情况不适用：' },
  applies: { en: 'The standard is only for contacts where:', zh: '标准只适用于：' },
  requires: { en: 'It applies only after these criteria:', zh: '仅在以下准则有结果之后适用：' },
  'requires.one': { en: '{id}: {wanted}', zh: '{id}：{wanted}' },
  'condition.either': { en: 'one of these:', zh: '以下至少一项成立：' },
  'condition.outcome': { en: 'criterion {id} comes out: {is}', zh: '准则 {id} 的结果为：{is}' },
  'condition.neither': { en: 'none of these:', zh: '以下均不成立：' },
  'anchor.after': { en: 'Only after {which} this{reach}:', zh: '仅限{which}下列情形之后{reach}：' },
  'anchor.before': { en: 'Only before {which} this{reach}:', zh: '仅限{which}下列情形之前{reach}：' },
  'anchor.around': { en: 'Only around {which} this{reach}:', zh: '仅限{which}下列情形前后{reach}：' },
  'anchor.reach': { en: ', within {reach}', zh: ' {reach}内' },
  'anchor.criterion': { en: 'the evidence of criterion {id} {is}', zh: '准则 {id} 的依据所在 {is}' },
  'nth.first': { en: 'the first time of', zh: '首次出现' },
  'nth.last': { en: 'the last time of', zh: '最后一次出现' },
  'nth.every': { en: 'each time of', zh: '每次出现' },
  'nth.any': { en: 'any time of', zh: '任意一次出现' },
  'nth.number': { en: 'time {n} of', zh: '第 {n} 次出现' },
  'steps.forward': { en: 'These steps must be taken, one behind the other:', zh: '须依次完成以下步骤：' },
  'steps.strict': {
    en: 'These steps must be taken strictly in this order, nothing of a later one before an earlier one:',
    zh: '须严格按顺序完成以下步骤，后面的步骤不得提前：'
  },
  'steps.loose': { en: 'These steps must be taken, in whatever order:', zh: '须完成以下步骤，顺序不限：' },
  'steps.partial': {
    en: 'Part of the credit is earned for part of the steps.',
    zh: '完成部分步骤可得部分分数。'
  },
  'steps.interrupted': {
    en: 'The steps so far decide when interrupted by:',
    zh: '被以下情形打断时，只看已到的步骤：'
  },
  'steps.hangup': { en: '{by} ends the contact', zh: '{by}结束通话' },
  'steps.wait': { en: 'after keeping silent for {wait}', zh: '此前须静候 {wait}' },
  'steps.within': { en: 'within {within} of the step before', zh: '须在上一步之后 {within}内' },
  'steps.optional': { en: 'may be left out', zh: '可以省略' },
  'script.loose': {
    en: '{by}{in} must say {share} of this script, in whatever order:',
    zh: '{by}{in}须说到以下话术的{share}，顺序不限：'
  },
  'script.forward': {
    en: '{by}{in} must say {share} of this script, one part behind the other:',
    zh: '{by}{in}须依次说到以下话术的{share}：'
  },
  'script.strict': {
    en: '{by}{in} must say {share} of this script strictly in this order, nothing of a later part before an earlier one:',
    zh: '{by}{in}须严格按顺序说到以下话术的{share}，后面的句子不得提前：'
  },
  'script.one': { en: '{by}{in} must say:', zh: '{by}{in}须说：' },
  'script.all': { en: 'all', zh: '全部' },
  'script.share': { en: 'at least {share}', zh: '至少 {share} ' },
  'script.similarity': {
    en: 'A part counts when at least {share} of it is said as it is written.',
    zh: '一句话至少有 {share} 与原文一致即算说到。'
  },
  'script.sound': {
    en: 'A part counts when at least {share} of it sounds as it is written.',
    zh: '一句话至少有 {share} 与原文同音或近音即算说到。'
  },
  'script.slot': { en: 'In {slot} must be said:', zh: '{slot} 处须说：' },
  'script.anything': { en: 'In {slot} anything may be said.', zh: '{slot} 处说什么都行，但不能不说。' },
  'script.partial': {
    en: 'Part of the credit is earned for part of the script.',
    zh: '说到部分话术可得部分分数。'
  },
  repeat: { en: '{by}{in} must not say again what was said before:', zh: '{by}{in}不得重复说过的话：' },
  'condition.said': { en: '{by}{in} says:', zh: '{by}{in}说到：' },

  'score.weight': {
    en: 'weight {weight} of {sum} in the section "{section}", which has {share} of the score: up to {points} points',
    zh: '在章节“{section}”中权重 {weight}/{sum}，该章节占总分 {share}：最多 {points} 分'
  },
  'score.none': { en: 'reported, not scored', zh: '只报告，不计分' },
  'score.deduct': { en: 'a breach takes {points} points', zh: '不合格扣 {points} 分' },
  'score.deduct-hit': { en: 'each breach takes {points} points', zh: '每次不合格扣 {points} 分' },
  'score.most': { en: 'at most {points} in one contact', zh: '每份记录最多扣 {points} 分' },
  'score.severity': { en: 'severity: {name}', zh: '严重程度：{name}' },
  'score.fatal': { en: 'fatal: failing it makes the whole score 0', zh: '致命项：不合格则总分为 0' },
  'score.fatal-section': { en: 'fatal: failing it makes its section 0', zh: '致命项：不合格则该章节为 0 分' },
  'score.bonus': { en: 'passing it adds {points} points', zh: '合格加 {points} 分' },
  'score.class': { en: 'counts for the accuracy class: {name}', zh: '计入准确率类别：{name}' },

  'metric.share': { en: 'The share of rows for which this holds:', zh: '符合以下条件的记录所占比率：' },
  'metric.among': { en: 'among the rows for which this holds:', zh: '只在符合以下条件的记录中计算：' },
  'metric.count': { en: 'How many rows there are for which this holds:', zh: '符合以下条件的记录数：' },
  'metric.count-all': { en: 'How many rows there are', zh: '记录数' },
  'metric.mean': { en: 'The mean of {of}', zh: '{of} 的平均值' },
  'metric.sum': { en: 'The sum of {of}', zh: '{of} 的合计' },
  'metric.percentile': {
    en: 'The smallest {of} that {p}% of the rows do not exceed',
    zh: '{p}% 的记录不超过的最小 {of}'
  },
  'metric.ratio': {
    en: 'The sum of {of} divided by the sum of {to}',
    zh: '{of} 的合计除以 {to} 的合计'
  },
  'metric.product': { en: 'The product of these shares:', zh: '以下比率的乘积：' },
  'metric.per': { en: 'A figure for all rows, and one for each {per}', zh: '除总体外，按{per}分别计算' },
  'metric.at': { en: 'The time of a row is its {field}', zh: '记录的时间取自 {field}' },
  'metric.trend': {
    en: 'Also for each {period}, with the change against the one before',
    zh: '并按{period}计算，与上一期比较'
  },
  'metric.when': { en: 'Only rows for which this holds:', zh: '只计算符合以下条件的记录：' },
  'head.measures': { en: 'What it measures', zh: '计算内容' },
  'head.target': { en: 'Target', zh: '目标' },
  'head.what': { en: 'What it checks', zh: '检查内容' },
  'head.when': { en: 'When it applies', zh: '适用条件' },
  'head.score': { en: 'What it counts for', zh: '计分' },
  'head.advice': { en: 'Advice', zh: '改进建议' },
  'head.examples': { en: 'Examples', zh: '示例' },
  'head.evidence': { en: 'Evidence', zh: '依据' },
  clause: { en: 'clause {clause}', zh: '条款 {clause}' },
  section: { en: 'section {title}', zh: '章节 {title}' },

  'ledger.notScored': { en: 'not scored', zh: '未评分' },
  'ledger.section': {
    en: '{title} · weight {weight} of {total} · earned {earned} of {possible}',
    zh: '{title} · 权重 {weight}/{total} · 得 {earned}/{possible}'
  },
  'ledger.of': { en: 'of {of}', zh: '/ {of}' },
  'ledger.base': { en: 'base', zh: '基础分' },
  'ledger.deducted': { en: 'deducted', zh: '扣分' },
  'ledger.limit': {
    en: 'given back: the section takes no more than its weight',
    zh: '返还：该章节扣分以其权重为限'
  },
  'ledger.section-fatal': { en: 'taken by the breach fatal to the section', zh: '章节致命项，该章节清零' },
  'ledger.bonus': { en: 'bonus', zh: '加分' },
  'ledger.cut': { en: 'cut to the range of scores', zh: '截到分数范围之内' },
  'ledger.fatal': { en: 'taken by the fatal breach', zh: '致命项，总分清零' },
  'ledger.score': { en: 'score', zh: '得分' },
  'ledger.without': { en: 'without the fatal breach: {score}', zh: '不计致命项：{score}' },
  'ledger.passed': { en: 'pass mark {mark} reached', zh: '达到合格线 {mark} 分' },
  'ledger.failed': { en: 'pass mark {mark} not reached', zh: '未达合格线 {mark} 分' },
  'ledger.nothing': {
    en: 'nothing in the standard applied to this contact',
    zh: '标准中没有条款适用于这份记录'
  },

  pass: { en: 'pass', zh: '通过' },
  fail: { en: 'fail', zh: '未通过' },
  na: { en: 'not applicable', zh: '不适用' },
  unknown: { en: 'cannot be known', zh: '无法判断' },
  true: { en: 'true', zh: '成立' },
  false: { en: 'false', zh: '不成立' },

  'trace.window': {
    en: '{by}, {scope}: turns {first} to {last} ({n})',
    zh: '{by}，{scope}：第 {first} 至 {last} 句，共 {n} 句'
  },
  'trace.field': { en: 'The fields of the contact must satisfy:', zh: '联络记录的字段须满足：' },
  'trace.bound': { en: '{key}: {written}', zh: '{key}: {written}' },
  'trace.boundValue': { en: '{key}: {written} = {value}', zh: '{key}: {written} = {value}' },
  'trace.whole': { en: 'whole contact', zh: '整份记录' },
  'trace.one': { en: '{by}, {scope}: turn {first}', zh: '{by}，{scope}：第 {first} 句' },
  'trace.empty': { en: '{by}, {scope}: no turn', zh: '{by}，{scope}：没有发言' },
  'trace.said': { en: 'said {n} time(s)', zh: '出现 {n} 次' },
  'trace.notSaid': { en: 'not said', zh: '未出现' },
  'trace.nearest': { en: '{share} like it', zh: '{share} 相似' },
  'trace.reply': { en: 'Reply to turn {turn}', zh: '对第 {turn} 句的回应' },
  'trace.script': { en: '{said} of {due} parts said', zh: '{due} 句中说了 {said} 句' },
  'trace.misplaced': { en: 'out of order', zh: '顺序有误' },
  'trace.left': { en: 'left out, as it may be', zh: '未说，可以省略' },
  'trace.open': { en: 'no value for {names}', zh: '{names} 没有值' },
  'trace.slot': { en: '{slot}: “{heard}”', zh: '{slot}：“{heard}”' },
  'trace.slotWrong': {
    en: '{slot}: “{heard}”, expected: {expected}',
    zh: '{slot}：“{heard}”，应为：{expected}'
  },
  'trace.slotEmpty': { en: '{slot}: nothing', zh: '{slot}：没有说' },
  'trace.values': { en: 'Measured', zh: '测得' },
  'trace.requires': { en: '{id}: {actual}, wanted {wanted}', zh: '{id}：{actual}，应为 {wanted}' },
  'trace.excused': { en: 'excused', zh: '已豁免' },
  'trace.part': { en: 'Part {n} of "{of}": {status}', zh: '“{of}”第 {n} 项：{status}' },
  'trace.where': { en: '{head}, {where}', zh: '{head}，{where}' },
  'trace.closed': { en: '{by}, {scope}: {reason}', zh: '{by}，{scope}：{reason}' },
  'trace.turn': { en: 'turn {turn}', zh: '第 {turn} 句' },
  'trace.more': { en: '… {n} more turns', zh: '… 另有 {n} 句' },
  'trace.speakers': {
    en: '{agent} turns by the agent, {customer} by the customer',
    zh: '客服 {agent} 句，客户 {customer} 句'
  },

  'code.means': { en: 'What it means', zh: '含义' },
  'code.why': { en: 'Why it matters', zh: '为什么重要' },
  'code.hint': { en: 'What to do', zh: '怎么办' },
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  note: { en: 'note', zh: '提示' }
} as const satisfies Record<string, Wording>

export type PhraseKey = keyof typeof wordings

/** Says one thing in the language of an explanation. */
export type Tell = (key: PhraseKey, values?: Values) => string

export function createTell(lang: Lang): Tell {
  return (key, values = {}) => fill(wordings[key][lang], values)
}
