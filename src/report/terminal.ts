import type { Scorecard } from '../model/scorecard.ts'
import type {
  RankedScorecard,
  ReportContext,
  ReportFormat,
  Reporter,
  RunHeader,
  RunSummary,
  StandardHeader
} from './report.ts'
import { compareNeed } from './terminal/need.ts'
import { renderAgentCard } from './terminal/agent-card.ts'
import { renderAgentsTable } from './terminal/agents-table.ts'
import { renderContact } from './terminal/contact-details.ts'
import { showText } from './terminal/display.ts'
import { labelStandard } from './terminal/labels.ts'
import { renderMetrics } from './terminal/metrics.ts'
import { renderSummary } from './terminal/summary.ts'
import { wrapText } from './terminal/wrap.ts'
import { formatCount } from './figures.ts'
import { type Words, wordsOf } from './words.ts'

const NARROWEST = 60
const USUAL = 80
/** Lines of running text get no longer than this; only the table uses a wider terminal. */
const READABLE = 100
const CARDS = 10

/** Scorecards for a supervisor: who needs help first, and why. Contacts, when asked for, go by as they come. */
export const terminal: ReportFormat = { name: 'terminal', extensions: ['.txt'], create: createTerminal }

function createTerminal(context: ReportContext, header: RunHeader): Reporter {
  const words = wordsOf(context.lang)
  const width = Math.max(NARROWEST, context.width ?? USUAL)
  const text = Math.min(width, READABLE)
  const standards = new Map(header.standards.map(standard => [standard.id, standard]))
  const several = standards.size > 1
  return {
    begin: () => '',
    evaluation: evaluation =>
      renderContact(evaluation, standards.get(evaluation.standard), several, context, words, text),
    // The problem itself is shown with all the others; the summary counts it.
    bad: () => '',
    end: summary => finish(summary, header, context, words, width)
  }
}

function* finish(
  summary: RunSummary,
  header: RunHeader,
  context: ReportContext,
  words: Words,
  width: number
): Generator<string> {
  const text = Math.min(width, READABLE)
  const cards = summary.scorecards.toSorted(compareNeed)
  for (const standard of header.standards) {
    yield `${heading(standard, context, words, text)}\n\n`
    const own = cards.filter(({ card }) => card.standard === standard.id)
    // A standard of metrics alone makes no scorecards.
    if (standard.criteria.length > 0)
      yield* renderCards(standard, own, summary, header, context, words, width)
    const metrics = (summary.metrics ?? []).filter(result => result.standard === standard.id)
    yield* renderMetrics(metrics, context, words, text)
  }
  yield renderSummary(summary, header, cards, context, words, text)
}

function* renderCards(
  standard: StandardHeader,
  cards: readonly RankedScorecard[],
  summary: RunSummary,
  header: RunHeader,
  context: ReportContext,
  words: Words,
  width: number
): Generator<string> {
  if (cards.length === 0) {
    yield ` ${words.noContacts}\n\n`
    return
  }
  const by = header.by ?? 'agent'
  const overall = summary.overall.find(card => card.standard === standard.id)
  const figures = (summary.metrics ?? []).some(result => result.standard === standard.id)
  // A log for figures alone: empty cards of every agent would only stand in their way.
  if (figures && overall && isIdle(overall)) {
    yield ` ${words.noneScored(formatCount(overall.contacts))}\n\n`
    return
  }
  yield* renderAgentsTable({ standard, cards, overall, by }, context, words, width)
  yield '\n'
  const shown = cards.slice(0, context.cards ?? CARDS)
  const text = Math.min(width, READABLE)
  for (const { card } of shown) yield `${renderAgentCard(card, standard, by, context, words, text)}\n`
  const hidden = cards.length - shown.length
  if (hidden > 0) yield `${words.moreCards(formatCount(hidden))}\n\n`
}

/** Whether no criterion applied to any contact. */
function isIdle({ criteria, contacts }: Scorecard): boolean {
  return criteria.length > 0 && criteria.every(({ counts }) => counts.na === contacts)
}

function heading(standard: StandardHeader, { paint }: ReportContext, words: Words, width: number): string {
  const mark = standard.pass === undefined ? '' : ` · ${words.passMark(String(standard.pass))}`
  const title = wrapText(`${labelStandard(standard)}${mark}`, width).map(line => paint.bold(line))
  const changes = standard.overrides ?? []
  const changed = changes.length === 0 ? [] : wrapText(words.whatIf(showText(changes.join(', '))), width)
  return [...title, ...changed.map(line => paint.warning(line))].join('\n')
}
