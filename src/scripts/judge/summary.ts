import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import type { Coverage } from './cover-status.ts'

const wordings = {
  covered: {
    en: '{title}: {covered} of {asked} criteria covered by scripts',
    zh: '{title}：话术覆盖 {asked} 项准则中的 {covered} 项'
  },
  untold: { en: '{n} cannot be told', zh: '{n} 项无法判断' },
  otherwise: { en: '{n} others ask for no words', zh: '另有 {n} 项不要求说话，不计入' }
} as const satisfies Record<string, Wording>

/** How far a library covers each standard, a line each; standards that judge none of its scripts have none. */
export function describeCoverage(coverage: readonly Coverage[], lang: Lang): readonly string[] {
  return coverage
    .filter(({ scripts, criteria }) => scripts > 0 && criteria.length > 0)
    .map(({ standard, criteria, otherwise }) => {
      const count = (wanted: string): number => criteria.filter(({ status }) => status === wanted).length
      const untold = count('untold')
      const values = {
        title: standard.title,
        covered: count('covered'),
        asked: criteria.length - untold
      }
      const parts = [
        fill(wordings.covered[lang], values),
        ...(untold > 0 ? [fill(wordings.untold[lang], { n: untold })] : []),
        ...(otherwise > 0 ? [fill(wordings.otherwise[lang], { n: otherwise })] : [])
      ]
      return parts.join(lang === 'zh' ? '；' : '; ')
    })
}
