import type { Speaker } from '../../model/contact.ts'
import { type DraftTurn, makeTurn } from '../contact-draft.ts'
import { shorten } from '../problems.ts'
import { speakerExamples } from '../speaker-words.ts'
import { type Speakers, strangerIn } from '../speakers.ts'
import type { Cue } from './read-cues.ts'
import { splitVoices } from './voices.ts'

/** What one speaker says in a cue. */
interface Said {
  /** Undefined where the cue does not say who speaks. */
  readonly label: string | undefined
  readonly text: string
}

export interface CaptionTurns {
  readonly turns: readonly DraftTurn[]
  /** By cue, in their order: whether all of it was used. */
  readonly fates: readonly ('used' | 'bad' | 'blank')[]
}

type Tell = (
  code: 'input/unknown-role' | 'input/no-speaker',
  line: number,
  values: Record<string, string>
) => void

/**
 * Makes turns of cues. The speaker is what the voice tag names, or stands in front: `客服: ...`, `[客服]: ...`,
 * `SPEAKER_00: ...`, `- 客服: ...`. A cue without a speaker is said by the one of the cue before. Where several speak in
 * one cue, each begins with it as far as is known, and the last ends with it.
 */
export async function makeTurns(cues: readonly Cue[], speakers: Speakers, tell: Tell): Promise<CaptionTurns> {
  const voiced = await Promise.all(cues.map(({ text }) => splitVoices(text)))
  const labels = commonLabels(cues.map(({ text }) => text))
  const turns: DraftTurn[] = []
  let by: Speaker | undefined
  const fates = cues.map((cue, i) => {
    const parts = voiced[i]!.flatMap(({ voice, text }) => splitLabels(text, voice, speakers, labels))
    const own: DraftTurn[] = []
    let lost = false
    for (const { label, text } of parts) {
      if (label !== undefined) {
        by = speakers.of(label) ?? strangerIn(speakers, label)
        if (by === undefined)
          tell('input/unknown-role', cue.line, { value: shorten(label), allowed: speakerExamples })
      } else if (by === undefined) tell('input/no-speaker', cue.line, { value: shorten(text) })
      if (by === undefined) lost = true
      else own.push(makeTurn(by, text, cue.start))
    }
    const last = own.at(-1)
    if (last) last.end = cue.end
    turns.push(...own)
    return lost ? ('bad' as const) : last ? ('used' as const) : ('blank' as const)
  })
  return { turns, fates }
}

const dash = /^\s*[-–—]\s*/
const boxed = /^\[([^\]:：]{1,40})\]\s*[:：]?\s*/u
const plain = /^([^\s:：,，。!！?？;；"“”<>《》[\]{}][^:：,，。!！?？;；"“”<>《》[\]{}]{0,38})[:：]\s*/u
const counted = /^(?:speaker|spk|说话人|发言人)[\s_-]*\w+$/i

/** Names that stand before a colon at the beginning of more than one cue: nobody says the same words so often. */
function commonLabels(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const label = plain.exec(text.replace(dash, ''))?.[1]
    if (label !== undefined && !/\d$/.test(label)) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label))
}

function splitLabels(
  text: string,
  voice: string | undefined,
  speakers: Speakers,
  labels: ReadonlySet<string>
): readonly Said[] {
  const said: Said[] = []
  for (const line of text.split('\n')) {
    const found = voice === undefined ? labelOf(line.replace(dash, ''), speakers, labels) : undefined
    const last = said.at(-1)
    if (found) said.push(found)
    else if (last) said[said.length - 1] = { label: last.label, text: `${last.text}\n${line}` }
    else said.push({ label: voice || undefined, text: line })
  }
  return said
    .map(({ label, text: words }) => ({ label, text: words.trim() }))
    .filter(({ text: words }) => words !== '')
}

function labelOf(line: string, speakers: Speakers, labels: ReadonlySet<string>): Said | undefined {
  const box = boxed.exec(line)
  if (box) {
    const label = box[1]!.trim()
    const isSpeaker = /[:：]\s*$/.test(box[0]) || counted.test(label) || speakers.of(label) !== undefined
    return isSpeaker ? { label, text: line.slice(box[0].length) } : undefined
  }
  const found = plain.exec(line)
  const label = found?.[1]?.trim()
  if (!found || label === undefined) return undefined
  const isSpeaker = counted.test(label) || speakers.atLine(label) !== undefined || labels.has(label)
  return isSpeaker ? { label, text: line.slice(found[0].length) } : undefined
}
