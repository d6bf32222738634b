import { formatCount } from '../../report/figures.ts'
import { markdownText } from '../../report/items/markdown-text.ts'
import { wordsOf } from '../../report/words.ts'
import type { StandardDiff } from '../result.ts'
import type { DiffFormat, DiffReport } from './diff-format.ts'
import { tellCounts, tellHeadline, tellUnmatched } from './headline.ts'
import { fitSections } from './markdown-fit.ts'
import { sectionsOf } from './markdown-sections.ts'
import { diffWordsOf, type DiffWords } from './words.ts'

/**
 * A comment on GitHub holds 65,536 characters, the summary of a step 1 MiB; this stays below the first in UTF-16 units and
 * with that below the second in bytes.
 */
const MOST_TEXT = 60_000
/** Regressions that are listed; the tables below tell the others too. */
const MOST_WORSE = 20
const LONGEST_LINE = 1000

/** A summary for a pull request, for readers who write no standards: the verdict, what happened, then tables. */
export const markdown: DiffFormat = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  create: ({ lang }) => ({
    *end(report) {
      const words = diffWordsOf(lang)
      const { standards, contacts } = report.result
      const head = headOf(report, words)
      const unmatched = tellUnmatched(contacts, words)
      const foot = unmatched === '' ? '' : `\n⚠️ ${markdownText(unmatched)}\n`
      const headings = standards.map(standard => headingOf(standard, words, wordsOf(lang)))
      yield head
      let room = MOST_TEXT - [head, foot, ...headings].join('').length - 200
      let left = 0
      for (const [i, standard] of standards.entries()) {
        const sections = sectionsOf(standard, words, wordsOf(lang))
        const fitted = fitSections(sections, room / (standards.length - i), words)
        room -= fitted.text.length
        left += fitted.left
        yield headings[i]! + fitted.text
      }
      yield foot
      if (left > 0) yield `\n${words.page.cut(left)}\n`
    }
  })
}

function headOf({ regressions, verdict }: DiffReport, words: DiffWords): string {
  const { page } = words
  const mark = verdict.negative
    ? `❌ ${page.negative}`
    : regressions.length > 0
      ? `⚠️ ${page.worse}`
      : `✅ ${page.clean}`
  const texts = new Set([...verdict.reasons, ...regressions.map(({ text }) => text)])
  const lines = [...texts]
    .slice(0, MOST_WORSE)
    .map(text => `- ${markdownText(text.slice(0, LONGEST_LINE))}\n`)
  const hidden = texts.size - lines.length
  const note = hidden > 0 ? `\n${page.leftOut(formatCount(hidden))}\n` : ''
  return `## linecheck diff: ${mark}\n${lines.length > 0 ? '\n' : ''}${lines.join('')}${note}`
}

function headingOf(standard: StandardDiff, words: DiffWords, report: ReturnType<typeof wordsOf>): string {
  const { before, after } = standard
  const label = ({ id, title }: StandardDiff['after']): string => (title === id ? id : `${title} (${id})`)
  const [first, second] = [label(before), label(after)]
  const title = first === second ? first : `${first} → ${second}`
  const counts = tellCounts(standard, words).map(markdownText).join(' · ')
  return (
    `\n### ${markdownText(title)}\n\n**${markdownText(tellHeadline(standard, words, report))}**\n` +
    (counts === '' ? '' : `\n${counts}\n`)
  )
}
