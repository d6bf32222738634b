import { displayWidth, showText } from '../../../report/terminal/display.ts'
import { wrapHanging } from '../../../report/terminal/wrap.ts'
import type { StandardDiff } from '../../result.ts'
import { knowsStandards } from '../headline.ts'
import { tellChanges, type ToldChange } from '../tell-change.ts'
import { moreRows, type Screen } from './screen.ts'

/** What is not the same in the two standards; nothing where results alone were compared. */
export function* renderChanges(standard: StandardDiff, rows: number, screen: Screen): Generator<string> {
  const { words, paint } = screen
  if (!knowsStandards(standard)) return
  const changes = tellChanges(standard, words)
  if (changes.length === 0) {
    yield ` ${paint.dim(words.sameStandard)}\n\n`
    return
  }
  yield `${paint.bold(words.standard)}\n`
  for (const change of changes.slice(0, rows)) yield renderChange(change, screen)
  yield moreRows(changes.length - rows, screen)
  yield '\n'
}

function renderChange(
  { sign, name, what, effect, place }: ToldChange,
  { words, paint, text }: Screen
): string {
  const told = [`${name}${words.colon}${what}`, effect].filter(Boolean).map(showText).join(' · ')
  const lines = wrapHanging(told, text, ` ${sign.padEnd(1)} `)
  const where = showText(place)
  const last = lines.at(-1) ?? ''
  if (place !== '' && displayWidth(last) + 2 + displayWidth(where) <= text) {
    return `${[...lines.slice(0, -1), `${last}  ${paint.dim(where)}`].join('\n')}\n`
  }
  const own = place === '' ? [] : wrapHanging(where, text, '     ').map(line => paint.dim(line))
  return `${[...lines, ...own].join('\n')}\n`
}
