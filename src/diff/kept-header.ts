import * as z from 'zod'
import { KEPT_VERSION, type KeptEnd, type KeptHeader } from './kept.ts'

const bands = z.array(z.object({ name: z.string(), from: z.number() }))
const amount = z.number().min(0)
const planSchema = z.object({
  id: z.string(),
  title: z.string(),
  method: z.enum(['weighted', 'deducting', 'both']),
  base: amount,
  pass: amount.optional(),
  bands,
  bonusCap: amount,
  severities: z.record(z.string(), amount),
  sections: z.array(
    z.object({ id: z.string(), title: z.string(), weight: amount.optional(), bands: bands.optional() })
  ),
  criteria: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clause: z.array(z.string()),
      section: z.string(),
      dimension: z.enum(['reliability', 'responsiveness', 'assurance', 'empathy', 'tangibles']).optional(),
      weight: amount,
      deduct: amount.optional(),
      per: z.enum(['hit', 'once']),
      maxDeduct: amount.optional(),
      severity: z.string().optional(),
      fatal: z.union([z.literal(false), z.enum(['evaluation', 'section'])]),
      bonus: amount.optional(),
      class: z.enum(['customer', 'business', 'compliance']).optional()
    })
  )
})

const headerSchema = z.object({
  'linecheck-outcomes': z.literal(KEPT_VERSION),
  version: z.string(),
  standards: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        hash: z.string(),
        scope: z.string(),
        plan: planSchema,
        criteria: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            clause: z.array(z.string()),
            meaning: z.string(),
            file: z.string().optional(),
            line: z.number().optional()
          })
        )
      })
    )
    .min(1)
})

export function parseHeader(value: unknown): KeptHeader | undefined {
  const parsed = headerSchema.safeParse(value)
  if (!parsed.success) return undefined
  const { version, standards } = parsed.data
  const whole = standards.every(
    ({ plan, criteria }) =>
      plan.criteria.length === criteria.length &&
      plan.criteria.every(({ section }) => plan.sections.some(({ id }) => id === section))
  )
  if (!whole) return undefined
  // Without a mark the key is left out of JSON, and stands in a plan.
  return { version, standards: standards.map(s => ({ ...s, plan: { ...s.plan, pass: s.plan.pass } })) }
}

const endSchema = z.object({
  end: z.object({
    contacts: z.int().min(0),
    bad: z.int().min(0),
    inputs: z.array(z.object({ name: z.string(), bytes: z.int().min(0), sha256: z.string() })),
    reading: z.string()
  })
})

export function parseEnd(value: unknown): KeptEnd | undefined {
  const parsed = endSchema.safeParse(value)
  return parsed.success ? parsed.data.end : undefined
}
