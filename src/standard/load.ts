import { createHash } from 'node:crypto'
import { compareProblems, type Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { compileStandard } from './compile.ts'
import { collectEntries, collectMetrics, salvage } from './entries.ts'
import { mergeLayers } from './extend.ts'
import type { FindStandard } from './find.ts'
import { readLayers } from './layers.ts'
import { standardSchema } from './schema.ts'
import type { CompiledStandard } from './standard.ts'
import type { WrittenStandard } from './written.ts'

/** A standard ready to judge, or everything that is wrong with its files, in order of place. */
export interface LoadedStandard {
  readonly standard: CompiledStandard | undefined
  readonly problems: readonly Problem[]
  /** The texts of all its files, for showing problems. */
  readonly sources: ReadonlyMap<string, string>
  /** The standard as it is written, its files made one; `undefined` when it is not well formed. */
  readonly written?: WrittenStandard | undefined
}

/**
 * Reads a standard from the text of its file; `find` brings the files it extends. `lang` is the language of what its
 * checks say. Flow: YAML files with places -> each checked against the schema -> merged -> names resolved, patterns
 * and expressions compiled -> closures.
 */
export function loadStandard(
  file: string,
  text: string,
  lang: Lang,
  find: FindStandard = () => undefined
): LoadedStandard {
  const { layers, problems, sources } = readLayers(file, text, find)
  const fail = (found: readonly Problem[]): LoadedStandard => ({
    standard: undefined,
    problems: [...found].sort(compareProblems),
    sources
  })
  if (layers.length === 0) return fail(problems)

  const merged = mergeLayers(layers)
  const before = [...problems, ...merged.problems]
  const parsed = standardSchema.safeParse(merged.value)
  if (!parsed.success) {
    // What is wrong was told file by file; the rest of the mistakes shows too.
    const rest = salvage(merged.value)
    const { problems: more } = compileStandard(
      rest.standard,
      rest.entries,
      rest.metrics,
      merged.places,
      file,
      '',
      lang
    )
    return fail([...before, ...more])
  }
  const hash = createHash('sha256')
  for (const layer of layers) {
    hash.update(layer.source.text)
    for (const { source } of layer.calendars ?? []) if (source !== layer.source) hash.update(source.text)
  }
  const entries = collectEntries(parsed.data)
  const metrics = collectMetrics(parsed.data)
  const digest = hash.digest('hex')
  const { standard, problems: more } = compileStandard(
    parsed.data,
    entries,
    metrics,
    merged.places,
    file,
    digest,
    lang
  )
  const all = [...before, ...more]
  if (entries.length + metrics.length === 0 && all.length === 0) {
    all.push({
      code: 'standard/no-criteria',
      severity: 'error',
      place: { file, line: 1, col: 1 },
      values: {}
    })
  }
  if (all.length > 0) return fail(all)
  const written = { standard: parsed.data, entries, metrics, file, source: merged.places }
  return { standard, problems: [], sources, written }
}
