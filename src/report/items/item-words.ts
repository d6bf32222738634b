import type { Severity } from '../../diagnostics/problem.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import { formatCount } from '../figures.ts'
import type { FindingCounts, ItemStatus } from './item.ts'

const many = (count: number, one: string, more: string): string =>
  `${formatCount(count)} ${count === 1 ? one : more}`

const en = {
  clean: 'passed',
  cleanButFound: 'passed, with findings',
  negative: 'not passed',
  severities: { error: 'error', warning: 'warning', note: 'note' } as Readonly<Record<Severity, string>>,
  checked: ({ passed, failed, skipped, error }: Readonly<Record<ItemStatus, number>>): string =>
    `${formatCount(passed + failed + skipped + error)} checked: ${formatCount(passed)} passed, ` +
    `${formatCount(failed)} failed, ${formatCount(skipped)} skipped, ${formatCount(error)} unreadable`,
  found: ({ error, warning, note }: FindingCounts, waived: number): string =>
    `${many(error, 'error', 'errors')}, ${many(warning, 'warning', 'warnings')}, ` +
    many(note, 'note', 'notes') +
    (waived > 0 ? `, ${formatCount(waived)} waived` : ''),
  scorecards: 'Scorecards',
  contacts: 'contacts',
  score: 'score',
  interval: '95% interval',
  passRate: 'pass rate',
  fatal: 'fatal',
  targetsMissed: 'Targets missed',
  metric: 'metric',
  figure: 'figure',
  target: 'target',
  advice: 'what to do',
  whatWasFound: 'What was found',
  level: 'level',
  rule: 'rule',
  clause: 'clause',
  times: 'times',
  findings: 'Where',
  waived: (reason: string) => `waived: ${reason}`,
  nothing: 'Nothing was found.',
  moreRows: (n: string) => `${n} more rows are left out here.`,
  moreFindings: (n: string) => `${n} more are left out here.`,
  seeAll: 'Reports such as `-o report.sarif` or `-o report.json` have all of them.'
}

export type ItemWords = typeof en

const zh: ItemWords = {
  clean: '通过',
  cleanButFound: '通过，但发现了问题',
  negative: '未通过',
  severities: { error: '错误', warning: '警告', note: '提示' },
  checked: ({ passed, failed, skipped, error }) =>
    `共检查 ${formatCount(passed + failed + skipped + error)} 项：通过 ${formatCount(passed)}，` +
    `未通过 ${formatCount(failed)}，跳过 ${formatCount(skipped)}，无法读取 ${formatCount(error)}`,
  found: ({ error, warning, note }, waived) =>
    `错误 ${formatCount(error)}，警告 ${formatCount(warning)}，提示 ${formatCount(note)}` +
    (waived > 0 ? `，已豁免 ${formatCount(waived)}` : ''),
  scorecards: '评分卡',
  contacts: '份数',
  score: '得分',
  interval: '95% 置信区间',
  passRate: '合格率',
  fatal: '致命项',
  targetsMissed: '未达目标的指标',
  metric: '指标',
  figure: '数值',
  target: '目标',
  advice: '改进建议',
  whatWasFound: '发现的问题',
  level: '级别',
  rule: '规则',
  clause: '条款',
  times: '次数',
  findings: '具体位置',
  waived: reason => `已豁免：${reason}`,
  nothing: '没有发现问题。',
  moreRows: n => `另有 ${n} 行未在此列出。`,
  moreFindings: n => `另有 ${n} 处未在此列出。`,
  seeAll: '完整清单见 `-o report.sarif`、`-o report.json` 等报告。'
}

/** Words of reports of items that people read. */
export const itemWords: Readonly<Record<Lang, ItemWords>> = { en, zh }
