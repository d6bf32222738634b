import type { Lang, Wording } from '../../diagnostics/wording.ts'
import type { RuleHeader } from '../../report/items/item.ts'

/** The rules that regressions are findings of. */
export const diffRuleIds = [
  'diff/score-worse',
  'diff/criterion-worse',
  'diff/contact-fails',
  'diff/contact-fatal'
] as const
export type DiffRule = (typeof diffRuleIds)[number]

const rules = {
  'diff/score-worse': {
    title: { en: 'mean score became worse', zh: '平均得分变差' },
    advice: {
      en: 'See which criteria and contacts moved it: linecheck diff tells them, largest effect first.',
      zh: '请看是哪些准则、哪些记录造成的：linecheck diff 按影响大小列出。'
    }
  },
  'diff/criterion-worse': {
    title: { en: 'pass rate of a criterion became worse', zh: '准则通过率变差' },
    advice: {
      en: 'If it is meant to be stricter, say so where the change is made; if not, look at contacts that fail it now.',
      zh: '如果本来就要从严，请在改动处说明；否则请查看现在不通过的记录。'
    }
  },
  'diff/contact-fails': {
    title: { en: 'contacts that passed do not pass any more', zh: '原本合格的记录不再合格' },
    advice: {
      en: 'Read some of them before the change goes live, and tell those whose scores they are.',
      zh: '改动生效前请抽看其中几份，并告知相关坐席。'
    }
  },
  'diff/contact-fatal': {
    title: { en: 'contacts with a fatal breach that had none', zh: '新出现致命项的记录' },
    advice: {
      en: 'Make sure that the breaches are real: a fatal one zeroes the score.',
      zh: '请确认是否属实：出现致命项，得分即归零。'
    }
  }
} as const satisfies Record<DiffRule, Record<'title' | 'advice', Wording>>

/** What reports say of a rule; a newly fatal breach is an error, the others are warnings. */
export function ruleOfDiff(id: DiffRule, lang: Lang): RuleHeader {
  const { title, advice } = rules[id]
  const severity = id === 'diff/contact-fatal' ? 'error' : 'warning'
  return { id, title: title[lang], advice: advice[lang], severity }
}

/** Names of what is compared, beside criteria. */
export const itemNames = {
  score: { en: 'mean score', zh: '平均得分' },
  fails: { en: 'contacts that passed still pass', zh: '原本合格的仍然合格' },
  fatal: { en: 'no newly fatal contacts', zh: '没有新增致命项' },
  team: { en: 'team {name}: mean score', zh: '班组 {name}：平均得分' },
  agent: { en: 'agent {name}: mean score', zh: '坐席 {name}：平均得分' },
  unknown: { en: '(unknown)', zh: '（未知）' },
  notJudged: { en: 'judged both times on no contact', zh: '没有前后都判定过的记录' },
  notScored: { en: 'no contact has a score both times', zh: '没有前后都有得分的记录' }
} as const satisfies Record<string, Wording>
