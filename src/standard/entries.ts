import type * as z from 'zod'
import type { Path } from '../pattern/resolve.ts'
import { patternSchema } from '../pattern/source.ts'
import { fieldSchema } from './field-source.ts'
import { metricKeys, type MetricSource } from './metric-source.ts'
import {
  criterionKeys,
  scoringKeys,
  standardKeys,
  type CriterionSource,
  type StandardSource
} from './schema.ts'

/** A criterion with its place in the file and in the standard. */
export interface Entry {
  readonly criterion: CriterionSource
  readonly section: string
  readonly at: Path
  /** Whether it is well formed; of a broken one only the sound keys are here. */
  readonly whole: boolean
}

/** A metric with its place in the file. */
export interface MetricEntry {
  readonly metric: MetricSource
  readonly at: Path
  /** Whether it is well formed; of a broken one only the sound keys are here. */
  readonly whole: boolean
}

export function collectMetrics(standard: StandardSource): readonly MetricEntry[] {
  return (standard.metrics ?? []).map((metric, m) => ({ metric, at: ['metrics', m], whole: true }))
}

export function collectEntries(standard: StandardSource): readonly Entry[] {
  return (standard.sections ?? []).flatMap((section, s) =>
    section.criteria.map((criterion, c) => ({
      criterion,
      section: section.id,
      at: criterionPath(s, c),
      whole: true
    }))
  )
}

const criterionPath = (section: number, criterion: number): Path => [
  'sections',
  section,
  'criteria',
  criterion
]

/**
 * What is well formed of a standard that as a whole is not, so that the rest of its mistakes show at once: each
 * criterion, lexicon and key is taken or left on its own. Good for finding problems, not for judging.
 */
export function salvage(value: unknown): {
  readonly standard: StandardSource
  readonly entries: readonly Entry[]
  readonly metrics: readonly MetricEntry[]
} {
  const written = asRecord(value)
  const kept = keepSound(standardKeys, written)
  kept['scoring'] = keepSound(scoringKeys, asRecord(written['scoring']))
  // There is one, whatever is wrong with it: conditions may ask it.
  if (written['calendar'] !== undefined && !('calendar' in kept)) kept['calendar'] = [{}]
  const fields = keepSoundOf(fieldSchema, asRecord(written['fields']))
  const lexicons = Object.entries(asRecord(written['lexicons'])).map(([name, source]) => {
    const parsed = patternSchema.safeParse(source)
    return [name, parsed.success ? parsed.data : name] as const
  })
  const entries = asList(written['sections']).flatMap((section, s) =>
    asList(asRecord(section)['criteria']).map((criterion, c): Entry => {
      const sound = keepSound(criterionKeys, asRecord(criterion))
      const whole = Object.keys(asRecord(criterion)).every(key => key in sound)
      const source = { id: `${s}/${c}`, ...sound } as unknown as CriterionSource
      return { criterion: source, section: String(asRecord(section)['id']), at: criterionPath(s, c), whole }
    })
  )
  const metrics = asList(written['metrics']).map((metric, m): MetricEntry => {
    const sound = keepSound(metricKeys, asRecord(metric))
    const whole = Object.keys(asRecord(metric)).every(key => key in sound)
    return { metric: { id: `#${m + 1}`, ...sound } as unknown as MetricSource, at: ['metrics', m], whole }
  })
  const standard = {
    linecheck: 1,
    id: '',
    ...kept,
    fields,
    lexicons: Object.fromEntries(lexicons),
    sections: []
  } as const
  return { standard, entries, metrics }
}

function keepSoundOf<Value>(
  schema: z.ZodType<Value>,
  written: Readonly<Record<string, unknown>>
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, source]) => {
      const parsed = schema.safeParse(source)
      return parsed.success ? [[name, parsed.data]] : []
    })
  )
}

function keepSound(
  schemas: Readonly<Record<string, z.ZodType>>,
  written: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  const sound: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(written)) {
    const parsed = Object.hasOwn(schemas, key) ? schemas[key]?.safeParse(value) : undefined
    if (parsed?.success) sound[key] = parsed.data
  }
  return sound
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
