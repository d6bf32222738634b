import { coerceField } from '../fields.ts'
import type { ContactView } from '../view.ts'
import { samplesOf, type Measure } from './measure.ts'

/**
 * How long the agent takes to say the first word once it is the agent's turn to speak: from the field `answered_at`
 * where the export has it beside the start of the contact, else from the end of the last words of a robot or notice
 * before the agent's first turn, else from the first moment of the contact.
 */
export const greeting: Measure = {
  name: 'greeting',
  unit: 'time',
  choices: ['first'],
  takes: [],
  speakers: ['agent'],
  title: 'measure.greeting',
  help: 'How long the agent takes to say the first word.',
  sample(view) {
    const [first] = view.turnsBy('agent')
    if (view.passages.length === 0) return { kind: 'unknown', why: 'noTranscript' }
    if (!first) return { kind: 'na', why: 'noSamples' }
    const { start } = first.turn
    if (start === undefined) return { kind: 'unknown', why: 'noTimes' }
    const from = answeredAt(view) ?? announcedAt(view, first.index) ?? 0
    return samplesOf([{ value: Math.max(0, start - from), weight: 1, passage: first }])
  }
}

function answeredAt({ contact }: ContactView): number | undefined {
  const started = coerceField(contact.started, 'time')
  const answered = coerceField(contact.fields['answered_at'], 'time')
  if (!(started instanceof Date) || !(answered instanceof Date)) return undefined
  const ms = answered.getTime() - started.getTime()
  return ms < 0 ? undefined : ms
}

function announcedAt(view: ContactView, before: number): number | undefined {
  const notice = view.passages
    .slice(0, before)
    .findLast(({ turn }) => turn.by === 'bot' || turn.by === 'system')?.turn
  return notice?.end ?? notice?.start
}
