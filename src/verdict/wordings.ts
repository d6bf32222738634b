import type { Wording } from '../diagnostics/wording.ts'

/** Why a verdict is negative. */
export const verdictWordings = {
  fatal: { en: '{standard}: {count} contact(s) with a fatal breach', zh: '{standard}：{count} 份出现致命项' },
  failed: {
    en: '{standard}: {count} contact(s) below the pass mark',
    zh: '{standard}：{count} 份低于合格线'
  },
  any: { en: '{standard}: {count} failed criteria', zh: '{standard}：{count} 项未通过' },
  target: {
    en: '{standard}: {count} metric(s) missed the target: {ids}',
    zh: '{standard}：{count} 项指标未达目标：{ids}'
  },
  minScore: {
    en: '{standard}: mean score {score} is below {min}',
    zh: '{standard}：平均得分 {score} 低于 {min}'
  },
  notScored: { en: '{standard}: no contact was scored', zh: '{standard}：没有可评分的记录' },
  minPassRate: {
    en: '{standard}: pass rate {rate}% is below {min}%',
    zh: '{standard}：合格率 {rate}% 低于 {min}%'
  },
  maxBand: {
    en: '{standard}: {count} contact(s) in band {band}, more than the {max} allowed',
    zh: '{standard}：{count} 份为“{band}”，超过允许的 {max} 份'
  },
  maxBandShare: {
    en: '{standard}: {share}% of {n} scored contact(s) in band {band}, more than the {max}% allowed',
    zh: '{standard}：{n} 份中“{band}”占 {share}%，超过允许的 {max}%'
  },
  minBand: {
    en: '{standard}: {count} contact(s) in band {band}, fewer than the {min} asked for',
    zh: '{standard}：{count} 份为“{band}”，少于要求的 {min} 份'
  },
  minBandShare: {
    en: '{standard}: {share}% of {n} scored contact(s) in band {band}, less than the {min}% asked for',
    zh: '{standard}：{n} 份中“{band}”占 {share}%，低于要求的 {min}%'
  },
  noneJudged: {
    en: '{standard}: nobody to judge, each has fewer than {min} scored contact(s)',
    zh: '{standard}：无人可评，各自可评分的记录都不足 {min} 份'
  },
  nothingAsked: {
    en: 'no standard gives what scores, bands or pass rates could be asked of',
    zh: '没有一个标准能给出所要求的得分、等级或合格率'
  },
  inputProblems: {
    en: '{count} problem(s) of the input, more than the {max} allowed',
    zh: '输入有 {count} 处问题，超过允许的 {max} 处'
  },
  errors: { en: '{count} error(s)', zh: '{count} 个错误' },
  warnings: { en: '{count} warning(s)', zh: '{count} 个警告' },
  notes: { en: '{count} note(s)', zh: '{count} 条提示' },
  tooMany: {
    en: '{count} warning(s), more than the {max} allowed',
    zh: '{count} 个警告，超过允许的 {max} 个'
  },
  examples: { en: '{count} example(s) failed', zh: '{count} 个示例未通过' }
} as const satisfies Record<string, Wording>

/** What a verdict leaves out, which does not make it negative. */
export const verdictNotes = {
  few: {
    en: '{standard}: not judged, fewer than {min} scored contact(s): {names}',
    zh: '{standard}：可评分的记录不足 {min} 份，不作判定：{names}'
  },
  noBand: {
    en: '{standard}: has no band {band}, none was asked for',
    zh: '{standard}：没有“{band}”这一等级，未作此项判定'
  },
  noPassMark: {
    en: '{standard}: has no pass mark, no pass rate was asked for',
    zh: '{standard}：没有合格线，未判定合格率'
  }
} as const satisfies Record<string, Wording>
