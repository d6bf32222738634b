import type { Problem } from '../../diagnostics/problem.ts'
import type { Contact } from '../../model/contact.ts'
import { createSpeakers, type Speakers } from '../speakers.ts'
import { createTranscriptParser } from './transcript-parser.ts'

export interface TranscriptReadOptions {
  /** Stands in problems; `transcript` unless told. */
  readonly file?: string | undefined
  /** The line of the file that the text begins on; 1 unless told. */
  readonly line?: number | undefined
  /** The id of a contact that names none; `transcript` unless told. */
  readonly id?: string | undefined
  /** Names or ids of speakers that are agents. */
  readonly agents?: readonly string[] | undefined
  /** What is known of the contact beforehand; its turns are not used. */
  readonly contact?: Contact | undefined
}

export interface Transcript {
  readonly contacts: readonly Contact[]
  /** A problem for every line that begins no turn and continues none, and for times that do not fit. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a text transcript, such as `A: 您好\nC: 你好`. Never throws: lines that cannot be read come back as problems.
 *
 * A turn is `speaker: text`, with a time (`[00:05]`, `00:05`, `[00:05.2 - 00:07]`, `(3.5s-6s)`, a date-time) in front
 * or behind the speaker, or the speaker and a date-time alone above the text. Other lines continue the turn above;
 * blank ones and `# remarks` are skipped. `# contact: T-001` begins a contact; `# agent: 1001 周敏`, `# team: A`,
 * `# channel: call`, `# customer: ...`, `# started: ...` are its parts, any other `# name: value` one of its fields.
 * A backslash at the beginning of a line, or of the text behind the colon, makes what follows it plain text.
 */
export function readTranscript(text: string, options: TranscriptReadOptions = {}): Transcript {
  return readTalk(text, { ...options, speakers: createSpeakers(options.agents) })
}

/** The same for one of many talks, whose speakers are told alike. */
export function readTalk(
  text: string,
  options: Omit<TranscriptReadOptions, 'agents'> & { readonly speakers: Speakers }
): Transcript {
  const problems: Problem[] = []
  const contacts: Contact[] = []
  const parser = createTranscriptParser({
    file: options.file ?? 'transcript',
    id: options.id ?? 'transcript',
    speakers: options.speakers,
    onProblem: problem => problems.push(problem),
    contact: options.contact
  })
  const first = options.line ?? 1
  for (const [i, line] of text.split(/\r*\n|\r/).entries()) {
    const { ended } = parser.push(line, first + i)
    if (ended) contacts.push(ended.contact)
  }
  const last = parser.end()
  if (last) contacts.push(last.contact)
  return { contacts, problems }
}

/** Whether a text is a talk: some line of it begins a turn. */
export function hasSpeakers(text: string, agents?: readonly string[]): boolean {
  return (
    /[:：]/.test(text) && readTranscript(text, { agents }).contacts.some(contact => contact.turns.length > 0)
  )
}
