import { formatPlace } from '../../diagnostics/render.ts'
import type { Problem } from '../../diagnostics/problem.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import type { ReportFormat, RunHeader, RunSummary } from '../report.ts'
import type { Item, RuleHeader } from './item.ts'
import type { ItemFormat } from './item-format.ts'
import { createEvaluationItems, rulesOfRun } from './of-evaluation.ts'
import { itemOfMetric, rulesOfMetrics } from './of-metric.ts'
import { findingOfProblem, ruleOfCode } from './of-problem.ts'
import { summarizeRun } from './run-summary.ts'
import { writeSuite } from './write-suite.ts'

/**
 * A form of items as a report of an audit: a suite for each contact, an item for each of its criteria; one for each record
 * that could not be read, and one for each target of a metric.
 */
export function asReport(format: ItemFormat): ReportFormat {
  return {
    name: format.name,
    extensions: format.extensions,
    create({ lang, version, root }, header) {
      const rules = new Map([...rulesOfRun(header), ...rulesOfMetrics(header)])
      const ruleOf = (id: string): RuleHeader => rules.get(id) ?? ruleOfCode(id, lang, 'error')
      const reporter = format.create({ lang, version, command: 'audit', ruleOf, root })
      const itemsOf = createEvaluationItems(header)
      const { begin, between, keeps, end, warn } = reporter
      const summarize = (summary: RunSummary) => summarizeRun(summary, header, ruleOf, lang)
      return {
        begin,
        between,
        keeps,
        evaluation: evaluation => writeSuite(reporter, itemsOf(evaluation)),
        bad: problem => writeSuite(reporter, [itemOfBad(problem, lang)]),
        last: summary =>
          suitesOfMetrics(summary, header, lang)
            .map(items => writeSuite(reporter, items))
            .filter(text => text !== '')
            .join(between ?? ''),
        end: (summary, kept) => end(summarize(summary), kept),
        warn: summary => warn?.(summarize(summary)) ?? []
      }
    }
  }
}

/** A record that could not be read. */
function itemOfBad(problem: Problem, lang: Lang): Item {
  const finding = findingOfProblem(problem, lang, 'input')
  const { place } = finding
  return {
    suite: place.file,
    name: problem.place ? formatPlace(problem.place) : place.file,
    place,
    status: 'error',
    findings: [finding]
  }
}

function suitesOfMetrics(
  { metrics = [] }: RunSummary,
  { standards }: RunHeader,
  lang: Lang
): readonly (readonly Item[])[] {
  return standards
    .map(standard =>
      metrics
        .filter(metric => metric.standard === standard.id)
        .flatMap(metric => itemOfMetric(metric, standard, lang) ?? [])
    )
    .filter(items => items.length > 0)
}
