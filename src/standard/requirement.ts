import * as z from 'zod'

const wantedStatuses = ['pass', 'fail', 'na'] as const
export type WantedStatus = (typeof wantedStatuses)[number]

export type Wants = Readonly<Record<string, WantedStatus>>

/** Criteria that must have come to something first: ids, which must have passed, or ids with what they must be. */
export type RequiresSource = string | Wants | readonly (string | Wants)[]

const wants = z.record(z.string().min(1), z.enum(wantedStatuses))
const id = z.string().min(1)

export const requiresSchema: z.ZodType<RequiresSource> = z.union([
  id,
  wants,
  z.array(z.union([id, wants])).min(1)
])
