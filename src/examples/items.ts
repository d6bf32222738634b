import type { Lang } from '../diagnostics/wording.ts'
import { withLine, type Finding, type Item, type RuleHeader } from '../report/items/item.ts'
import { ruleOfCriterion } from '../report/items/of-evaluation.ts'
import { findingOfProblem } from '../report/items/of-problem.ts'
import { ruleOfMetric } from '../report/items/of-metric.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { digestOf } from '../text/digest.ts'
import type { Place, Problem } from '../diagnostics/problem.ts'
import { describeDifference, describeExample, describeMetricExample, type Described } from './describe.ts'
import type { CaseResult, Difference } from './run-cases.ts'
import type { MetricExampleResult } from './run-metrics.ts'
import type { ExampleResult } from './run.ts'

/** An example of a criterion as an item of the suite that its standard is. */
export function itemOfExample(result: ExampleResult, lang: Lang): Item {
  const { standard, criterion, example, number, verdict } = result
  const name = `${criterion} ${example.kind} ${number}`
  const rule = ruleOfCriterion(standard, criterion)
  const described = verdict === 'ok' ? [] : [describeExample(result, lang)]
  return itemOf(standard, name, example.place, findingsOf(standard, name, rule, example.place, described))
}

/** An example of a metric, with a finding for each figure that differs. */
export function itemOfMetricExample(standard: string, result: MetricExampleResult, lang: Lang): Item {
  const { metric, number, place } = result
  const name = `${metric} ${number}`
  const described = describeMetricExample(result, lang)
  return itemOf(
    standard,
    name,
    place,
    findingsOf(standard, name, ruleOfMetric(standard, metric), place, described)
  )
}

/** A case of a file of tests, with a finding for each thing that differs. */
export function itemOfCase(
  file: string,
  standard: string,
  { test, differences }: CaseResult,
  lang: Lang
): Item {
  const findings = differences.flatMap(difference =>
    findingsOf(
      file,
      `${test.name} ${difference.what}`,
      ruleOfDifference(standard, difference),
      difference.place,
      [describeDifference(difference, lang)]
    )
  )
  return itemOf(file, test.name, test.place, findings)
}

/** Files that cannot be used, each with what is wrong with it. */
export function itemsOfUnusable(problems: readonly Problem[], lang: Lang): readonly Item[] {
  const findings = problems.map(problem =>
    findingOfProblem(problem, lang, String(problem.values['path'] ?? problem.code))
  )
  const files = new Set(findings.map(({ place }) => place.file))
  return [...files].map(file => {
    const own = findings.filter(({ place }) => place.file === file)
    return { suite: file, name: file, place: { file, line: 1 }, status: 'error', findings: own }
  })
}

/** The rules that findings of examples are of: criteria and metrics, and what a case expects of the whole. */
export function rulesOfExamples({ id, title, criteria, metrics }: CompiledStandard): readonly RuleHeader[] {
  return [
    ...criteria.map(({ id: criterion, title: text, clause, advice, place }) => {
      const rule = ruleOfCriterion(id, criterion)
      return { id: rule, title: text, clause, advice, severity: 'error', place } as const
    }),
    ...metrics.map(({ header }) => {
      const { title: text, clause, advice } = header
      return { id: ruleOfMetric(id, header.id), title: text, clause, advice, severity: 'error' } as const
    }),
    { id, title, severity: 'error' }
  ]
}

function ruleOfDifference(standard: string, { criterion }: Difference): string {
  return criterion === undefined ? standard : ruleOfCriterion(standard, criterion)
}

function itemOf(suite: string, name: string, place: Place, findings: readonly Finding[]): Item {
  return { suite, name, place: withLine(place), status: findings.length > 0 ? 'failed' : 'passed', findings }
}

function findingsOf(
  suite: string,
  name: string,
  rule: string,
  place: Place,
  described: readonly Described[]
): readonly Finding[] {
  return described.map((one, i) => ({
    rule,
    severity: 'error',
    message: [`${name}: ${one.head}`, ...diffOf(one), ...one.seen].join('\n'),
    place: withLine(place),
    fingerprint: digestOf([rule, suite, name, String(i)])
  }))
}

const marks = { same: ' ', expected: '-', actual: '+' } as const

/** What differs as text, line by line. */
export function diffOf({ diff }: Described): readonly string[] {
  return diff.map(({ kind, text }) => `${marks[kind]} ${text}`)
}
