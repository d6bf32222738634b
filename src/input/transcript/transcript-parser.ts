import type { Problem } from '../../diagnostics/problem.ts'
import type { Contact, FieldValue, Speaker } from '../../model/contact.ts'
import { type DraftTurn, finishContact, makeTurn } from '../contact-draft.ts'
import type { RowFate } from '../count-row.ts'
import { meaningOf } from '../field-names.ts'
import { fieldValue, typedValue } from '../field-values.ts'
import { foldName } from '../fold-name.ts'
import { problemAt, shorten } from '../problems.ts'
import { speakerExamples } from '../speaker-words.ts'
import { namedIn, type Speakers, strangerIn } from '../speakers.ts'
import { tellBackwards } from '../tell-backwards.ts'
import { agentOf, beginContact, customerOf, draftOf, keepPart } from './open-contact.ts'
import { type LineTime, parseSpeakerLine } from './speaker-line.ts'

export interface TranscriptItem {
  readonly contact: Contact
  /** The line where it begins. */
  readonly line: number
}

/** Reads a text transcript line by line. */
export interface TranscriptParser {
  /** Takes a line; gives the contact that ended above it, if one did. */
  readonly push: (line: string, number: number) => { fate: RowFate; ended: TranscriptItem | undefined }
  /** The last contact. */
  readonly end: () => TranscriptItem | undefined
}

export interface TranscriptOptions {
  readonly file: string
  /** The id of a contact that has no header. */
  readonly id: string
  readonly speakers: Speakers
  readonly onProblem: (problem: Problem) => void
  /** What is known of the contact beforehand. */
  readonly contact?: Contact | undefined
}

const header = /^#\s*("(?:[^"\\]|\\.)*"|[^:：#]{1,40}?)\s*[:：]\s*(.*)$/u
const contactName = /^(?:contact|conversation|call|session|会话|通话|联络|对话)(?:id|编号|号)?$/
const comment = /^#+(?:\s|$)/u

