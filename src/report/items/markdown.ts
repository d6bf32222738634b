import type { RunHeader, RunSummary } from '../report.ts'
import { wordsOf } from '../words.ts'
import type { ItemContext, ItemFormat, ItemSummary } from './item-format.ts'
import { itemWords } from './item-words.ts'
import { findingPieces, keptLine } from './markdown-findings.ts'
import { missedTable, rulesTable, scorecardTable } from './markdown-tables.ts'
import { markdownText } from './markdown-text.ts'

/**
 * A comment on GitHub holds 65,536 characters, the summary of a step 1 MiB; this stays below the first in UTF-16 units and
 * with that below the second in bytes.
 */
export const MOST_TEXT = 60_000

/** More than is ever shown, since a kept line grows little when it is laid out. */
const MOST_KEPT = 4 * MOST_TEXT

/**
 * A summary for a person: the verdict and why, what was found by rule, how the agents stand, then where. It fits into
 * the summary of a job and into a comment; what does not fit is counted.
 */
export const markdown: ItemFormat = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  create: context => ({
    between: '\n',
    keeps: MOST_KEPT,
    begin: () => '',
    item: ({ findings }) => findings.map(finding => keptLine(finding, context)).join('\n'),
    *end(summary, kept) {
      const head = headOf(summary, context)
      yield head
      const { findings, waived } = summary
      if (findings.error + findings.warning + findings.note + waived === 0) return
      yield `\n### ${itemWords[context.lang].findings}\n`
      yield* findingPieces(kept, summary, context, MOST_TEXT - head.length - 500)
    }
  })
}

/** That a standard was changed for this run, and what the verdict leaves out. */
function remarks(
  { standards }: RunHeader,
  { verdict }: RunSummary,
  { lang }: ItemContext
): readonly string[] {
  const changed = standards
    .filter(({ overrides = [] }) => overrides.length > 0)
    .map(({ id, overrides = [] }) => `${id}: ${wordsOf(lang).whatIf(overrides.join(', '))}`)
  return [...changed, ...(verdict.notes ?? [])].map(text => `\n> ${markdownText(text)}\n`)
}

function headOf(summary: ItemSummary, context: ItemContext): string {
  const { verdict, items, findings, waived, run } = summary
  const words = itemWords[context.lang]
  // Nobody may have asked for a verdict: a tick beside breaches would be read as if there were none.
  const found = findings.error + findings.warning > 0
  const clean = found ? `⚠️ ${words.cleanButFound}` : `✅ ${words.clean}`
  const mark = verdict.negative ? `❌ ${words.negative}` : clean
  const lines = [
    `## linecheck ${context.command}: ${mark}\n`,
    ...(verdict.reasons.length > 0
      ? [`\n${verdict.reasons.map(reason => `- ${markdownText(reason)}\n`).join('')}`]
      : []),
    ...(run ? remarks(run.header, run.summary, context) : []),
    `\n${words.checked(items)}<br>${words.found(findings, waived)}\n`,
    `\n### ${words.whatWasFound}\n\n`,
    rulesTable(summary, context)
  ]
  const cards = run?.header.standards.map(standard =>
    scorecardTable(standard, run.header, run.summary, context)
  )
  if (cards?.some(card => card !== '')) lines.push(`\n### ${words.scorecards}\n`, ...cards)
  const missed = run ? missedTable(run.summary, context) : ''
  if (missed !== '') lines.push(`\n### ${words.targetsMissed}\n\n`, missed)
  return lines.join('')
}
