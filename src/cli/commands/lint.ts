import { codes } from '../../diagnostics/catalogue.ts'
import { compareProblems, ProblemError, type Problem, type Severity } from '../../diagnostics/problem.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import { itemFormats } from '../../report/items/index.ts'
import type { Item } from '../../report/items/item.ts'
import { findingOfProblem, ruleOfCode } from '../../report/items/of-problem.ts'
import type { FindingLevel } from '../../verdict/demands.ts'
import { decideVerdict } from '../../verdict/verdict.ts'
import { checkOutputs } from '../check-outputs.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { fixNamed } from '../fix-named.ts'
import { openItemReports, type ItemReportOptions } from '../item-reports.ts'
import { showOverrides } from '../overrides.ts'
import { lintFiles, type LintedFiles } from '../lint-files.ts'
import { showProblems } from '../problems.ts'
import { readTargets } from '../report-target.ts'
import { chooseLang, type CommonOptions, type OverrideOptions } from '../settings.ts'
import type { Texts } from '../standards.ts'

export interface LintOptions extends CommonOptions, OverrideOptions, ItemReportOptions {
  /** More warnings than this make the verdict negative; any number will do when not said. */
  readonly maxWarnings?: number | undefined
  readonly failOn?: FindingLevel | undefined
  /** Codes that are not told. */
  readonly skip?: readonly string[] | undefined
  /** Mend what is safe to mend first. */
  readonly fix?: boolean | undefined
  /** Show what would be mended; write nothing. */
  readonly diff?: boolean | undefined
}

const wordings = {
  clean: { en: '{files} file(s), no problems', zh: '{files} 个文件，没有问题' },
  found: {
    en: '{files} file(s), {errors} error(s), {warnings} warning(s)',
    zh: '{files} 个文件，{errors} 个错误，{warnings} 个警告'
  }
} as const satisfies Record<string, Wording>

/**
 * `linecheck lint`: says all that is wrong with standards, and of those that are well formed what keeps them from
 * being good ones.
 */
export async function runLint(names: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  // What a changed standard says must not be written as what the standard says.
  if ((options.fix || options.diff) && options.set) {
    const values = { value: options.fix ? '--fix' : '--diff', allowed: '--set' }
    throw new ProblemError([{ code: 'usage/not-together', severity: 'error', values }])
  }
  const skipped = checkCodes(options.skip ?? [])
  const lint = async (texts: Texts): Promise<LintedFiles> => {
    const linted = await lintFiles(names, lang, io, { overrides: options.set, texts })
    return { ...linted, problems: linted.problems.filter(problem => !skipped.has(problem.code)) }
  }
  const first = await lint(new Map())
  const targets = readTargets(options.output, itemFormats, io)
  await checkOutputs(
    targets.map(({ shown }) => shown),
    { loaded: first },
    io
  )
  const again = (texts: Texts): Promise<LintedFiles> =>
    texts.size === 0 ? Promise.resolve(first) : lint(texts)
  const fixes = options.fix || options.diff ? await fixNamed(again, lang, options, io) : undefined
  const loaded = await again(fixes?.written ?? new Map())
  const problems = loaded.problems.toSorted(compareProblems)
  const severities = new Map<string, Severity>(problems.map(problem => [problem.code, problem.severity]))
  const ruleOf = (id: string) => ruleOfCode(id, lang, severities.get(id) ?? 'warning')
  const reports = await openItemReports(options, 'lint', ruleOf, lang, io)
  for (const item of itemsOf(problems, loaded.files, lang)) await reports.add(item)
  const { findings } = reports.counts()
  const verdict = decideVerdict(
    { findings },
    { failOnFinding: options.failOn, maxWarnings: options.maxWarnings },
    lang
  )
  await showProblems(problems, loaded.sources, lang, options, io)
  await showOverrides(loaded.standards, options, lang, io)
  await showProblems(await reports.finish(verdict), loaded.sources, lang, options, io)
  if (!options.quiet && options.format === undefined) {
    const values = { files: loaded.files.length, errors: findings.error, warnings: findings.warning }
    const text = fill(wordings[problems.length > 0 ? 'found' : 'clean'][lang], values)
    // With --diff, what stands on standard output is for patch.
    const output = options.diff ? io.stderr : io.stdout
    if (fixes) await output.write(`${fixes.summary}\n`)
    await output.write(`${text}\n`)
  }
  if (findings.error === 0) for (const reason of verdict.reasons) await io.stderr.write(`${reason}\n`)
  return verdict.negative ? exitCodes.negative : exitCodes.clean
}

/** A file with what is wrong with it; one without problems passed. */
function itemsOf(problems: readonly Problem[], files: readonly string[], lang: Lang): readonly Item[] {
  const names = new Set([...files, ...problems.map(({ place }) => place?.file ?? files[0] ?? '')])
  return [...names].map(file => {
    const findings = problems
      .filter(({ place }) => (place?.file ?? files[0] ?? '') === file)
      .map(problem => findingOfProblem(problem, lang, file))
    const status = findings.length > 0 ? 'failed' : 'passed'
    return { suite: 'lint', name: file, place: { file, line: 1 }, status, findings }
  })
}

function checkCodes(asked: readonly string[]): ReadonlySet<string> {
  const known = codes.filter(code => code.startsWith('lint/'))
  const problems = asked
    .filter(code => !(known as readonly string[]).includes(code))
    .map((code): Problem => {
      const meant = suggest(code, known)
      const values = { value: code, allowed: 'lint/...' }
      return { code: 'usage/no-code', severity: 'error', values, ...(meant === undefined ? {} : { meant }) }
    })
  if (problems.length > 0) throw new ProblemError(problems)
  return new Set(asked)
}
