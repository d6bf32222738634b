import { type CueNode, loadCaptionParser } from './parser.ts'

/** A piece of a cue, and the voice that its tag names. */
export interface Voiced {
  readonly voice: string | undefined
  readonly text: string
}

/** Tags that only say how a text looks, and marks of position as in `{\an8}`. */
const looks = /<\/?(?:c|i|b|u|s|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}/gi
const notVoice = /<(?!v(?:\.[^<>\s]*)?\s[^<>]*>|\/v>)/g

/** Splits the text of a cue where another voice begins. */
export async function splitVoices(text: string): Promise<readonly Voiced[]> {
  const clear = text.replaceAll(looks, '')
  if (!/[<&]/.test(clear)) return [{ voice: undefined, text: clear }]
  const { tokenizeVTTCue, VTTCue } = await loadCaptionParser()
  const pieces: Voiced[] = []
  collect(tokenizeVTTCue(new VTTCue(0, 1, clear.replaceAll(notVoice, '&lt;'))), undefined, pieces)
  return pieces
}

function collect(nodes: readonly CueNode[], voice: string | undefined, pieces: Voiced[]): void {
  for (const node of nodes) {
    if (node.type !== 'text') collect(node.children, node.type === 'v' ? node.voice.trim() : voice, pieces)
    else {
      const last = pieces.at(-1)
      const joins = last !== undefined && last.voice === voice
      if (joins) pieces[pieces.length - 1] = { voice, text: last.text + node.data }
      else pieces.push({ voice, text: node.data })
    }
  }
}
