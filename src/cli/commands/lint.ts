import { codes } from '../../diagnostics/catalogue.ts'
import { compareProblems, ProblemError, type Problem } from '../../diagnostics/problem.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { fill, type Wording } from '../../diagnostics/wording.ts'
import { lintStandard } from '../../standard/lint/lint.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { showProblems } from '../problems.ts'
import { chooseLang, type CommonOptions } from '../settings.ts'
import { loadStandards } from '../standards.ts'

export interface LintOptions extends CommonOptions {
  /** More warnings than this make the verdict negative; any number will do when not said. */
  readonly maxWarnings?: number | undefined
  /** Codes that are not told. */
  readonly skip?: readonly string[] | undefined
}

const wordings = {
  clean: { en: '{files} file(s), no problems', zh: '{files} 个文件，没有问题' },
  found: {
    en: '{files} file(s), {errors} error(s), {warnings} warning(s)',
    zh: '{files} 个文件，{errors} 个错误，{warnings} 个警告'
  },
  tooMany: { en: 'more warnings than the {max} allowed', zh: '警告超过允许的 {max} 个' }
} as const satisfies Record<string, Wording>

/**
 * `linecheck lint`: says all that is wrong with standards, and of those that are well formed what keeps them from
 * being good ones.
 */
export async function runLint(names: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const skipped = checkCodes(options.skip ?? [])
  const loaded = await loadStandards(names, lang, io)
  const problems = [...loaded.problems, ...loaded.written.flatMap(written => lintStandard(written))]
    .filter(problem => !skipped.has(problem.code))
    .sort(compareProblems)
  await showProblems(problems, loaded.sources, lang, options, io)

  const count = (severity: Problem['severity']): number =>
    problems.filter(problem => problem.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const values = { files: loaded.files.length, errors, warnings, max: options.maxWarnings ?? 0 }
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings
  if (!options.quiet) {
    const text = fill(wordings[problems.length > 0 ? 'found' : 'clean'][lang], values)
    await io.stdout.write(`${text}\n`)
  }
  if (tooMany) await io.stderr.write(`${fill(wordings.tooMany[lang], values)}\n`)
  return errors > 0 || tooMany ? exitCodes.negative : exitCodes.clean
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
