import { fill, type Wording } from '../../diagnostics/wording.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { showProblems } from '../problems.ts'
import { chooseLang, type CommonOptions } from '../settings.ts'
import { loadStandards } from '../standards.ts'

const wordings = {
  clean: { en: '{files} file(s), no problems', zh: '{files} 个文件，没有问题' },
  found: { en: '{files} file(s), {count} problem(s)', zh: '{files} 个文件，{count} 个问题' }
} as const satisfies Record<string, Wording>

/** `linecheck lint`: says all that is wrong with standards. */
export async function runLint(names: readonly string[], options: CommonOptions, io: Io): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const loaded = await loadStandards(names, lang, io)
  await showProblems(loaded.problems, loaded.sources, lang, options, io)
  const count = loaded.problems.length
  const text = fill(wordings[count > 0 ? 'found' : 'clean'][lang], { files: loaded.files.length, count })
  if (!options.quiet) await io.stdout.write(`${text}\n`)
  return count > 0 ? exitCodes.negative : exitCodes.clean
}
