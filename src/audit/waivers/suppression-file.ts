import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { Place, Problem } from '../../diagnostics/problem.ts'
import type { Path } from '../../pattern/resolve.ts'
import { issuesToProblems } from '../../standard/issues.ts'
import { readYaml, type YamlSource } from '../../standard/yaml-source.ts'
import type { Suppression } from './suppression.ts'

/** What a finding must be of; one value or several. */
const keys = ['rule', 'contact', 'agent', 'file', 'quote'] as const

const text = z.string().min(1)
const texts = z.union([text, z.array(text).min(1)])
const id = z.union([text, z.number()])
const ids = z.union([id, z.array(id).min(1)])

const suppressionSchema = closed({
  rule: texts
    .optional()
    .describe(
      'Standard and criterion (hotline/opening.greeting), a criterion of any standard (opening.greeting), or a ' +
        'diagnostic code (lint/no-clause); * at the end stands for the rest.'
    ),
  contact: ids.optional().describe('Ids of contacts.'),
  agent: ids.optional().describe('Ids or names of agents.'),
  file: texts.optional().describe('Patterns of files: scripts/*.md, 2026/**, *.csv.'),
  quote: texts.optional().describe('Words that the finding speaks of.'),
  reason: z.string().describe('Why it is in order.'),
  until: z.iso.date().optional().describe('The last day on which it holds, YYYY-MM-DD.')
})

const fileSchema = closed({
  'linecheck-suppressions': z.literal(1).describe('Version of the form.'),
  suppress: z.array(suppressionSchema).describe('What does not count; all keys of one must fit.')
}).meta({ id: 'suppressions', title: 'linecheck suppressions' })

/** The JSON Schema of files of suppressions, for editors; made from the very schema that validates. */
export function createSuppressionSchema(): Record<string, unknown> {
  return z.toJSONSchema(fileSchema, { io: 'input' }) as Record<string, unknown>
}

/** Reads a file of suppressions, or says all that is wrong with it. */
export function readSuppressions(
  file: string,
  content: string
): { readonly suppressions: readonly Suppression[]; readonly problems: readonly Problem[] } {
  const source = readYaml(file, content)
  if (source.problems.length > 0) return { suppressions: [], problems: source.problems }
  const parsed = fileSchema.safeParse(source.value)
  if (!parsed.success) return { suppressions: [], problems: issuesToProblems(parsed.error.issues, source) }
  const problems: Problem[] = []
  const suppressions = parsed.data.suppress.map((entry, i): Suppression => {
    const at: Path = ['suppress', i]
    const place = source.placeOf(at)
    if (entry.reason.trim() === '') {
      const where = source.placeOf([...at, 'reason'])
      problems.push({ code: 'suppress/no-reason', severity: 'error', place: where, values: {} })
    }
    if (keys.every(key => entry[key] === undefined)) {
      const values = { allowed: keys.join(', ') }
      problems.push({ code: 'suppress/everything', severity: 'error', place, values })
    }
    const listed = keys.map(key => [key, listOf(entry[key], [...at, key], source)] as const)
    return {
      ...(Object.fromEntries(listed) as Pick<Suppression, (typeof keys)[number]>),
      reason: entry.reason.trim(),
      until: entry.until,
      place,
      rulePlaces: placesOf(entry.rule, [...at, 'rule'], source)
    }
  })
  return { suppressions, problems }
}

type Value = string | number | readonly (string | number)[]

function listOf(value: Value | undefined, at: Path, source: YamlSource): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'object') return [asWritten(value, at, source)]
  return value.map((one, i) => asWritten(one, [...at, i], source))
}

/** An id in figures, such as 0012, means what stands there. */
function asWritten(value: string | number, at: Path, source: YamlSource): string {
  if (typeof value === 'string') return value
  const { line = 1, col = 1, length = 0 } = source.placeOf(at)
  return (source.text.split('\n')[line - 1] ?? '').slice(col - 1, col - 1 + length)
}

function placesOf(value: Value | undefined, at: Path, source: YamlSource): readonly Place[] {
  if (value === undefined) return []
  return typeof value === 'object' ? value.map((_, i) => source.placeOf([...at, i])) : [source.placeOf(at)]
}
