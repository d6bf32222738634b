import { plainLineEnds } from '../bytes/plain-line-ends.ts'
import { splitLines } from '../bytes/split-lines.ts'
import { loadCaptionParser } from './parser.ts'

export type CaptionType = 'vtt' | 'srt'

/** A cue with the line that its times stand on; in ms. */
export interface Cue {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Captions {
  readonly cues: readonly Cue[]
  /** Lines whose times cannot be read, or whose end lies before the start. */
  readonly bad: readonly { readonly line: number; readonly value: string }[]
  /** A file of WebVTT that does not say so. */
  readonly unsigned: boolean
}

const timing = /^\s*(\d[\d:.,]*)\s*-->\s*(\d[\d:.,]*)/
const clock = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3})\d*)?$/
/** The parser takes the first line of a text that begins so for settings of the cue. */
const likeSetting = /^\s*(?:region|vertical|line|position|size|align)[:=]/
const GUARD = '\u0001'

/**
 * Reads the cues of WebVTT or SRT. Notes, styles, regions and the settings of cues are passed over. The parser is helped
 * where files are careless: blanks on empty lines, no empty line between cues, clocks without leading zeros or hours, a
 * cue that ends as it begins. Each cue is named after its line, so that what the parser drops is known.
 */
export async function readCues(bytes: AsyncIterable<Buffer>, type: CaptionType): Promise<Captions> {
  const { parseText } = await loadCaptionParser()
  const lines: string[] = []
  for await (const batch of splitLines(plainLineEnds(bytes))) lines.push(...batch)
  const stated = new Map<number, string>()
  const { cues } = await parseText(helped(lines, stated).join('\n'), { type, errors: false })
  const found = cues.map((cue): Cue => {
    const line = Number(cue.id)
    stated.delete(line)
    const text = cue.text.startsWith(GUARD) ? cue.text.slice(1) : cue.text
    const [start, end] = [cue.startTime, cue.endTime].map(seconds => Math.round(seconds * 1000)) as [
      number,
      number
    ]
    return { line, start, end: end - (isInstant(lines[line - 1]!) ? 1 : 0), text }
  })
  return {
    cues: found,
    bad: [...stated].map(([line, value]) => ({ line, value })),
    unsigned: type === 'vtt' && !/^WEBVTT(?:\s|$)/.test(lines[0] ?? '')
  }
}

/** The lines as the parser likes them; `stated` takes the lines with times. */
function helped(lines: readonly string[], stated: Map<number, string>): string[] {
  const out: string[] = []
  let first = false
  for (const [i, line] of lines.entries()) {
    const times = timing.exec(line)
    if (times) {
      stated.set(i + 1, line.trim())
      const end = isInstant(line) ? later(times[2]!) : padded(times[2]!)
      out.push('', String(i + 1), `${padded(times[1]!)} --> ${end}`)
    } else if (line.trim() === '') out.push('')
    else if (isNumber(line) && timing.test(lines[i + 1] ?? '')) continue
    else out.push(first && likeSetting.test(line) ? GUARD + line : line)
    first = times !== null
  }
  return out
}

/** The number that stands above the times of a cue. */
function isNumber(line: string): boolean {
  return /^\s*\d+\s*$/.test(line)
}

function padded(time: string): string {
  const [, hours = '0', minutes = '', seconds = '', fraction = '0'] = clock.exec(time) ?? []
  if (minutes === '') return time
  return `${[hours, minutes, seconds].map(part => part.padStart(2, '0')).join(':')}.${fraction.padEnd(3, '0')}`
}

function isInstant(line: string): boolean {
  const [, start = '', end = ''] = timing.exec(line) ?? []
  return start !== '' && padded(start) === padded(end)
}

/** A ms later, which the parser needs to see a cue. */
function later(time: string): string {
  const clear = padded(time)
  const found = /^(\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(clear)
  if (!found) return clear
  const [h, m, s, ms] = found.slice(1).map(Number) as [number, number, number, number]
  const next = ((h * 60 + m) * 60 + s) * 1000 + ms + 1
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${two(next / 3_600_000)}:${two((next / 60_000) % 60)}:${two((next / 1000) % 60)}.${String(next % 1000).padStart(3, '0')}`
}
