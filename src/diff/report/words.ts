import type { Lang } from '../../diagnostics/wording.ts'
import { formatCount } from '../../report/figures.ts'

const counted = (n: number, one: string, more: string): string => `${formatCount(n)} ${n === 1 ? one : more}`

const en = {
  flips: (failing: number, passing: number, all: number) => {
    const of = `of ${counted(all, 'contact', 'contacts')}`
    if (passing === 0)
      return `${formatCount(failing)} ${of} passed before and ${failing === 1 ? 'fails' : 'fail'} now`
    if (failing === 0)
      return `${formatCount(passing)} ${of} failed before and ${passing === 1 ? 'passes' : 'pass'} now`
    const now = `${formatCount(failing)} ${failing === 1 ? 'fails' : 'fail'} now, ${formatCount(passing)} ${passing === 1 ? 'passes' : 'pass'} now`
    return `${formatCount(failing + passing)} ${of} change verdict: ${now}`
  },
  noFlip: (all: number) => `none of ${counted(all, 'contact', 'contacts')} changes its verdict`,
  nothing: (all: number) =>
    `nothing changes: ${all === 1 ? 'the one contact comes' : `all ${formatCount(all)} contacts come`} out as before`,
  mean: (change: string) => `mean score ${change}`,
  meanSame: (mean: string) => `mean score ${mean} as before`,
  noMean: 'no contact has a score both times',
  semicolon: '; ',
  colon: ': ',
  and: ', ',
  inBrackets: (text: string) => ` (${text})`,
  changed: (n: number) => `${counted(n, 'contact', 'contacts')} changed in score, band or outcome`,
  newlyFatal: (n: number) => `${formatCount(n)} newly fatal`,
  entered: (n: number) => `${formatCount(n)} under the standard only now`,
  left: (n: number) => `${formatCount(n)} under the standard no longer`,
  judged: (n: number, all: number) => {
    if (n === 0) return 'nothing had to be judged: outcomes were weighed anew'
    const criteria = counted(all, 'criterion', 'criteria')
    return n >= all ? `${criteria} judged` : `${formatCount(n)} of ${criteria} judged anew`
  },
  onlyBefore: (n: number) => `${counted(n, 'contact', 'contacts')} only before`,
  onlyAfter: (n: number) => `${counted(n, 'contact', 'contacts')} only after`,
  notCompared: 'not compared',

  standard: 'what changed in the standard',
  sameStandard: 'no criterion is different, and no part of the scoring',
  states: { changed: 'checked differently', added: 'added', dropped: 'dropped' },
  section: (title: string) => `section ${title}`,
  scoring: 'scoring',
  keys: {
    section: 'section',
    dimension: 'dimension',
    weight: 'weight',
    deduct: 'deduct',
    per: 'per',
    maxDeduct: 'max_deduct',
    severity: 'severity',
    fatal: 'fatal',
    bonus: 'bonus',
    class: 'class',
    bands: 'bands',
    method: 'method',
    base: 'base',
    pass: 'pass mark',
    bonusCap: 'bonus_cap',
    severities: 'severities'
  } as Readonly<Record<string, string>>,
  listed: ', ',
  keyChanges: (key: string, before: string, after: string) => `${key} ${before} → ${after}`,
  unset: 'none',
  no: 'no',
  values: {
    evaluation: 'whole contact',
    section: 'its section',
    hit: 'each breach',
    once: 'once',
    weighted: 'weighted',
    deducting: 'deducting',
    both: 'both'
  } as Readonly<Record<string, string>>,
  alone: (points: string, contacts: number) =>
    `alone ${points} on average, ${counted(contacts, 'contact', 'contacts')}`,
  movesNothing: 'moves nothing on these contacts',
  movesVerdicts: (contacts: number) =>
    `moves no mean score, but score, verdict or band of ${counted(contacts, 'contact', 'contacts')}`,

  criteria: 'criteria by effect',
  criteriaMoved: 'criteria that came out differently',
  clause: 'clause',
  title: 'title',
  moved: 'contacts moved',
  passRate: 'pass rate %',
  change: 'change',
  interval: '95%',
  range: (low: string, high: string) => `${low} to ${high}`,
  points: 'points',
  shares: (n: number) => `partial credit ${formatCount(n)}`,
  legendSigns: '+ added, - dropped, ~ checked differently',
  legendChange: 'change: of the pass rate, over the contacts judged both times',
  legendPoints: 'points: what these outcomes alone move the mean score by',
  legendAbsent: 'an arrow from or to nothing: not judged at all before or after',
  /** The contacts are the same, and so is each judgement of them: nothing here is left to chance. */
  legendExact:
    'these contacts are the same both times, so their figures are exact; 95% says what other contacts of the kind ' +
    'would show, if these are a fair sample of them: where it spans 0, either way is possible',

  teams: 'teams',
  agents: 'agents',
  contacts: 'n',
  before: 'before',
  after: 'after',
  failNow: 'fail now',
  passNow: 'pass now',
  fatalNow: 'fatal now',
  unchanged: (n: number) => `${formatCount(n)} more without any change`,
  bands: 'bands',
  noBand: 'no band',

  look: (shown: number, total: number) =>
    shown < total
      ? `look at these first (${formatCount(shown)} of ${formatCount(total)})`
      : `contacts that changed (${formatCount(total)})`,
  failsNow: 'fails now',
  passesNow: 'passes now',
  fatalMark: 'FATAL',
  outside: 'not under the standard',
  notScored: 'not scored',
  scopeIn: 'the standard is for this contact only now',
  scopeOut: 'the standard is for this contact no longer',
  together: 'overlap',
  togetherMeans: 'these do not simply add up',
  idleCauses: (n: number) => `+${counted(n, 'outcome', 'outcomes')} changed without effect on the score`,
  otherShare: (status: string) => `${status}, earning another share`,
  unknownScoring: 'outcomes are the same; the scoring must be another',
  moreCauses: (n: number) => `+${formatCount(n)} more`,
  moreRows: (n: number) => `${formatCount(n)} more: -f json has all, --look N shows more here`,
  moreLook: (n: number, total: number) =>
    `${formatCount(n)} more: --look ${total} shows them all, -f ndjson lists all`,

  worse: (n: number) => `became worse in ${counted(n, 'respect', 'respects')}`,
  worseBeyond: (n: number, tolerance: string) =>
    `became worse in ${counted(n, 'respect', 'respects')} by more than ${tolerance}`,
  notWorse: 'nothing became worse',
  notWorseBeyond: (tolerance: string) => `nothing became worse by more than ${tolerance}`,
  tolerated: '--fail-on-regression makes the verdict negative for it',

  meanScore: 'mean score',
  passMark: 'contacts that pass',
  fatalBreaches: 'fatal breaches',
  agent: (name: string) => `agent ${name}`,
  team: (name: string) => `team ${name}`,
  notJudged: 'judged both times on no contact',

  page: {
    worse: 'something became worse',
    clean: 'nothing became worse',
    negative: 'not passed',
    criterion: 'criterion',
    verdictMoves: 'fail now / pass now',
    what: 'what is different',
    effect: 'effect on the mean score',
    who: 'whose',
    contact: 'contact',
    score: 'score',
    why: 'why',
    where: 'where it is written',
    reading: 'How to read this',
    cut: (n: number) => `${counted(n, 'part', 'parts')} had no room here. \`-o FILE.json\` has everything.`,
    leftOut: (n: string) =>
      `${n} more are left out here. \`-o FILE.json\` has everything, \`-f ndjson\` each contact that changed.`
  }
}

