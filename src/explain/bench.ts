import type { CompileEnv } from '../checks/check.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Path } from '../pattern/resolve.ts'
import { createCompileEnv, createPatternEnv } from '../standard/environment.ts'
import { createSurroundings } from '../standard/surroundings.ts'
import type { WrittenStandard } from '../standard/written.ts'
import { createTell, type Tell } from './words.ts'

/** A standard laid open: its parts can be made ready one by one, to see what each of them does. */
export interface Bench {
  readonly written: WrittenStandard
  readonly lang: Lang
  readonly tell: Tell
  env(base: Path): CompileEnv
}

export function createBench(written: WrittenStandard, lang: Lang): Bench {
  const around = createSurroundings(written.standard, written.entries, written.source, lang)
  const patterns = createPatternEnv(around)
  return { written, lang, tell: createTell(lang), env: base => createCompileEnv(around, patterns, base) }
}
