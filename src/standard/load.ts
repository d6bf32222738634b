import { createHash } from 'node:crypto'
import { compareProblems, type Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { compileStandard } from './compile.ts'
import { collectEntries, salvage } from './entries.ts'
import { issuesToProblems } from './issues.ts'
import { standardSchema } from './schema.ts'
import type { CompiledStandard } from './standard.ts'
import { readYaml } from './yaml-source.ts'

/** A standard ready to judge, or everything that is wrong with its file, in order of place. */
export interface LoadedStandard {
  readonly standard: CompiledStandard | undefined
  readonly problems: readonly Problem[]
}

/** Reads a standard from the text of its file. `lang` is the language of what its checks say. */
export function loadStandard(file: string, text: string, lang: Lang): LoadedStandard {
  const source = readYaml(file, text)
  if (source.problems.length > 0) return { standard: undefined, problems: source.problems }
  const parsed = standardSchema.safeParse(source.value)
  if (!parsed.success) {
    const rest = salvage(source.value)
    const { problems } = compileStandard(rest.standard, rest.entries, source, '', lang)
    const all = [...issuesToProblems(parsed.error.issues, source), ...problems]
    return { standard: undefined, problems: all.sort(compareProblems) }
  }
  const hash = createHash('sha256').update(text).digest('hex')
  const { standard, problems } = compileStandard(parsed.data, collectEntries(parsed.data), source, hash, lang)
  const sorted = [...problems].sort(compareProblems)
  return { standard: sorted.length > 0 ? undefined : standard, problems: sorted }
}
