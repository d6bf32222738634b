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
import { runCase, type CaseResult } from '../../examples/run-cases.ts'
import { runMetricExamples } from '../../examples/run-metrics.ts'
import { runExamples } from '../../examples/run.ts'
import type { TestCase } from '../../examples/test-file.ts'
import { updatesFor } from '../../examples/update.ts'
import { OVERRIDES, readOverrides } from '../../standard/override-text.ts'
import { listUnplaced } from '../../standard/unplaced-overrides.ts'
import type { CompiledStandard } from '../../standard/standard.ts'
import { editYaml } from '../../standard/yaml-edit.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { showOverrides } from '../overrides.ts'
import { showProblems } from '../problems.ts'
import { chooseLang, createPaint, usesColour, type CommonOptions, type OverrideOptions } from '../settings.ts'
import { loadStandards } from '../standards.ts'
import { findTestInputs, loadTests, type LoadedTests } from '../test-files.ts'

export interface TestOptions extends CommonOptions, OverrideOptions {
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
  const inputs = await findTestInputs(names, io)
  const results: Results = {
    passed: 0,
    failed: 0,
    unusable: false,
    async show(place, name, { head, diff, seen }) {
      await io.stdout.write(`${paint.bold(place)}: ${paint.error(head)}  [${name}]\n`)
      for (const { kind, text } of diff) {
        const line = `${{ same: ' ', expected: '-', actual: '+' }[kind]} ${text}`
        const painted = { same: paint.dim, expected: paint.error, actual: paint.note }[kind](line)
        await io.stdout.write(`    ${painted}\n`)
      }
      for (const line of seen) await io.stdout.write(`    ${line}\n`)
    },
    note: (key, values) => io.stdout.write(`${fill(wordings[key][lang], values)}\n`)
  }

  const changes = { overrides: options.set, apart: true }
  const judging: CompiledStandard[] = []
  const tried: ReadonlyMap<number, Problem>[] = []
  if (inputs.standards.length > 0) {
    const loaded = await loadStandards(inputs.standards, lang, io, changes)
    tried.push(...loaded.tried)
    judging.push(...loaded.standards)
    await showProblems(loaded.problems, loaded.sources, lang, options, io)
    results.unusable ||= loaded.problems.length > 0
    for (const standard of loaded.standards) await testExamples(standard, options, lang, results)
  }
  for (const path of inputs.tests) {
    const loaded = await loadTests(path, lang, io, changes)
    tried.push(...loaded.tried)
    judging.push(...(loaded.standards ?? []))
    await showProblems(loaded.problems, loaded.sources, lang, options, io)
    if (loaded.problems.length > 0) results.unusable = true
    else await testCases(loaded, options, lang, results)
  }

  if (!results.unusable) await showUnplaced(tried, options, lang, results, io)
  await showOverrides(judging, options, lang, io)
  const { passed, failed } = results
  if (passed + failed === 0 && !results.unusable) await io.stderr.write(`${wordings.none[lang]}\n`)
  if (passed + failed === 0) return exitCodes.unusable
  const total = fill(wordings.total[lang], { passed, failed })
  await io.stdout.write(`${failed > 0 ? paint.error(total) : paint.bold(total)}\n`)
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
  const sources = new Map([[OVERRIDES, readOverrides(options.set ?? []).text]])
  await showProblems(unplaced, sources, lang, options, io)
}

async function testExamples(
  standard: CompiledStandard,
  options: TestOptions,
  lang: Lang,
  results: Results
): Promise<void> {
  const wanted = (id: string): boolean => options.filter === undefined || id.includes(options.filter)
  for (const result of runExamples(standard, criterion => wanted(criterion.id), lang)) {
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
  for (const { test, differences } of ran) {
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
