import { createHash } from 'node:crypto'
import { compareProblems, type Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { compileStandard } from './compile.ts'
import { collectEntries, collectMetrics, salvage } from './entries.ts'
import { mergeLayers } from './extend.ts'
import type { FindStandard } from './find.ts'
import { issuesToProblems } from './issues.ts'
import { readLayers } from './layers.ts'
import type { Override } from './override-text.ts'
import { applyOverrides } from './overrides.ts'
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
  /** Why overrides found no place in it, by their index; `undefined` where they could not be tried. */
  readonly unplaced?: ReadonlyMap<number, Problem> | undefined
}

/**
 * Reads a standard from the text of its file; `find` brings the files it extends. `lang` is the language of what its
 * checks say. Flow: YAML files with places -> each checked against the schema -> merged -> names resolved, patterns
 * and expressions compiled -> closures. `overrides` lie on top of it; those that find no place are left out and told in
 * `unplaced`.
 */
export function loadStandard(
  file: string,
  text: string,
  lang: Lang,
  find: FindStandard = () => undefined,
  overrides: readonly Override[] = []
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
  const base = standardSchema.safeParse(merged.value)
  const sound = base.success && overrides.length > 0
  const { value, places, applied, unplaced } = applyOverrides(merged, sound ? overrides : [])
  const parsed = sound ? standardSchema.safeParse(value) : base
  if (!parsed.success) {
    // What is wrong with the files was told one by one; the rest of the mistakes shows too.
    const told = sound ? issuesToProblems(parsed.error.issues, { value, ...places }) : []
    const rest = salvage(value)
    const { problems: more } = compileStandard(
      rest.standard,
      rest.entries,
      rest.metrics,
      places,
      file,
      '',
      lang
    )
    return { ...fail([...before, ...told, ...more]), unplaced: sound ? unplaced : undefined }
  }
  const hash = createHash('sha256')
  for (const layer of layers) {
    hash.update(layer.source.text)
    for (const { source } of layer.calendars ?? []) if (source !== layer.source) hash.update(source.text)
  }
  for (const { text: override } of applied) hash.update(`\0${override}`)
  const entries = collectEntries(parsed.data)
  const metrics = collectMetrics(parsed.data)
  const digest = hash.digest('hex')
  const { standard, problems: more } = compileStandard(
    parsed.data,
    entries,
    metrics,
    places,
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
  if (all.length > 0) return { ...fail(all), unplaced }
  const written = { standard: parsed.data, entries, metrics, file, source: places }
  const changes = applied.length > 0 ? { overrides: applied.map(({ text: override }) => override) } : {}
  return { standard: { ...standard, ...changes }, problems: [], sources, written, unplaced }
}
