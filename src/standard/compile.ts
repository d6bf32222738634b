import { compileCondition } from '../checks/condition.ts'
import type { Problem } from '../diagnostics/problem.ts'
import { findNearest } from '../diagnostics/suggest.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { createPrefilter } from '../pattern/prefilter.ts'
import type { Path } from '../pattern/resolve.ts'
import { compileCriterion } from './criterion.ts'
import type { Entry, MetricEntry } from './entries.ts'
import { createCompileEnv, createPatternEnv } from './environment.ts'
import type { Reporter } from './faults.ts'
import { createAdapt } from './field-source.ts'
import { compileMetrics } from './metric.ts'
import { createPlan } from './plan.ts'
import type { StandardSource } from './schema.ts'
import type { CompiledStandard } from './standard.ts'
import { createSurroundings } from './surroundings.ts'
import type { Places } from './yaml-source.ts'

/**
 * Makes a well-formed standard ready, or says all that is wrong with it. Messages of its checks will be in `lang`.
 * Flow: YAML with places -> schema -> names resolved, patterns and expressions compiled -> closures.
 */
export function compileStandard(
  standard: StandardSource,
  entries: readonly Entry[],
  measured: readonly MetricEntry[],
  source: Places,
  file: string,
  hash: string,
  lang: Lang
): { readonly standard: CompiledStandard; readonly problems: readonly Problem[] } {
  const around = createSurroundings(standard, entries, source, lang, createPrefilter())
  const { lexicons, links, reporter, vars } = around
  const patterns = createPatternEnv(around)
  // Unused lexicons are looked at too: what is wrong in them would surprise whoever uses them next.
  for (const name of Object.keys(lexicons)) patterns.lexicon(name)
  const applies =
    standard.applies === undefined
      ? undefined
      : compileCondition(standard.applies, createCompileEnv(around, patterns, ['applies']), [])
  const compiled = entries.map(entry => compileCriterion(entry, around, patterns))
  const metrics = compileMetrics(measured, around, patterns)
  const criteria = links.connect(compiled)
  reportDuplicates(standard, entries, measured, source, reporter)
  reportSeverities(standard, entries, source, reporter)
  reportIgnoredDeductions(standard, entries, source, reporter)
  const plan = createPlan(standard)
  return {
    problems: reporter.problems,
    standard: {
      id: standard.id,
      title: plan.title,
      version: standard.version,
      lang: standard.lang,
      file,
      hash,
      vars,
      applies,
      prefilter: around.prefilter,
      valid: standard.valid,
      plan,
      sections: plan.sections,
      criteria,
      metrics,
      fields: Object.keys(standard.fields ?? {}),
      adapt: createAdapt(standard.fields)
    }
  }
}

function reportDuplicates(
  standard: StandardSource,
  entries: readonly Entry[],
  measured: readonly MetricEntry[],
  source: Places,
  reporter: Reporter
): void {
  const note = (seen: Map<string, number>, id: string, path: Path): void => {
    const place = source.placeOf([...path, 'id'])
    const line = seen.get(id)
    if (line === undefined) seen.set(id, place.line ?? 0)
    else reporter.problem('standard/duplicate-id', place, { value: id, line })
  }
  const sections = new Map<string, number>()
  standard.sections?.forEach((section, s) => note(sections, section.id, ['sections', s]))
  const criteria = new Map<string, number>()
  for (const { criterion, at } of entries) note(criteria, criterion.id, at)
  // Criteria and metrics are called by their ids alike, as in "drop".
  for (const { metric, at } of measured) note(criteria, metric.id, at)
}

function reportSeverities(
  standard: StandardSource,
  entries: readonly Entry[],
  source: Places,
  reporter: Reporter
): void {
  const known = Object.keys(standard.scoring?.severities ?? {})
  for (const { criterion, at } of entries) {
    const { severity } = criterion
    if (severity === undefined || known.includes(severity)) continue
    const place = source.placeOf([...at, 'severity'])
    const meant = findNearest(severity, known)
    reporter.problem(
      'standard/unknown-severity',
      place,
      { value: severity, allowed: known.join(', ') || '–' },
      meant
    )
  }
}

/** Points that the chosen method never takes are a promise the standard does not keep. */
function reportIgnoredDeductions(
  standard: StandardSource,
  entries: readonly Entry[],
  source: Places,
  reporter: Reporter
): void {
  if (standard.scoring?.method !== 'weighted') return
  for (const { criterion, at } of entries) {
    if (criterion.deduct === undefined) continue
    reporter.problem('standard/deduct-ignored', source.placeOfKey([...at, 'deduct']), { value: 'deduct' })
  }
}
