import type { DiffStandard } from './diff-standard.ts'
import type { OutcomeCode } from './outcome-code.ts'
import type { DiffSubject } from './subject.ts'

// Outcomes that are kept, to be weighed anew or compared without judging: NDJSON with a line that says by which
// standards, a line for each contact and standard, and a line that says of which inputs. Nothing that was said is in it.

/** Raised when a file of an earlier version cannot be read any more. */
export const KEPT_VERSION = 1

/** What an audit read, to tell whether another run would read the same. */
export interface KeptInputs {
  readonly inputs: readonly KeptInput[]
  /** How they were read: options that change what a file says. */
  readonly reading: string
}

export interface KeptInput {
  readonly name: string
  readonly bytes: number
  /** Hexadecimal digits. */
  readonly sha256: string
}

export interface KeptHeader {
  readonly version: string
  readonly standards: readonly DiffStandard[]
}

export interface KeptEnd extends KeptInputs {
  readonly contacts: number
  readonly bad: number
}

/** One contact by one standard; without a code the standard is not for it. */
export interface KeptRecord {
  /** Place of the standard in the header. */
  readonly standard: number
  readonly subject: DiffSubject
  readonly code: OutcomeCode | undefined
}

export function formatHeader({ version, standards }: KeptHeader): string {
  return `${JSON.stringify({ 'linecheck-outcomes': KEPT_VERSION, version, standards })}\n`
}

export function formatEnd({ contacts, bad, inputs, reading }: KeptEnd): string {
  return `${JSON.stringify({ end: { contacts, bad, inputs, reading } })}\n`
}
