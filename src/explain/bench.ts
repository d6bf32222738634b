import type { CompileEnv } from '../checks/check.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Path } from '../pattern/resolve.ts'
import { createCompileEnv, createPatternEnv, type Surroundings } from '../standard/environment.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { createSurroundings } from '../standard/surroundings.ts'
import type { WrittenStandard } from '../standard/written.ts'
import { createTell, type Tell } from './words.ts'

/** A standard laid open: its parts can be made ready one by one, to see what each of them does. */
export interface Bench {
  readonly standard: CompiledStandard
  readonly written: WrittenStandard
  readonly lang: Lang
  readonly tell: Tell
  env(base: Path): CompileEnv
}

export function createBench(standard: CompiledStandard, written: WrittenStandard, lang: Lang): Bench {
  const around: Surroundings = {
    ...createSurroundings(written.standard, written.entries, written.source, lang),
    // Other criteria are there already; what asks for them is well formed.
    links: {
      refer: id =>
        standard.criteria.find(criterion => criterion.id === id)?.judge ??
        (() => ({ status: 'unknown', reason: '' })),
      connect: criteria => criteria
    }
  }
  const patterns = createPatternEnv(around)
  return {
    standard,
    written,
    lang,
    tell: createTell(lang),
    env: base => createCompileEnv(around, patterns, base)
  }
}
