import * as z from 'zod'
import type { KeptRecord } from './kept.ts'
import type { DiffSubject } from './subject.ts'

const text = z.string().nullable()

/** standard, contact, agent, name, team, started, file, line, code */
const recordSchema = z.tuple([
  z.int().min(0),
  z.string(),
  text,
  text,
  text,
  text,
  text,
  z.number().nullable(),
  text
])
type RecordRow = z.infer<typeof recordSchema>

export function formatRecord({ standard, subject, code }: KeptRecord): string {
  const { contact, agent, agentName, team, started, source } = subject
  const row: RecordRow = [
    standard,
    contact,
    agent,
    agentName ?? null,
    team ?? null,
    started ?? null,
    source?.file ?? null,
    source?.line ?? null,
    code ?? null
  ]
  return `${JSON.stringify(row)}\n`
}

export function parseRecord(value: unknown): KeptRecord | undefined {
  const parsed = recordSchema.safeParse(value)
  if (!parsed.success) return undefined
  const [standard, contact, agent, agentName, team, started, file, line, code] = parsed.data
  const subject: DiffSubject = {
    contact,
    agent,
    ...(agentName === null ? {} : { agentName }),
    ...(team === null ? {} : { team }),
    ...(started === null ? {} : { started }),
    ...(file === null || line === null ? {} : { source: { file, line } })
  }
  return { standard, subject, code: code ?? undefined }
}
