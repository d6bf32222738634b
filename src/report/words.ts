import type { Lang } from '../diagnostics/wording.ts'
import type { Dimension, Status } from '../model/evaluation.ts'
import type { ClassSummary } from '../model/scorecard.ts'

const en = {
  and: ', ',
  passMark: (mark: string) => `pass mark ${mark}`,

  by: { agent: 'agent', team: 'team' } as Readonly<Record<string, string>>,
  unknownKey: (by: string) => `(${by} unknown)`,
  place: 'place',
  contactsHead: 'n',
  score: 'score',
  passRate: 'pass',
  fatal: 'fatal',
  failsMost: 'fails most (times)',
  overall: 'all',
  noContacts: 'no contact was evaluated by this standard',
  legendPass: (good: string, fair: string, bad: string, mark: string) =>
    `${good} pass mark ${mark} reached, ${fair} below it, ${bad} lowest band`,
  legendMark: (good: string, bad: string, mark: string) =>
    `${good} pass mark ${mark} reached, ${bad} below it`,
  legendBands: (good: string, fair: string, bad: string) =>
    `${good} highest band, ${fair} between, ${bad} lowest band`,
  legendInterval: '± 95% confidence interval of the mean',
  legendPlace: 'place 1 is the best; those whose intervals overlap share places',
  legendAlone: 'one contact gives no interval and no place',
  legendChart: '┊ pass mark',

  notScored: 'not scored',
  contacts: (n: string) => `${n} ${n === '1' ? 'contact' : 'contacts'}`,
  unscored: (n: string) => `${n} not scored`,
  team: (team: string) => `team ${team}`,
  interval: (low: string, high: string) => `95% ${low} to ${high}`,
  withoutFatal: (score: string) => `without fatal ${score}`,
  fatals: (n: string) => `${n} fatal`,
  passShare: (share: string) => `pass rate ${share}`,
  dimensions: {
    reliability: 'reliability',
    responsiveness: 'responsiveness',
    assurance: 'assurance',
    empathy: 'empathy',
    tangibles: 'tangibles'
  } satisfies Record<Dimension, string> as Readonly<Record<string, string>>,
  failedOf: (failed: string, judged: string) => `failed ${failed} of ${judged}`,
  unclear: (n: string) => `${n} unclear`,
  alsoFailed: 'also failed',
  nothingFailed: 'no criterion was failed',
  nothingJudged: 'nothing in the standard applied to these contacts',
  contactsRead: (n: string) => `${n} ${n === '1' ? 'contact' : 'contacts'}`,
  accuracy: (classes: string) => `accuracy ${classes}`,
  classes: {
    customer: 'customer',
    business: 'business',
    compliance: 'compliance',
    other: 'other'
  } satisfies Record<ClassSummary['id'], string>,
  more: (n: string) => `+${n} more`,
  moreHits: (n: string) => `+${n} more`,
  moreCards: (n: string) => `${n} more not shown one by one; the table has them all`,

  turn: (turn: string) => `turn ${turn}`,
  searched: (first: string, last: string) =>
    first === last ? `searched turn ${first}` : `searched turns ${first} to ${last}`,
  searchedNothing: 'no turn in scope',
  missing: (what: string) => `missing: ${what}`,
  nearest: (share: string) => `nearest (${share} similar)`,
  na: 'n/a',
  unknown: 'unclear',
  because: (word: string, reason: string) => `${word}: ${reason}`,
  passed: (n: string) => `${n} passed`,
  fatalMark: 'FATAL',

  files: (n: string) => `${n} ${n === '1' ? 'file' : 'files'}`,
  turns: (n: string) => `${n} ${n === '1' ? 'turn' : 'turns'}`,
  scored: (n: string) => `${n} scored`,
  notApplicable: (n: string) => `${n} outside the standard`,
  skipped: (n: string) => `${n} bad ${n === '1' ? 'row' : 'rows'} skipped`,
  problems: (n: string) => `${n} ${n === '1' ? 'problem' : 'problems'}`,
  neverJudged: (n: string) => `never judged (${n})`,
  coachFirst: 'coach first',
  mean: 'mean',
  verdictClean: 'verdict: clean',
  verdictNegative: 'verdict: negative',

  csv: {
    contact: 'contact',
    agent: 'agent',
    name: 'name',
    team: 'team',
    started: 'started',
    standard: 'standard',
    score: 'score',
    scoreWithoutFatal: 'score without fatal',
    band: 'band',
    passed: 'passed',
    failed: 'failed criteria',
    reason: 'reason'
  },
  statuses: { pass: 'pass', fail: 'fail', na: 'n/a', unknown: 'unclear' } satisfies Record<Status, string>,
  yes: 'yes',
  no: 'no'
}