export type DiffWords = typeof en

const zh: DiffWords = {
  flips: (failing, passing, all) => {
    const of = `${formatCount(all)} 份中有`
    if (passing === 0) return `${of} ${formatCount(failing)} 份由合格变为不合格`
    if (failing === 0) return `${of} ${formatCount(passing)} 份由不合格变为合格`
    const now = `${formatCount(failing)} 份变为不合格，${formatCount(passing)} 份变为合格`
    return `${of} ${formatCount(failing + passing)} 份合格与否改变：${now}`
  },
  noFlip: all => `${formatCount(all)} 份中没有一份改变合格与否`,
  nothing: all => `没有变化：${formatCount(all)} 份的结果与之前完全相同`,
  mean: change => `均分 ${change}`,
  meanSame: mean => `均分仍为 ${mean}`,
  noMean: '没有前后都有得分的记录',
  semicolon: '；',
  colon: '：',
  and: '，',
  inBrackets: text => `（${text}）`,
  changed: n => `得分、等级或判定有变化的共 ${formatCount(n)} 份`,
  newlyFatal: n => `新增致命 ${formatCount(n)} 份`,
  entered: n => `新纳入本标准 ${formatCount(n)} 份`,
  left: n => `不再适用本标准 ${formatCount(n)} 份`,
  judged: (n, all) => {
    if (n === 0) return '无需重新判定，仅重新计分'
    if (n >= all) return `判定 ${formatCount(all)} 项`
    return `${formatCount(all)} 项中重新判定 ${formatCount(n)} 项`
  },
  onlyBefore: n => `仅之前有 ${formatCount(n)} 份`,
  onlyAfter: n => `仅之后有 ${formatCount(n)} 份`,
  notCompared: '未参与比较',

  standard: '标准的改动',
  sameStandard: '各项准则和计分方式均无不同',
  states: { changed: '判定方式改变', added: '新增', dropped: '删除' },
  section: title => `部分“${title}”`,
  scoring: '计分',
  keys: {
    section: '所属部分',
    dimension: '维度',
    weight: '权重',
    deduct: '扣分',
    per: '扣分方式',
    maxDeduct: '扣分上限',
    severity: '严重程度',
    fatal: '致命',
    bonus: '加分',
    class: '关键类别',
    bands: '等级',
    method: '计分方法',
    base: '基础分',
    pass: '合格线',
    bonusCap: '加分上限',
    severities: '各级扣分'
  },
  listed: '、',
  keyChanges: (key, before, after) => `${key} ${before} → ${after}`,
  unset: '无',
  no: '否',
  values: {
    evaluation: '整份归零',
    section: '所属部分归零',
    hit: '每次都扣',
    once: '只扣一次',
    weighted: '加权',
    deducting: '扣分',
    both: '先加权后扣分'
  },
  alone: (points, contacts) => `单独影响均分 ${points}，涉及 ${formatCount(contacts)} 份`,
  movesNothing: '对这些记录没有影响',
  movesVerdicts: contacts => `不影响均分，但改变 ${formatCount(contacts)} 份的得分、合格与否或等级`,

  criteria: '受影响的准则（按影响大小）',
  criteriaMoved: '判定有变化的准则',
  clause: '条款',
  title: '名称',
  moved: '判定变化（份数）',
  passRate: '通过率 %',
  change: '变化',
  interval: '95% 区间',
  range: (low, high) => `${low} 至 ${high}`,
  points: '影响分',
  shares: n => `仅部分得分变化 ${formatCount(n)}`,
  legendSigns: '+ 新增，- 删除，~ 判定方式改变',
  legendChange: '变化：前后都判定过的记录，其通过率之差',
  legendPoints: '影响分：仅因该项判定变化，均分变动多少',
  legendAbsent: '箭头一侧空白：之前或之后完全没有判定',
  legendExact:
    '前后比较的是同一批记录，以上数字都是确定的；95% 区间说的是其他同类记录会有怎样的变化，前提是这批记录有代表性，' +
    '区间跨过 0 表示升降都有可能',

  teams: '班组',
  agents: '坐席',
  contacts: '份数',
  before: '之前',
  after: '之后',
  failNow: '转不合格',
  passNow: '转合格',
  fatalNow: '新致命',
  unchanged: n => `另有 ${formatCount(n)} 个没有任何变化`,
  bands: '等级变动',
  noBand: '无等级',

  look: (shown, total) =>
    shown < total
      ? `建议先看（共 ${formatCount(total)} 份，列出 ${formatCount(shown)} 份）`
      : `有变化的记录（${formatCount(total)} 份）`,
  failsNow: '变为不合格',
  passesNow: '变为合格',
  fatalMark: '致命',
  outside: '不适用本标准',
  notScored: '未评分',
  scopeIn: '本标准现在才适用于这份记录',
  scopeOut: '本标准不再适用于这份记录',
  together: '叠加差额',
  togetherMeans: '各项影响不能简单相加',
  idleCauses: n => `另有 ${formatCount(n)} 项判定改变，但不影响得分`,
  otherShare: status => `${status}，得分比例不同`,
  unknownScoring: '判定相同，计分方式应有不同',
  moreCauses: n => `另有 ${formatCount(n)} 项`,
  moreRows: n => `另有 ${formatCount(n)} 行：完整列表用 -f json，或用 --look N 多列一些`,
  moreLook: (n, total) => `另有 ${formatCount(n)} 份：--look ${total} 全部列出，-f ndjson 逐行输出`,

  worse: n => `变差 ${formatCount(n)} 处`,
  worseBeyond: (n, tolerance) => `变差超过 ${tolerance} 的有 ${formatCount(n)} 处`,
  notWorse: '没有变差',
  notWorseBeyond: tolerance => `没有变差超过 ${tolerance} 的`,
  tolerated: '加上 --fail-on-regression，结论即为不通过',

  meanScore: '均分',
  passMark: '合格的记录',
  fatalBreaches: '致命项',
  agent: name => `坐席 ${name}`,
  team: name => `班组 ${name}`,
  notJudged: '没有前后都判定过的记录',

  page: {
    worse: '有变差之处',
    clean: '没有变差',
    negative: '未通过',
    criterion: '准则',
    verdictMoves: '转不合格 / 转合格',
    what: '不同之处',
    effect: '对均分的影响',
    who: '对象',
    contact: '记录',
    score: '得分',
    why: '原因',
    where: '所在位置',
    reading: '怎么看这些数字',
    cut: n => `有 ${formatCount(n)} 部分因篇幅所限未列出，完整内容见 \`-o 文件.json\`。`,
    leftOut: n => `另有 ${n} 行未在此列出，完整内容见 \`-o 文件.json\`，逐份变化见 \`-f ndjson\`。`
  }
}

const words: Readonly<Record<Lang, DiffWords>> = { en, zh }

/** The words that a comparison is told in, beside those of all reports. */
export function diffWordsOf(lang: Lang): DiffWords {
  return words[lang]
}