export function createTranscriptParser(options: TranscriptOptions): TranscriptParser {
  let open = beginContact(options.id, 1, options.contact)
  let turn: DraftTurn | 'lost' | undefined
  /** The turn has no line of text yet: the speaker stands alone above it. */
  let bare = false
  let starts: { line: number; start: number | undefined }[] = []

  const labels = {
    of: (label: string): Speaker | undefined =>
      options.speakers.of(label) ?? named(label) ?? strangerIn(options.speakers, label),
    atLine: (label: string): Speaker | undefined => options.speakers.atLine(label) ?? named(label)
  }

  return {
    push: (line, number) => {
      if (line.trim() === '') return { fate: 'blank', ended: undefined }
      if (line.startsWith('#')) return readHeader(line, number)
      return {
        fate: line.startsWith('\\') ? goOn(line.slice(1), line, number) : readLine(line, number),
        ended: undefined
      }
    },
    end: () => close()
  }

  function named(label: string): Speaker | undefined {
    return namedIn(label, agentOf(open), customerOf(open))
  }

  function readLine(line: string, number: number): RowFate {
    const found = parseSpeakerLine(line, labels)
    // "订单 2026-03-02 09:00:05" may be anything, unless speakers do stand alone in this contact.
    const doubtful = found?.by === undefined && found?.text === undefined && !open.alone
    if (!found || doubtful) return goOn(line, line, number)
    open.alone ||= found.text === undefined
    if (found.by === undefined) {
      turn = 'lost'
      if (found.label === '') tell('input/no-speaker', number, { value: shorten(line) })
      else tell('input/unknown-role', number, { value: shorten(found.label), allowed: speakerExamples })
      return 'bad'
    }
    const time = timeIn(found.time, line, number)
    const text = found.text ?? ''
    turn = makeTurn(found.by, text.startsWith('\\') ? text.slice(1) : text, time?.start, time?.end)
    bare = text === ''
    open.turns.push(turn)
    starts.push({ line: number, start: turn.start })
    return 'used'
  }

  /** A contact has one clock; a time of another one cannot be compared, and is left out. */
  function timeIn(time: LineTime | undefined, line: string, number: number): LineTime | undefined {
    if (!time) return undefined
    if (open.clock === undefined) {
      open.clock = time.clock
      open.amounts = time.amount
      open.zone = time.zone
    }
    if (open.clock === time.clock) return time
    tell('input/bad-time', number, { value: shorten(line), column: 'time' }, 'warning')
    return undefined
  }

  function goOn(text: string, line: string, number: number): RowFate {
    if (turn === 'lost') return 'bad'
    if (turn === undefined) {
      tell('input/no-speaker', number, { value: shorten(line) })
      return 'bad'
    }
    turn.text = bare ? text : `${turn.text}\n${text}`
    bare = false
    return 'used'
  }

  /** `# name: value`; a line with `#` that is none is a comment. */
  function readHeader(line: string, number: number): { fate: RowFate; ended: TranscriptItem | undefined } {
    const [, rawName = '', rawValue = ''] = header.exec(line) ?? []
    const value = unquoted(rawValue)
    const quotedName = unquoted(rawName)
    const meaning = quotedName.quoted ? undefined : meaningOf(rawName)?.meaning
    if (rawName === '' || (!meaning && !comment.test(line))) {
      // "#1 ..." or "#topic#" is what somebody wrote; "# ..." is a remark on the file.
      return { fate: comment.test(line) ? 'blank' : readLine(line, number), ended: undefined }
    }
    if (meaning?.core === 'id' && beginsContact(rawName)) {
      return { fate: 'used', ended: begin(value.text, rawName, number) }
    }
    open.headed = true
    if (meaning?.core && keepPart(open, meaning.core, value.text)) return { fate: 'used', ended: undefined }
    const known = meaning?.core === undefined ? meaning?.known : undefined
    const name = known?.name ?? quotedName.text
    open.fields.push([name, value.quoted ? value.text : headerValue(value.text, known?.values ?? 'plain')])
    return { fate: 'used', ended: undefined }
  }

  /** Beside the words for a contact other ids may be headers of one (`# 工单号: 8812`), unless they began the first. */
  function beginsContact(name: string): boolean {
    return open.begunBy === undefined || open.begunBy === name || contactName.test(foldName(name))
  }

  function begin(id: string, name: string, line: number): TranscriptItem | undefined {
    // Headers above the first id belong to the contact that it names.
    const isFirst = open.begunBy === undefined && open.turns.length === 0
    const ended = isFirst ? undefined : close()
    open = { ...(isFirst ? open : beginContact(id, line, undefined)), id, line, headed: true, begunBy: name }
    return ended
  }

  function close(): TranscriptItem | undefined {
    const done = open
    turn = undefined
    tellBackwards(starts, options)
    starts = []
    return done.headed || done.turns.length > 0
      ? { contact: finishContact(draftOf(done)), line: done.line }
      : undefined
  }

  function tell(
    code: 'input/no-speaker' | 'input/unknown-role' | 'input/bad-time',
    line: number,
    values: Record<string, string>,
    severity: 'error' | 'warning' = 'error'
  ): void {
    options.onProblem(problemAt(code, severity, options.file, line, values))
  }
}

function headerValue(text: string, values: Parameters<typeof fieldValue>[1]): FieldValue {
  if (text === 'null') return null
  return values === 'plain' ? typedValue(text) : fieldValue(text, values)
}

/** A value in JSON quotes is taken as it is. */
function unquoted(text: string): { text: string; quoted: boolean } {
  const value = text.trim()
  if (value.length >= 2 && value.startsWith('"') && value.endsWith('"')) {
    try {
      const parsed: unknown = JSON.parse(value)
      if (typeof parsed === 'string') return { text: parsed, quoted: true }
    } catch {
      // Quotes that belong to the value.
    }
  }
  return { text: value, quoted: false }
}
