import { fill, type Wording } from '../../diagnostics/wording.ts'
import { formatPlace } from '../../diagnostics/render.ts'
import type { Evidence, Outcome } from '../../model/evaluation.ts'
import { runExamples, type ExampleResult, type ExampleVerdict } from '../../examples/run.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { showProblems } from '../problems.ts'
import { chooseLang, createPaint, usesColour, type CommonOptions } from '../settings.ts'
import { loadStandards } from '../standards.ts'

export interface TestOptions extends CommonOptions {
  readonly filter?: string | undefined
}

const wordings = {
  ok: { en: 'ok', zh: '通过' },
  missing: { en: 'missing: should fail, but passed', zh: '漏报：应当不合格，却合格' },
  noisy: { en: 'noisy: should not fail, but did', zh: '误报：不应不合格，却不合格' },
  wrong: { en: 'wrong: expected {expected}, got {actual}', zh: '不符：应为 {expected}，实为 {actual}' },
  error: { en: 'error: {reason}', zh: '错误：{reason}' },
  found: { en: 'found "{quote}" in turn {turn}', zh: '第 {turn} 句出现“{quote}”' },
  lacking: { en: 'not found: {missing}', zh: '未出现：{missing}' },
  nearest: { en: ' (nearest: "{quote}" in turn {turn})', zh: '（最接近：第 {turn} 句“{quote}”）' },
  total: { en: '{passed} passed, {failed} failed', zh: '{passed} 通过，{failed} 失败' },
  none: { en: 'no example was run', zh: '没有运行任何示例' },
  without: { en: 'criteria without examples: {ids}', zh: '没有示例的准则：{ids}' }
} as const satisfies Record<string, Wording>

/** `linecheck test`: runs the examples that stand beside the criteria of standards. */
export async function runTest(names: readonly string[], options: TestOptions, io: Io): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const paint = createPaint(usesColour(options, io.env, io.stdout))
  const loaded = await loadStandards(names, lang, io)
  await showProblems(loaded.problems, loaded.sources, lang, options, io)
  const say = (key: keyof typeof wordings, values: Record<string, string | number> = {}): string =>
    fill(wordings[key][lang], values)

  let passed = 0
  let failed = 0
  for (const standard of loaded.standards) {
    const wanted = (id: string): boolean => options.filter === undefined || id.includes(options.filter)
    for (const result of runExamples(standard, criterion => wanted(criterion.id))) {
      if (result.verdict === 'ok') {
        passed++
        continue
      }
      failed++
      const place = paint.bold(formatPlace(result.example.place))
      const name = `${result.criterion} ${result.example.kind} ${result.number}`
      await io.stdout.write(`${place}: ${paint.error(describe(result, say))}  [${name}]\n`)
      for (const line of explain(result.outcome, say)) await io.stdout.write(`    ${line}\n`)
    }
    const bare = standard.criteria.filter(
      criterion => criterion.examples.length === 0 && wanted(criterion.id)
    )
    if (bare.length > 0 && !options.quiet) {
      await io.stdout.write(`${standard.file}: ${say('without', { ids: bare.map(c => c.id).join(', ') })}\n`)
    }
  }
  if (loaded.problems.length > 0) return exitCodes.unusable
  if (passed + failed === 0) {
    await io.stderr.write(`${say('none')}\n`)
    return exitCodes.unusable
  }
  const total = say('total', { passed, failed })
  await io.stdout.write(`${failed > 0 ? paint.error(total) : paint.bold(total)}\n`)
  return failed > 0 ? exitCodes.negative : exitCodes.clean
}

type Say = (key: keyof typeof wordings, values?: Record<string, string | number>) => string

const statusWords: Readonly<Record<ExampleVerdict, keyof typeof wordings>> = {
  ok: 'ok',
  missing: 'missing',
  noisy: 'noisy',
  wrong: 'wrong',
  error: 'error'
}

function describe(result: ExampleResult, say: Say): string {
  return say(statusWords[result.verdict], {
    expected: result.example.kind,
    actual: result.outcome?.status ?? '',
    reason: result.reason ?? ''
  })
}

/** What the check saw, for somebody who wonders why. */
function explain(outcome: Outcome | undefined, say: Say): readonly string[] {
  if (!outcome) return []
  if ('reason' in outcome) return [outcome.reason]
  const lines = outcome.status === 'fail' ? [outcome.message] : []
  return [...lines, ...outcome.evidence.map(item => describeEvidence(item, say))]
}

function describeEvidence(evidence: Evidence, say: Say): string {
  if ('quote' in evidence) return say('found', { quote: evidence.quote, turn: evidence.turn })
  if ('missing' in evidence) {
    const { nearest } = evidence
    return (
      say('lacking', { missing: evidence.missing }) +
      (nearest ? say('nearest', { quote: nearest.quote, turn: nearest.turn }) : '')
    )
  }
  if ('measured' in evidence)
    return `${evidence.measured} = ${Math.round(evidence.value * 10) / 10} ${evidence.unit}`.trimEnd()
  return `${evidence.field} = ${String(evidence.value)}`
}
