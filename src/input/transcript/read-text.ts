import { plainLineEnds } from '../bytes/plain-line-ends.ts'
import { splitLines } from '../bytes/split-lines.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { countRow } from '../count-row.ts'
import { createSpeakers } from '../speakers.ts'
import { parseSpeakerLine } from './speaker-line.ts'
import { createTranscriptParser, type TranscriptItem } from './transcript-parser.ts'

const LOOKED_AT = 200

/** Plain text, a turn a line; see `readTranscript`. */
export const text: Format = {
  name: 'text',
  extensions: ['.txt'],
  map: 'none',
  sniff: head => {
    const speakers = createSpeakers()
    const lines = head.split(/\r*\n|\r/, LOOKED_AT).filter(line => line.trim() !== '')
    if (lines.some(line => /^#\s*(?:contact|会话|通话)\s*[:：]/iu.test(line))) return 0.95
    const turns = lines.map(line => parseSpeakerLine(line, speakers) !== undefined)
    const share = turns.filter(isTurn => isTurn).length / lines.length
    // Prose has a line with a colon here and there.
    return turns[0] || share >= 0.3 ? Math.max(0.5, 0.92 * share) : 0
  },
  read: readText
}

async function* readText(bytes: AsyncIterable<Buffer>, context: ReadContext): AsyncGenerator<InputItem> {
  const { file, stem, options, counts } = context
  const speakers = createSpeakers(options.agents)
  const parser = createTranscriptParser({ file, id: stem, speakers, onProblem: options.onProblem })
  const item = ({ contact, line }: TranscriptItem): InputItem => ({
    kind: 'contact',
    contact,
    source: { file, line }
  })
  let number = 0
  for await (const lines of splitLines(plainLineEnds(bytes))) {
    for (const line of lines) {
      const { fate, ended } = parser.push(line, ++number)
      countRow(counts, fate)
      if (ended) yield item(ended)
    }
  }
  const last = parser.end()
  if (last) yield item(last)
}
