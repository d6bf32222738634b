import type { Speaker } from '../../model/contact.ts'
import type { Clock } from '../contact-draft.ts'
import { parseAmount, parseClock, parseMoment } from '../times.ts'

/** A time in front of a turn or behind its speaker. */
export interface LineTime {
  readonly clock: Exclude<Clock, 'day'>
  /** Written with a unit (`3.5s`), so that it cannot be a time of day. */
  readonly amount: boolean
  readonly start: number
  readonly end: number | undefined
  readonly zone: string
}

/** A line that begins a turn. */
export interface SpeakerLine {
  readonly label: string
  /** Undefined when the line is plainly one of a speaker, but of whom is not known. */
  readonly by: Speaker | undefined
  readonly time: LineTime | undefined
  /** The text behind the colon; undefined where the speaker stands alone, with the text on the lines below. */
  readonly text: string | undefined
}

const date = String.raw`\d{4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.|年\d{1,2}月)\d{1,2}日?`
const clock = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`
const amount = String.raw`\d+(?:\.\d+)?\s*(?:ms|毫秒|s|秒)`
const day = String.raw`${date}[T\s]+${clock}(?:Z|[+-]\d{2}:?\d{2})?`
const point = `(?:${day}|${clock}|${amount})`
const until = String.raw`\s*(?:-->|[-–—~至])\s*`
const span = `(?<start>${point})(?:${until}(?<end>${point}))?`
const bare = String.raw`\d+(?:\.\d+)?`
const boxed = String.raw`[[(（【]\s*(?:${span}|(?<from>${bare})${until}(?<to>${bare})|(?<at>\d+\.\d+))\s*[\])）】]`

const leadingBoxed = new RegExp(`^${boxed}\\s*`, 'u')
const leadingPlain = new RegExp(`^${span}\\s+`, 'u')
const trailingBoxed = new RegExp(`\\s*${boxed}$`, 'u')
const trailingPlain = new RegExp(`\\s+${span}$`, 'u')
const boxedLabel = /^\[(?<label>[^\]:：]{1,40})\]$/u
const plainLabel =
  /^[^\s:：,，。!！?？;；"“”<>《》[\]{}](?:[^:：,，。!！?？;；"“”<>《》[\]{}]{0,38}[^\s:：,，。!！?？;；"“”<>《》[\]{}])?$/u

/** Tells who a label stands for. */
export interface Labels {
  /** Where only speakers stand. */
  readonly of: (label: string) => Speaker | undefined
  /** At the beginning of a line of text. */
  readonly atLine: (label: string) => Speaker | undefined
}

/**
 * Reads `A: text`, `客服：text`, `[SPEAKER]: text`, with a time or a span of time in front or behind the speaker, and
 * `客服 2026-03-02 09:00:05` alone on a line. Undefined for a line that only goes on with the turn above. A label that
 * is not known makes a speaker line only where a time or brackets show that it is one.
 */
export function parseSpeakerLine(line: string, labels: Labels): SpeakerLine | undefined {
  const trimmed = line.trimStart()
  const boxedFirst = leadingBoxed.exec(trimmed)
  const first = boxedFirst ?? leadingPlain.exec(trimmed)
  const leading = first ? timeOf(first.groups) : undefined
  const body = leading && first ? trimmed.slice(first[0].length) : trimmed
  const found = withColon(body, leading, labels, speakerColon) ?? alone(body, leading, labels)
  if (found?.by || found?.text !== undefined) return found
  const known = withColon(body, leading, labels, colon)
  return known?.by ? known : (unnamed(body, boxedFirst && leading) ?? found)
}

/** A time in brackets without a speaker, as recognizers write when they do not tell speakers apart. */
function unnamed(body: string, time: LineTime | undefined | null): SpeakerLine | undefined {
  return time ? { label: '', by: undefined, time, text: body } : undefined
}

/** Far enough for a date-time, a speaker and a span of time. */
const FRONT = 100
const colon = /[:：]/g
/** Not the colons inside a clock. */
const speakerColon = /(?<!\d(?=:\d\d)):|：/g

function withColon(
  body: string,
  leading: LineTime | undefined,
  labels: Labels,
  colons: RegExp
): SpeakerLine | undefined {
  for (const { index } of body.slice(0, FRONT).matchAll(colons)) {
    const found = speakerIn(body.slice(0, index), leading, labels)
    if (found) return { ...found, text: body.slice(index + 1).trimStart() }
  }
  return undefined
}

/** The speaker and a time on a line of their own. */
function alone(body: string, leading: LineTime | undefined, labels: Labels): SpeakerLine | undefined {
  const line = body.trimEnd()
  if (line.length > FRONT) return undefined
  const found = splitTrailing(line)
  const time = leading ?? found.time
  if (!time || time.amount || !isLabel(found.label)) return undefined
  return { label: unboxed(found.label), by: labels.of(unboxed(found.label)), time, text: undefined }
}

function speakerIn(
  front: string,
  leading: LineTime | undefined,
  labels: Labels
): Omit<SpeakerLine, 'text'> | undefined {
  const { label: rest, time: trailing } = splitTrailing(front.trim())
  const time = leading ?? trailing
  if (!isLabel(rest)) return undefined
  const label = unboxed(rest)
  const certain = time !== undefined || label !== rest
  const by = certain ? labels.of(label) : labels.atLine(label)
  return by === undefined && !certain ? undefined : { label, by, time }
}

function splitTrailing(text: string): { label: string; time: LineTime | undefined } {
  const found = trailingBoxed.exec(text) ?? trailingPlain.exec(text)
  const time = found ? timeOf(found.groups) : undefined
  return time && found ? { label: text.slice(0, found.index).trim(), time } : { label: text, time: undefined }
}

function isLabel(text: string): boolean {
  return boxedLabel.test(text) || plainLabel.test(text)
}

function unboxed(label: string): string {
  return boxedLabel.exec(label)?.groups?.['label']?.trim() ?? label
}

function timeOf(groups: Record<string, string> | undefined): LineTime | undefined {
  const seconds = (text: string): Point => ({ ...zero, amount: true, ms: Math.round(Number(text) * 1000) })
  const first = groups?.['from'] ?? groups?.['at']
  const start = first !== undefined ? seconds(first) : pointOf(groups?.['start'])
  const end = groups?.['to'] !== undefined ? seconds(groups['to']) : pointOf(groups?.['end'], start)
  if (!start) return undefined
  const { ms, ...kind } = start
  return { ...kind, start: ms, end: end?.clock === start.clock ? end.ms : undefined }
}

interface Point extends Pick<LineTime, 'clock' | 'amount' | 'zone'> {
  readonly ms: number
}

const zero: Point = { clock: 'offset', amount: false, ms: 0, zone: '' }

function pointOf(text: string | undefined, from?: Point): Point | undefined {
  if (text === undefined) return undefined
  const clock = parseClock(text)
  // "2026-03-02 09:00:05 - 09:00:09": the end is on the day of the start.
  if (!Number.isNaN(clock)) return from?.clock === 'absolute' ? onDayOf(from, clock) : { ...zero, ms: clock }
  const ms = parseAmount(text)
  if (!Number.isNaN(ms)) return { ...zero, amount: true, ms }
  const moment = parseMoment(text)
  return moment && { clock: 'absolute', amount: false, ms: moment.ms, zone: moment.zone }
}

function onDayOf(from: Point, ms: number): Point | undefined {
  return from.zone === '' ? { ...from, ms: Math.floor(from.ms / 86_400_000) * 86_400_000 + ms } : undefined
}
