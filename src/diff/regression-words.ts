import type { Wording } from '../diagnostics/wording.ts'

/** What became worse. */
export const regressionWordings = {
  score: {
    en: '{standard}: mean score {figures} ({shift}) over {count} contact(s)',
    zh: '{standard}：{count} 份的平均得分 {figures}（{shift}）'
  },
  team: {
    en: '{standard}: team {name}: mean score {figures} ({shift}) over {count} contact(s)',
    zh: '{standard}：班组 {name}：{count} 份的平均得分 {figures}（{shift}）'
  },
  agent: {
    en: '{standard}: agent {name}: mean score {figures} ({shift}) over {count} contact(s)',
    zh: '{standard}：坐席 {name}：{count} 份的平均得分 {figures}（{shift}）'
  },
  criterion: {
    en: '{standard}: {name}: pass rate {shift} percentage points over {count} contact(s) judged both times',
    zh: '{standard}：{name}：前后都判定过的 {count} 份，通过率 {shift} 个百分点'
  },
  fatal: {
    en: '{standard}: {count} contact(s) newly with a fatal breach',
    zh: '{standard}：新增 {count} 份出现致命项'
  },
  fails: {
    en: '{standard}: {count} contact(s) that passed do not pass any more',
    zh: '{standard}：{count} 份原本合格的不再合格'
  },
  failsBeyond: {
    en:
      '{standard}: {count} contact(s) that passed do not pass any more, ' +
      'having lost more than {tolerance} points or all by a fatal breach',
    zh: '{standard}：{count} 份原本合格的不再合格（失分超过 {tolerance} 分，或出现致命项）'
  },
  nobody: { en: '(unknown)', zh: '（未知）' }
} as const satisfies Record<string, Wording>
