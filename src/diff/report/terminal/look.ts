import { cutEnd, displayWidth, showText } from '../../../report/terminal/display.ts'
import { labelPerson } from '../../../report/terminal/labels.ts'
import { wrapHanging, wrapParts } from '../../../report/terminal/wrap.ts'
import type { ContactChange, StandardDiff } from '../../result.ts'
import {
  directionOf,
  tellCauses,
  tellScores,
  tellSource,
  tellVerdict,
  type Direction,
  type ToldCause
} from '../tell-contact.ts'
import type { Screen } from './screen.ts'

/** Causes of one contact that are shown, those that count most. */
const CAUSES = 5

export const directionSigns: Readonly<Record<Direction, string>> = {
  fails: '✗',
  passes: '✓',
  down: '-',
  up: '+',
  level: '*'
}

/** The contacts to look at first: where they stand now, and why. */
export function* renderLook(standard: StandardDiff, screen: Screen): Generator<string> {
  const { total, shown } = standard.look
  const { words, paint, text } = screen
  if (shown.length === 0) return
  yield `${paint.bold(words.look(shown.length, total))}\n`
  for (const change of shown) yield renderContact(change, standard, screen)
  const hidden = total - shown.length
  if (hidden > 0)
    yield `${wrapHanging(words.moreLook(hidden, total), text, ' ')
      .map(line => paint.dim(line))
      .join('\n')}\n`
  yield '\n'
}

function renderContact(change: ContactChange, standard: StandardDiff, screen: Screen): string {
  const { words, report, paint, text } = screen
  const { contact, agent, agentName } = change.subject
  const direction = directionOf(change)
  const loud = { fails: paint.error, passes: paint.good, down: same, up: same, level: same }[direction]
  const parts = [
    `${directionSigns[direction]} ${showText(contact)}`,
    agent === null ? report.unknownKey(report.by['agent'] ?? '') : labelPerson(agent, agentName),
    tellScores(change, words),
    ...tellVerdict(change, words).map(showText)
  ]
  const place = showText(tellSource(change))
  const lines = wrapParts(parts, text - 4).map((line, i) => loud(i === 0 ? ` ${line}` : `   ${line}`))
  const { shown, rest } = tellCauses(change, standard, CAUSES, words, report)
  return `${[
    ...lines,
    ...(place === '' ? [] : wrapHanging(place, text, '   ').map(line => paint.dim(line))),
    ...shown.flatMap(cause => renderCause(cause, screen)),
    ...(rest === '' ? [] : wrapHanging(rest, text, ' '.repeat(11)).map(line => paint.dim(line)))
  ].join('\n')}\n`
}

/** `-10.0  TEL-01 首句问候: pass → fail`, and what the check says below it. */
function renderCause({ name, what, points, message }: ToldCause, { words, paint, text }: Screen): string[] {
  const lead = `   ${points.padStart(6)}  `
  const told = what === '' ? name : `${name}${words.colon}${what}`
  const inset = ' '.repeat(displayWidth(lead))
  return [
    ...wrapHanging(showText(told), text, lead, inset),
    ...(message === undefined
      ? []
      : wrapHanging(cutEnd(showText(message), 3 * (text - inset.length)), text, inset).map(line =>
          paint.dim(line)
        ))
  ]
}

const same = (text: string): string => text
