import type { LinePlace } from '../../report/items/item.ts'
import type { DeclaredSlot } from '../script.ts'
import type { ReadEnv, Sayings, ScriptDraft } from './draft.ts'
import type { PlacedText } from './placed-text.ts'
import { splitTurns } from './turns.ts'

/** Takes the scripts of a file as its reader comes upon them. */
export interface Collector {
  /** A text of scripts, and what is said of them; one without a text is told of at `place`. */
  add(
    text: PlacedText,
    said: Sayings,
    place?: LinePlace,
    declared?: readonly DeclaredSlot[] | undefined
  ): void
  /** What the customer says next is not answered by what comes now. */
  endScene(): void
  drafts(): readonly ScriptDraft[]
}

export function createCollector(env: ReadEnv): Collector {
  const found: ScriptDraft[] = []
  let open: PlacedText | undefined

  function endScene(): void {
    if (open) {
      const place = open.placeOf(0, open.text.length)
      env.report({ code: 'scripts/no-reply', severity: 'warning', place, values: { value: clip(open.text) } })
    }
    open = undefined
  }

  return {
    add(text, said, place, declared) {
      const begins = place ?? text.placeOf(0, text.text.length)
      if (text.text === '') {
        env.report({ code: 'scripts/empty', severity: 'error', place: begins, values: {} })
        return
      }
      const { replies, open: unanswered } = splitTurns(text)
      for (const [i, reply] of replies.entries()) {
        if (reply.text.text === '') {
          env.report({
            code: 'scripts/empty',
            severity: 'error',
            place: reply.text.placeOf(0, 1),
            values: {}
          })
          continue
        }
        const all = { ...(open && { customer: open }), ...said, ...reply.said }
        open = undefined
        found.push({
          text: reply.text,
          place: reply.text.placeOf(0, reply.text.text.length),
          said: i === 0 || !all.id ? all : { ...all, id: { ...all.id, text: `${all.id.text}-${i + 1}` } },
          ...(declared && { declared })
        })
      }
      if (unanswered) {
        endScene()
        open = unanswered
      }
    },
    endScene,
    drafts: () => found
  }
}

const SHOWN = 40

/** A quote short enough for a message, on one line. */
export function clip(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '')}…`
}
