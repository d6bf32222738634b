import type { Problem } from '../diagnostics/problem.ts'
import type { Contact } from '../model/contact.ts'
import type { SourceLine } from '../model/evaluation.ts'
import type { Unit } from './field-names.ts'

/** Where bytes come from. */
export interface Source {
  /** The path as the user gave it, with `/` between folders, or `<stdin>`; stands in problems. */
  readonly name: string
  /** Bytes on disk, when known. */
  readonly size?: number | undefined
  /** Found by looking through a folder: when it turns out to be no input at all, that is a warning, not an end. */
  readonly swept?: boolean | undefined
  readonly open: () => AsyncIterable<Uint8Array>
}

export interface InputOptions {
  /** A WHATWG label such as `utf-8`, `utf-16le`, `gb18030`; without it the encoding is detected. */
  readonly encoding?: string | undefined
  /** The name of a format; without it the content decides. */
  readonly from?: string | undefined
  /** Field -> column: a header name, or a position such as `#3`; in JSON the path to it, such as `a.b[0]`. */
  readonly map?: Readonly<Record<string, string>> | undefined
  /** What a map file says beside that. */
  readonly mapping?: Mapping | undefined
  /** Further fields that columns may be mapped to: those that the standards declare. */
  readonly fields?: readonly string[] | undefined
  /** Names or ids of speakers that are agents. When given, speakers that are neither these nor known roles are customers. */
  readonly agents?: readonly string[] | undefined
  /** The sheet of a workbook: its name or its number from 1; the first one that is not hidden without. */
  readonly sheet?: string | undefined
  /**
   * Where wall clocks without an offset stand: `Asia/Shanghai`, `+08:00`. The starts of contacts then get an offset,
   * and those in UTC are told in this zone; stated offsets stay. Without it wall clocks stay without an offset.
   */
  readonly timezone?: string | undefined
  /** What the name of a file says of its contacts, such as `{date}_{agent}_{id}`. */
  readonly namePattern?: string | undefined
  /** Told how a table is read: what each of its columns was taken for. */
  readonly onNote?: ((note: Problem) => void) | undefined
  /**
   * Told of every problem that does not end the reading, once each. An `error` means that something was skipped, a
   * `warning` that something was used but is odd.
   */
  readonly onProblem: (problem: Problem) => void
  /** Told of bytes taken from the source, before unpacking: a count to add up. */
  readonly onBytes?: ((count: number) => void) | undefined
  /**
   * Bytes of turns held for grouping before they go to temporary files; 256 MiB unless told. The process takes some
   * 100 to 200 MB beside them.
   */
  readonly memory?: number | undefined
}

/** What the values of an input stand for, and which parts of it to read. */
export interface Mapping {
  /** Field -> what the source writes -> what it stands for: `role` -> `店小二` -> `agent`. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
  /** Column or path -> the values of which one must stand there; other rows and turns are not read. */
  readonly only?: Readonly<Record<string, readonly string[]>> | undefined
  /** The unit of times that are numbers and count from the start of the contact. */
  readonly unit?: Unit | undefined
  /** The path to the turns in a document of JSON. */
  readonly turns?: string | undefined
  /** The path to the documents in a file of JSON that is neither one nor a list of them. */
  readonly contacts?: string | undefined
}

/** A contact with the line where it begins, or the place of a record that could not be read. */
export type InputItem =
  | { readonly kind: 'contact'; readonly contact: Contact; readonly source: SourceLine }
  | { readonly kind: 'bad'; readonly problem: Problem }

/**
 * A running tally. A row is a data row of a CSV, a line of NDJSON or text, an element of a JSON array, a
 * cue of captions, and is used,
 * bad or blank: `rows = usedRows + badRows + blankRows`.
 */
export interface InputCounts {
  files: number
  contacts: number
  turns: number
  rows: number
  usedRows: number
  badRows: number
  blankRows: number
  /** Those of the blank rows that are notices of a platform (product cards, receipts, hand-overs). */
  noiseRows: number
  /** Byte sequences that were no characters. */
  badBytes: number
}

export type RowCounts = Pick<InputCounts, 'rows' | 'usedRows' | 'badRows' | 'blankRows' | 'noiseRows'>

export function newCounts(): InputCounts {
  return {
    files: 0,
    contacts: 0,
    turns: 0,
    rows: 0,
    usedRows: 0,
    badRows: 0,
    blankRows: 0,
    noiseRows: 0,
    badBytes: 0
  }
}

/** What a reader knows of the file that it reads. */
export interface ReadContext {
  readonly file: string
  /** The file name without folders and extensions: the id of a contact that has none. */
  readonly stem: string
  readonly options: InputOptions
  readonly counts: InputCounts
}

/**
 * UTF-8 bytes without a byte order mark, or of a binary format the bytes as they are -> contacts. Throws a
 * `ProblemError` where nothing can be read.
 */
export type Reader = (bytes: AsyncIterable<Buffer>, context: ReadContext) => AsyncIterable<InputItem>

/** One format of inputs; a new one is a file of its own and an entry in `formats`. */
export interface Format {
  readonly name: string
  /** Extensions that are looked for in folders, with the dot. */
  readonly extensions: readonly string[]
  /** The bytes are no text: such a format is told by what archives begin with, and not by `sniff`. */
  readonly binary?: true
  /** How well the beginning of a file looks like this format: 0 (not at all) to 1 (certain). */
  readonly sniff: (head: string, fileName: string) => number
  readonly read: Reader
  /** What a map of fields names: columns unless told. A format that knows all its parts takes none. */
  readonly map?: 'columns' | 'paths' | 'none'
}
