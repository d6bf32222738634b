import type { Problem } from '../../diagnostics/problem.ts'
import type { Contact } from '../../model/contact.ts'

/** Contacts on their way into a file. Every call returns text to write at once, '' for none. */
export interface ContactWriter {
  readonly contact: (contact: Contact) => string
  readonly end: () => string
}

/** One form in which contacts are written; a new one is a file of its own and an entry in `contactFormats`. */
export interface ContactFormat {
  readonly name: string
  /** File endings that mean this form, the longest that fits wins. */
  readonly extensions: readonly string[]
  /** `onProblem` is told of what the form cannot carry. */
  readonly create: (onProblem: (problem: Problem) => void) => ContactWriter
}