/** Every word of the reports in one language. */
export type Words = typeof en

const zh: Words = {
  and: '、',
  passMark: mark => `合格线 ${mark} 分`,

  by: { agent: '坐席', team: '班组' },
  unknownKey: by => `（未知${by}）`,
  place: '名次',
  contactsHead: '份数',
  score: '得分',
  passRate: '合格率',
  fatal: '致命',
  failsMost: '主要扣分项（次数）',
  overall: '合计',
  noContacts: '没有适用本标准的联络记录',
  legendPass: (good, fair, bad, mark) =>
    `${good} 达到合格线 ${mark} 分，${fair} 未达合格线，${bad} 处于最低档`,
  legendMark: (good, bad, mark) => `${good} 达到合格线 ${mark} 分，${bad} 未达合格线`,
  legendBands: (good, fair, bad) => `${good} 最高档，${fair} 中间档，${bad} 最低档`,
  legendInterval: '± 为均分的 95% 置信区间',
  legendPlace: '第 1 名最好，区间重叠者名次不分先后',
  legendAlone: '仅有一份，无法估计区间，不参与排名',
  legendChart: '┊ 合格线',

  notScored: '未评分',
  contacts: n => `${n} 份`,
  unscored: n => `未评分 ${n} 份`,
  team: team => `班组 ${team}`,
  interval: (low, high) => `95% 区间 ${low} 至 ${high}`,
  withoutFatal: score => `不计致命项 ${score}`,
  fatals: n => `致命 ${n} 份`,
  passShare: share => `合格率 ${share}`,
  dimensions: {
    reliability: '可靠性',
    responsiveness: '响应性',
    assurance: '保证性',
    empathy: '移情性',
    tangibles: '有形性'
  },
  failedOf: (failed, judged) => `${judged} 份中 ${failed} 份未通过`,
  unclear: n => `${n} 份无法判断`,
  alsoFailed: '其他扣分项',
  nothingFailed: '没有扣分项',
  nothingJudged: '这些联络记录没有触及标准中的任何条款',
  contactsRead: n => `${n} 份联络记录`,
  accuracy: classes => `准确率 ${classes}`,
  classes: { customer: '客户关键', business: '业务关键', compliance: '合规关键', other: '非关键' },
  more: n => `另有 ${n} 份`,
  moreHits: n => `另有 ${n} 处`,
  moreCards: n => `另有 ${n} 位不再逐一列出，完整名单见上表`,

  turn: turn => `第 ${turn} 句`,
  searched: (first, last) => (first === last ? `已查第 ${first} 句` : `已查第 ${first} 至 ${last} 句`),
  searchedNothing: '范围内没有发言',
  missing: what => `缺少：${what}`,
  nearest: share => `最接近（相似度 ${share}）`,
  na: '不适用',
  unknown: '无法判断',
  because: (word, reason) => `${word}：${reason}`,
  passed: n => `通过 ${n} 项`,
  fatalMark: '致命',

  files: n => `${n} 个文件`,
  turns: n => `${n} 句`,
  scored: n => `已评分 ${n} 份`,
  notApplicable: n => `不适用标准 ${n} 份`,
  skipped: n => `跳过坏行 ${n} 行`,
  problems: n => `${n} 个问题`,
  neverJudged: n => `从未判定的条款（${n}）`,
  coachFirst: '优先辅导',
  mean: '均分',
  verdictClean: '结论：通过',
  verdictNegative: '结论：不通过',

  csv: {
    contact: '联络编号',
    agent: '坐席工号',
    name: '姓名',
    team: '班组',
    started: '开始时间',
    standard: '标准',
    score: '得分',
    scoreWithoutFatal: '不计致命项得分',
    band: '等级',
    passed: '是否合格',
    failed: '扣分项',
    reason: '说明'
  },
  statuses: { pass: '通过', fail: '未通过', na: '不适用', unknown: '无法判断' },
  yes: '是',
  no: '否'
}

const words: Readonly<Record<Lang, Words>> = { en, zh }

export function wordsOf(lang: Lang): Words {
  return words[lang]
}
