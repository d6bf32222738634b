import { writeFile } from 'node:fs/promises'
import { ProblemError, type Problem } from '../../diagnostics/problem.ts'
import { formatPlace } from '../../diagnostics/render.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import {
  describeDifference,
  describeExample,
  describeMetricExample,
  type Described
} from '../../examples/describe.ts'
import {
  diffOf,
  itemOfCase,
  itemOfExample,
  itemOfMetricExample,
  itemsOfUnusable,
  rulesOfExamples
} from '../../examples/items.ts'
import { runCase, type CaseResult } from '../../examples/run-cases.ts'
import { runMetricExamples } from '../../examples/run-metrics.ts'
import { runExamples } from '../../examples/run.ts'
import type { TestCase } from '../../examples/test-file.ts'
import { updatesFor } from '../../examples/update.ts'
import { itemFormats } from '../../report/items/index.ts'
import type { Item, RuleHeader } from '../../report/items/item.ts'
import { ruleOfCode } from '../../report/items/of-problem.ts'
import { OVERRIDES, readOverrides } from '../../standard/override-text.ts'
import { listUnplaced } from '../../standard/unplaced-overrides.ts'
import type { CompiledStandard } from '../../standard/standard.ts'
import { editYaml } from '../../standard/yaml-edit.ts'
import { decideVerdict } from '../../verdict/verdict.ts'
import { checkOutputs } from '../check-outputs.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { openItemReports, type ItemReportOptions } from '../item-reports.ts'
import { showOverrides } from '../overrides.ts'
import { showProblems } from '../problems.ts'
import { readTargets } from '../report-target.ts'
import { chooseLang, createPaint, usesColour, type CommonOptions, type OverrideOptions } from '../settings.ts'
import { findTestInputs, loadTestInputs, type LoadedTests } from '../test-files.ts'

export interface TestOptions extends CommonOptions, OverrideOptions, ItemReportOptions {
  readonly filter?: string | undefined
  readonly update?: boolean | undefined
}

const wordings = {
  total: { en: '{passed} passed, {failed} failed', zh: '{passed} 通过，{failed} 失败' },
  none: { en: 'no example was run', zh: '没有运行任何示例' },
  updated: { en: '{file}: {count} value(s) updated', zh: '{file}：更新了 {count} 处' },
  without: { en: '{file}: criteria without examples: {ids}', zh: '{file}: 没有示例的准则：{ids}' }
} as const satisfies Record<string, Wording>

/** Counts and shows results as they come. */
interface Results {
  passed: number
  failed: number
  unusable: boolean
  /** An example or a case that was run, or a file that cannot be used. */
  item(item: Item): Promise<void>
  /** A standard whose examples are run. */
  knows(standard: CompiledStandard): void
  show(place: string, name: string, described: Described): Promise<void>
  note(key: keyof typeof wordings, values: Record<string, string | number>): Promise<void>
}

/**
 * `linecheck test`: runs the examples that stand beside the criteria of standards, and files of tests. Never stops at
 * the first that fails.
 */
export async function runTest(names: readonly string[], options: TestOptions, io: Io): Promise<ExitCode> {
  checkUsage(options)
  const lang = chooseLang(options, io.env)
  const paint = createPaint(usesColour(options, io.env, io.stdout))
  const { loaded, tests, failure } = await loadTestInputs(await findTestInputs(names, io), lang, io, {
    overrides: options.set,
    apart: true
  })
  const sources = new Map([loaded, ...tests].flatMap(each => [...(each?.sources ?? [])]))
  const targets = readTargets(options.output, itemFormats, io)
  await checkOutputs(
    targets.map(({ shown }) => shown),
    { loaded: { sources } },
    io
  )
  const rules = new Map<string, RuleHeader>()
  const ruleOf = (id: string): RuleHeader => rules.get(id) ?? ruleOfCode(id, lang, 'error')
  const reports = await openItemReports(options, 'test', ruleOf, lang, io)
  // With a report on standard output there is no room for words.
  const words = options.format === undefined ? io.stdout : undefined
  const results: Results = {
    passed: 0,
    failed: 0,
    unusable: false,
    item: reports.add,
    knows: standard => rulesOfExamples(standard).forEach(rule => rules.set(rule.id, rule)),
    async show(place, name, described) {
      await words?.write(`${paint.bold(place)}: ${paint.error(described.head)}  [${name}]\n`)
      for (const line of diffOf(described)) {
        const painted = line.startsWith('-') ? paint.error : line.startsWith('+') ? paint.note : paint.dim
        await words?.write(`    ${painted(line)}\n`)
      }
      for (const line of described.seen) await words?.write(`    ${line}\n`)
    },
    note: (key, values) => (words ?? io.stderr).write(`${fill(wordings[key][lang], values)}\n`)
  }
  const refuse = async (problems: readonly Problem[]): Promise<void> => {
    results.unusable ||= problems.length > 0
    for (const item of itemsOfUnusable(problems, lang)) await results.item(item)
  }

  await showProblems(loaded?.problems ?? [], sources, lang, options, io)
  await refuse(loaded?.problems ?? [])
  for (const standard of loaded?.standards ?? []) await testExamples(standard, options, lang, results)
  for (const test of tests) {
    await showProblems(test.problems, sources, lang, options, io)
    await refuse(test.problems)
    if (test.problems.length === 0) await testCases(test, options, lang, results)
  }
  if (failure) await refuse(failure.problems)
  const changed = [loaded, ...tests].flatMap(each => each?.tried ?? [])
  if (!results.unusable) await showUnplaced(changed, options, lang, results, io)
  const { items } = reports.counts()
  const findings = { error: items.error, warning: 0, note: 0 }
  const verdict = decideVerdict({ failedExamples: results.failed, findings }, {}, lang)
  await showProblems(await reports.finish(verdict), sources, lang, options, io)
  if (failure) throw failure

  const judging = [loaded, ...tests].flatMap(each => [...(each?.standards ?? [])])
  await showOverrides(judging, options, lang, io)
  const { passed, failed } = results
  if (passed + failed === 0 && !results.unusable) await io.stderr.write(`${wordings.none[lang]}\n`)
  if (passed + failed === 0) return exitCodes.unusable
  const total = fill(wordings.total[lang], { passed, failed })
  if (words) await words.write(`${failed > 0 ? paint.error(total) : paint.bold(total)}\n`)
  else if (!options.quiet) await io.stderr.write(`${total}\n`)
  if (results.unusable) return exitCodes.unusable
  return failed > 0 ? exitCodes.negative : exitCodes.clean
}

