import type { SlotReading } from '../checks/script/candidate.ts'
import { isSaid, type PartReading, type Reading } from '../checks/script/reading.ts'
import { textOf } from '../checks/script/slot.ts'
import { describeMissing } from '../pattern/nearest.ts'
import type { Hit } from '../pattern/passage.ts'
import { showText } from '../report/terminal/display.ts'
import { labelShare } from '../report/terminal/labels.ts'
import { wrapHanging } from '../report/terminal/wrap.ts'
import { closedLabel, turnLabel, windowLabel } from './render-window.ts'
import type { Style } from './style.ts'
import type { ScriptTrace } from './trace-script.ts'
import type { Tell } from './words.ts'

/** A script part by part: the words that said it and what stood in its slots, or the nearest miss. */
export function scriptLines(step: ScriptTrace, tell: Tell, style: Style): readonly string[] {
  const { search } = step
  const { width } = style
  if ('reason' in search)
    return wrapHanging(`script · ${closedLabel(step, search.reason, tell)}`, width, '  ')
  const { said, due, window } = search
  const turns = window.map(({ index }) => index + 1)
  const head = `script · ${windowLabel(step, turns, tell)} · ${tell('trace.script', { said, due })}`
  return [
    ...wrapHanging(head, width, '  '),
    ...search.parts.flatMap(part => partLines(part, search, tell, style))
  ]
}

function partLines(
  reading: PartReading,
  whole: Reading,
  tell: Tell,
  { paint, width }: Style
): readonly string[] {
  const { part } = reading
  const line = (sign: string, note: string): readonly string[] => {
    const lines = wrapHanging(showText(`${part.number}. ${part.title}: ${note}`), width, `    ${sign} `)
    return sign === '✓' || sign === '-' ? lines : lines.map(text => paint.warning(text))
  }
  if (reading.kind === 'open') return line('?', tell('trace.open', { names: reading.names.join(', ') }))
  if (!isSaid(reading)) {
    if (part.optional) return line('-', tell('trace.left'))
    const { nearest } = describeMissing(reading.missing, whole.window)
    const near = nearest
      ? ` · ${like(nearest.similarity, tell)}: ${tell('trace.turn', { turn: nearest.turn })} “${nearest.quote}”`
      : ''
    return line('✗', tell('trace.notSaid') + near)
  }
  const { hits, similarity, slots } = reading.candidate
  const misplaced = reading.kind === 'misplaced'
  const notes = [
    ...(misplaced ? [tell('trace.misplaced')] : []),
    ...(similarity < 1 ? [like(similarity, tell)] : []),
    hits.map(hit => quote(hit, tell)).join(' ')
  ]
  return [
    ...line(misplaced ? '✗' : '✓', notes.join(' · ')),
    ...slots.flatMap(slot => {
      const right = slot.verdict.kind === 'right'
      const sign = slot.verdict.kind === 'open' ? '?' : right ? '✓' : '✗'
      const lines = wrapHanging(showText(slotNote(slot, tell)), width, `      ${sign} `)
      return right ? lines : lines.map(text => paint.warning(text))
    })
  ]
}

const like = (similarity: number, tell: Tell): string =>
  tell('trace.nearest', { share: labelShare(similarity * 100) })

function quote({ passage: { index, turn }, from, to }: Hit, tell: Tell): string {
  return `${turnLabel(index + 1, turn.start, tell)} “${turn.text.slice(from, to)}”`
}

function slotNote({ name, heard, verdict }: SlotReading, tell: Tell): string {
  const slot = `{${name}}`
  switch (verdict.kind) {
    case 'right':
      return tell('trace.slot', { slot, heard: textOf(heard) })
    case 'wrong':
      return tell('trace.slotWrong', { slot, heard: textOf(heard), expected: verdict.expected })
    case 'empty':
      return tell('trace.slotEmpty', { slot })
    case 'open':
      return `${tell('trace.slot', { slot, heard: textOf(heard) })} · ${tell('trace.open', { names: verdict.names.join(', ') })}`
  }
}
