import { codes } from '../../diagnostics/catalogue.ts'
import { compareProblems, ProblemError, type Problem, type Severity } from '../../diagnostics/problem.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import { itemFormats } from '../../report/items/index.ts'
import type { Finding, Item } from '../../report/items/item.ts'
import { findingOfProblem, ruleOfCode } from '../../report/items/of-problem.ts'
import type { FindingLevel } from '../../verdict/demands.ts'
import { waiveFindings, type Waivers } from '../../audit/waivers/findings.ts'
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
import { checkSkipped } from '../skipped-codes.ts'
import type { Texts } from '../standards.ts'
import { countWaived, tellWaived } from '../waived-text.ts'
import { listWaiverFiles, openWaivers, type WaiverOptions } from '../waivers.ts'

export interface LintOptions extends CommonOptions, OverrideOptions, ItemReportOptions, WaiverOptions {
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
  const skipped = checkSkipped(options.skip ?? [], 'lint')
  const lint = async (texts: Texts): Promise<LintedFiles> => {
    const linted = await lintFiles(names, lang, io, { overrides: options.set, texts })
    return { ...linted, problems: linted.problems.filter(problem => !skipped.has(problem.code)) }
  }
  const first = await lint(new Map())
  const targets = readTargets(options.output, itemFormats, io)
  const { reads, writes } = listWaiverFiles(options)
  const outputs = [...targets.map(({ shown }) => shown), ...writes]
  await checkOutputs(outputs, { loaded: first, waivers: reads }, io)
  const again = (texts: Texts): Promise<LintedFiles> =>
    texts.size === 0 ? Promise.resolve(first) : lint(texts)
  const fixes = options.fix || options.diff ? await fixNamed(again, lang, options, io) : undefined
  const loaded = await again(fixes?.written ?? new Map())
  const problems = loaded.problems.toSorted(compareProblems)
  const reach = { rules: codes, skipped, contacts: false, files: loaded.files }
  const notes: Problem[] = []
  const tell = (note: Problem): void => void notes.push(note)
  const waivers = await openWaivers(options, 'lint', reach, io, { note: tell, warn: tell })
  const checked = waive(problems, loaded.files, waivers, lang)
  const counts = countWaived()
  checked.forEach(({ finding }) => counts.add(finding))
  waivers.listUnused().forEach(tell)
  const severities = new Map<string, Severity>(problems.map(problem => [problem.code, problem.severity]))
  const ruleOf = (id: string) => ruleOfCode(id, lang, severities.get(id) ?? 'warning')
  const reports = await openItemReports(options, 'lint', ruleOf, lang, io)
  for (const item of itemsOf(checked, loaded.files)) await reports.add(item)
  const { findings } = reports.counts()
  const verdict = decideVerdict(
    { findings },
    { failOnFinding: options.failOn, maxWarnings: options.maxWarnings },
    lang
  )
  const told = checked.filter(({ finding }) => !finding.waived).map(({ problem }) => problem)
  await showProblems(told, loaded.sources, lang, options, io)
  await showOverrides(loaded.standards, options, lang, io)
  await showProblems(await reports.finish(verdict), loaded.sources, lang, options, io)
  const showNotes = async (more: readonly Problem[]): Promise<void> => {
    if (!options.quiet) await showProblems(more, new Map(), lang, options, io)
  }
  await showNotes(notes)
  await waivers.finish(note => showNotes([note]))
  if (!options.quiet && options.format === undefined) {
    const values = { files: loaded.files.length, errors: findings.error, warnings: findings.warning }
    const text = fill(wordings[told.length > 0 ? 'found' : 'clean'][lang], values)
    // With --diff, what stands on standard output is for patch.
    const output = options.diff ? io.stderr : io.stdout
    if (fixes) await output.write(`${fixes.summary}\n`)
    await output.write(`${text}${tellWaived(counts.finish(), lang)}\n`)
  }
  if (findings.error === 0) for (const reason of verdict.reasons) await io.stderr.write(`${reason}\n`)
  return verdict.negative ? exitCodes.negative : exitCodes.clean
}

/** A problem and the finding that reports make of it. */
interface Checked {
  readonly problem: Problem
  readonly finding: Finding
}

function waive(
  problems: readonly Problem[],
  files: readonly string[],
  waivers: Waivers,
  lang: Lang
): readonly Checked[] {
  const findings = problems.map(problem => findingOfProblem(problem, lang, files[0] ?? ''))
  return waiveFindings(findings, waivers).map((finding, i) => ({ problem: problems[i]!, finding }))
}

/** A file with what is wrong with it; one without problems that count passed. */
function itemsOf(checked: readonly Checked[], files: readonly string[]): readonly Item[] {
  const names = new Set([...files, ...checked.map(({ finding }) => finding.place.file)])
  return [...names].map(file => {
    const findings = checked.map(({ finding }) => finding).filter(({ place }) => place.file === file)
    const status = findings.some(({ waived }) => !waived) ? 'failed' : 'passed'
    return { suite: 'lint', name: file, place: { file, line: 1 }, status, findings }
  })
}
