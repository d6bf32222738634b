import { formatCount } from '../../../report/figures.ts'
import { joinFitting, showText } from '../../../report/terminal/display.ts'
import { labelClause } from '../../../report/terminal/labels.ts'
import { layoutTable, type Cell, type Column } from '../../../report/terminal/table.ts'
import { wrapHanging } from '../../../report/terminal/wrap.ts'
import { formatBound, formatChange, formatFromTo } from '../../figures.ts'
import type { CriterionDiff, StandardDiff } from '../../result.ts'
import { knowsStandards } from '../headline.ts'
import { hasAbsent, tellMoves } from '../tell-moves.ts'
import { moreRows, type Screen } from './screen.ts'

const signs = { added: '+', dropped: '-', changed: '~', same: ' ' } as const

/** A line for each criterion whose outcomes moved, those first that moved scores most. */
export function* renderCriteria(standard: StandardDiff, rows: number, screen: Screen): Generator<string> {
  const { words, paint, width, text } = screen
  const moved = standard.criteria.filter(({ changed, moves }) => changed > 0 || moves.length > 0)
  const shown = moved.slice(0, rows)
  const known = knowsStandards(standard)
  const columns: readonly Column[] = [
    { id: 'clause', head: `  ${words.clause}`, align: 'left', min: 10, max: known ? 18 : 34 },
    ...(known ? [{ id: 'title', head: words.title, align: 'left', min: 12, max: 34 } as const] : []),
    { id: 'moves', head: words.moved, align: 'left', min: 18 },
    { id: 'rate', head: words.passRate, align: 'right', drop: 2 },
    { id: 'change', head: words.change, align: 'right' },
    { id: 'interval', head: words.interval, align: 'right', drop: 3 },
    ...(known ? [{ id: 'points', head: words.points, align: 'right' } as const] : [])
  ]
  const table = layoutTable(
    columns,
    shown.map(criterion => rowOf(criterion, known, screen)),
    width - 1,
    paint
  )
  yield `${paint.bold(known ? words.criteria : words.criteriaMoved)}\n`
  for (const line of [table.head, table.rule, ...table.rows]) yield ` ${line}\n`
  yield moreRows(moved.length - shown.length, screen)
  const legend = [
    ...(known ? [words.legendSigns] : []),
    words.legendChange,
    ...(known ? [words.legendPoints] : []),
    ...(shown.some(hasAbsent) ? [words.legendAbsent] : [])
  ]
  for (const part of legend)
    yield `${wrapHanging(part, text, ' ')
      .map(line => paint.dim(line))
      .join('\n')}\n`
  yield '\n'
}

function rowOf(criterion: CriterionDiff, known: boolean, { words, report, paint }: Screen): readonly Cell[] {
  const { state, title, before, after, shift, effect } = criterion
  const moves = tellMoves(criterion, words, report)
  const cell = (figure: number | null): Cell =>
    figure === null ? { text: '' } : { text: formatChange(figure), paint: paintOf(figure, paint) }
  const range =
    shift.low === null || shift.high === null
      ? ''
      : words.range(formatBound(shift.low, shift.value), formatBound(shift.high, shift.value))
  return [
    { text: `${known ? signs[state] : ' '} ${labelClause(criterion)}` },
    ...(known ? [{ text: showText(title) }] : []),
    { text: moves.join(' '), fit: room => joinFitting(moves, ' ', room) },
    { text: before === null && after === null ? '' : formatFromTo(before, after) },
    cell(shift.value),
    { text: shift.value === null ? '' : range },
    ...(known ? [cell(effect)] : [])
  ]
}

/** What went down is painted as bad, what went up as good. */
export function paintOf(figure: number, paint: Screen['paint']): (text: string) => string {
  if (figure === 0) return paint.dim
  return figure < 0 ? paint.error : paint.good
}

/** A count that stands out when there is any. */
export function countCell(count: number, loud: (text: string) => string, { paint }: Screen): Cell {
  return { text: formatCount(count), paint: count > 0 ? loud : paint.dim }
}