/** @throws ProblemError where what a changed standard says would be written as what the standard says. */
function checkUsage({ update, set }: TestOptions): void {
  if (!update || set === undefined) return
  const values = { value: '--update', allowed: '--set' }
  throw new ProblemError([{ code: 'usage/not-together', severity: 'error', values }])
}

/** Overrides may be for any of the standards, but must be for one. */
async function showUnplaced(
  tried: readonly ReadonlyMap<number, Problem>[],
  options: TestOptions,
  lang: Lang,
  results: Results,
  io: Io
): Promise<void> {
  const unplaced = listUnplaced(tried)
  results.unusable ||= unplaced.length > 0
  for (const item of itemsOfUnusable(unplaced, lang)) await results.item(item)
  const sources = new Map([[OVERRIDES, readOverrides(options.set ?? []).text]])
  await showProblems(unplaced, sources, lang, options, io)
}

async function testExamples(
  standard: CompiledStandard,
  options: TestOptions,
  lang: Lang,
  results: Results
): Promise<void> {
  results.knows(standard)
  const wanted = (id: string): boolean => options.filter === undefined || id.includes(options.filter)
  for (const result of runExamples(standard, criterion => wanted(criterion.id), lang)) {
    await results.item(itemOfExample(result, lang))
    if (result.verdict === 'ok') {
      results.passed++
      continue
    }
    results.failed++
    const name = `${result.criterion} ${result.example.kind} ${result.number}`
    await results.show(formatPlace(result.example.place), name, describeExample(result, lang))
  }
  for (const result of runMetricExamples(standard, ({ header }) => wanted(header.id), lang)) {
    const described = describeMetricExample(result, lang)
    await results.item(itemOfMetricExample(standard.id, result, lang))
    if (described.length === 0) results.passed++
    else results.failed++
    const name = `${result.metric} ${result.number}`
    for (const one of described) await results.show(formatPlace(result.place), name, one)
  }
  const bare = standard.criteria.filter(({ id, examples }) => examples.length === 0 && wanted(id))
  if (bare.length === 0 || options.quiet) return
  const ids = bare.map(criterion => criterion.id).join(', ')
  await results.note('without', { file: standard.file, ids })
}

async function testCases(
  loaded: LoadedTests,
  options: TestOptions,
  lang: Lang,
  results: Results
): Promise<void> {
  const { tests, standards } = loaded
  if (!tests || !standards) return
  let ran = tests.cases
    .flatMap(test => choose(test, options.filter))
    .map(test => runCase(test, standards, lang))
  if (options.update) ran = await update(ran, loaded, results)
  results.knows(standards[0])
  for (const result of ran) {
    const { test, differences } = result
    await results.item(itemOfCase(tests.file, standards[0].id, result, lang))
    if (differences.length === 0) results.passed++
    else results.failed++
    for (const difference of differences) {
      const name = [test.name, difference.criterion].filter(part => part !== undefined).join(' · ')
      await results.show(formatPlace(difference.place), name, describeDifference(difference, lang))
    }
  }
}

/** What a filter leaves of a case: all of one whose name fits, else what it expects of criteria that do. */
function choose(test: TestCase, filter: string | undefined): readonly TestCase[] {
  if (filter === undefined || test.name.includes(filter)) return [test]
  const expect = test.expect.filter(({ criterion }) => criterion.includes(filter))
  return expect.length === 0 ? [] : [{ ...test, expect, score: undefined, band: undefined }]
}

/** Writes what came out into the file; the results are then as if it had been expected. */
async function update(
  ran: readonly CaseResult[],
  { path, text, tests }: LoadedTests,
  results: Results
): Promise<CaseResult[]> {
  const edits = updatesFor(ran)
  if (edits.length === 0) return [...ran]
  try {
    await writeFile(path, editYaml(text, edits))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ProblemError([{ code: 'usage/unwritable', severity: 'error', values: { path, reason } }])
  }
  await results.note('updated', { file: tests?.file ?? path, count: edits.length })
  return ran.map(result => {
    const updated = new Set(updatesFor([result]).map(edit => edit.path.at(-1)))
    return { ...result, differences: result.differences.filter(({ what }) => !updated.has(what)) }
  })
}
