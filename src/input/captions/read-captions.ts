import { finishContact } from '../contact-draft.ts'
import { countRow } from '../count-row.ts'
import { problemAt } from '../problems.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { createSpeakers } from '../speakers.ts'
import { tellBackwards } from '../tell-backwards.ts'
import { makeTurns } from './caption-turns.ts'
import { type CaptionType, readCues } from './read-cues.ts'

/** WebVTT: a contact a file, a turn a cue. */
export const vtt: Format = {
  name: 'vtt',
  extensions: ['.vtt'],
  sniff: head => (/^WEBVTT(?:[ \t\r\n]|$)/.test(head) ? 1 : 0),
  read: (bytes, context) => readCaptions(bytes, 'vtt', context)
}

/** SubRip: a contact a file, a turn a cue. */
export const srt: Format = {
  name: 'srt',
  extensions: ['.srt'],
  sniff: head =>
    /^\s*(?:\d+[ \t]*(?:\r?\n|\r))?[ \t]*\d[\d:]*[.,]\d+[ \t]*-->[ \t]*\d[\d:]*[.,]\d/.test(head) ? 0.98 : 0,
  read: (bytes, context) => readCaptions(bytes, 'srt', context)
}

async function* readCaptions(
  bytes: AsyncIterable<Buffer>,
  type: CaptionType,
  context: ReadContext
): AsyncGenerator<InputItem> {
  const { file, stem, options, counts } = context
  const { cues, bad, unsigned } = await readCues(bytes, type)
  if (unsigned) options.onProblem(problemAt('input/no-signature', 'warning', file, 1, {}))
  for (const { line, value } of bad) {
    countRow(counts, 'bad')
    options.onProblem(problemAt('input/caption-time', 'error', file, line, { value }))
  }
  const { turns, fates } = await makeTurns(cues, createSpeakers(options.agents), (code, line, values) =>
    options.onProblem(problemAt(code, 'error', file, line, values))
  )
  for (const fate of fates) countRow(counts, fate)
  tellBackwards(cues, { file, onProblem: options.onProblem })
  if (turns.length === 0) return
  const contact = finishContact({
    id: stem,
    agent: {},
    customer: {},
    fields: {},
    turns: [...turns],
    clock: 'offset',
    zone: ''
  })
  yield { kind: 'contact', contact, source: { file, line: cues[0]!.line } }
}
