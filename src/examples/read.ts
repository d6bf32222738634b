import { describe } from '../diagnostics/describe.ts'
import type { Lang, Wording } from '../diagnostics/wording.ts'
import { readTranscript } from '../input/transcript/read-transcript.ts'
import type { Contact, Person } from '../model/contact.ts'
import type { ExampleParts, ExampleSource, PersonSource } from '../standard/example.ts'

/** The contact that an example describes, or why it describes none. */
export type ReadExample =
  | { readonly ok: true; readonly contact: Contact; readonly mark: string | undefined }
  | { readonly ok: false; readonly reason: string }

const wordings = {
  noTurn: { en: 'no turn', zh: '没有对话' }
} as const satisfies Record<string, Wording>

/** Reads an example: lines of talk as they stand in text transcripts, with the fields an export would carry. */
export function readExample(source: ExampleSource, id: string, lang: Lang): ReadExample {
  const parts = partsOf(source)
  const base: Contact = {
    id,
    channel: parts.channel,
    agent: readPerson(parts.agent),
    customer: readPerson(parts.customer),
    started: parts.started,
    fields: parts.fields ?? {},
    turns: []
  }
  const mark = parts.mark === undefined ? undefined : String(parts.mark)
  const lines = parts.talk ?? []
  if (lines.length === 0) return { ok: true, contact: base, mark }
  const text = typeof lines === 'string' ? lines : lines.join('\n')
  const { contacts, problems } = readTranscript(text, { file: id, id, contact: base })
  const [problem] = problems
  if (problem) return { ok: false, reason: describe(problem, lang).message }
  const [contact] = contacts
  return contact ? { ok: true, contact, mark } : { ok: false, reason: wordings.noTurn[lang] }
}

function readPerson(source: PersonSource | undefined): Person {
  return typeof source === 'object' ? source : { id: source }
}

function partsOf(source: ExampleSource): ExampleParts {
  if (typeof source === 'string') return { talk: source }
  return isLines(source) ? { talk: source } : source
}

function isLines(source: readonly string[] | ExampleParts): source is readonly string[] {
  return Array.isArray(source)
}
