import * as z from 'zod'
import type { Evaluation } from '../model/evaluation.ts'

const figure = z.number().nullable()
const amount = z.number().optional()

/** The keys of an evaluation that a comparison reads; others may be there. */
const schema = z.object({
  contact: z.string(),
  agent: z.string().nullable(),
  agentName: z.string().optional(),
  team: z.string().optional(),
  started: z.string().optional(),
  standard: z.string(),
  score: figure,
  scoreWithoutFatal: figure,
  band: z.string().nullable(),
  passed: z.boolean().nullable(),
  reason: z.string().optional(),
  criteria: z.array(
    z.object({
      id: z.string(),
      clause: z.array(z.string()),
      status: z.enum(['pass', 'fail', 'na', 'unknown']),
      earned: amount,
      possible: amount,
      deducted: amount,
      bonus: amount,
      fatal: z.boolean().optional(),
      message: z.string().optional()
    })
  )
})

/** A row of the `ndjson` report as an evaluation; without its parts, which a comparison does not need. */
export function parseEvaluation(row: object): Evaluation | undefined {
  const parsed = schema.safeParse(row)
  return parsed.success ? { ...parsed.data, sections: [], dimensions: [] } : undefined
}
