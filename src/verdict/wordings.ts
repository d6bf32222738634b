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
  errors: { en: '{count} error(s)', zh: '{count} 个错误' },
  warnings: { en: '{count} warning(s)', zh: '{count} 个警告' },
  notes: { en: '{count} note(s)', zh: '{count} 条提示' },
  tooMany: {
    en: '{count} warning(s), more than the {max} allowed',
    zh: '{count} 个警告，超过允许的 {max} 个'
  },
  examples: { en: '{count} example(s) failed', zh: '{count} 个示例未通过' }
} as const satisfies Record<string, Wording>
