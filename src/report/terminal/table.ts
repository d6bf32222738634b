import type { ReportPaint } from '../paint.ts'
import { cutEnd, displayWidth, pad } from './display.ts'

export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
  /** Its name, to tell which columns were kept. */
  readonly id: string
  /** Columns it may be squeezed to before another is dropped; its content's own width when not said. */
  readonly min?: number | undefined
  /** Columns it takes at most. */
  readonly max?: number | undefined
  /** Given up when the table is too wide; the highest first. */
  readonly drop?: number | undefined
}

export interface Cell {
  readonly text: string
  /** The text again for less room than it needs; cut at the end when not said. */
  readonly fit?: ((width: number) => string) | undefined
  readonly paint?: ((text: string) => string) | undefined
}

export interface TableLines {
  readonly head: string
  readonly rule: string
  readonly rows: readonly string[]
  /** Names of the columns that had room. */
  readonly kept: readonly string[]
}

const GAP = '  '
const NARROWEST = 8

/**
 * Lays out a table in at most `width` columns. All its lines are of one width. Too wide, it squeezes the columns that
 * have a minimum, from the right, then gives up those that may be dropped, then squeezes on.
 */
export function layoutTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: ReportPaint
): TableLines {
  const natural = columns.map((column, i) => {
    const widest = rows.reduce((most, row) => Math.max(most, displayWidth(row[i]?.text ?? '')), 0)
    return Math.max(displayWidth(column.head), Math.min(widest, column.max ?? widest))
  })
  const least = columns.map(({ min }, i) => Math.min(natural[i]!, min ?? natural[i]!))
  const narrowest = columns.map(({ min }, i) =>
    min === undefined ? natural[i]! : Math.min(least[i]!, NARROWEST)
  )
  const kept = keepColumns(columns, least, width)
  const room = width - GAP.length * (kept.length - 1)
  const pick = (widths: readonly number[]): number[] => kept.map(index => widths[index]!)
  const widths = squeeze(squeeze(pick(natural), pick(least), room), pick(narrowest), room)
  const line = (cellAt: (index: number) => Cell | undefined): string =>
    kept.map((index, k) => renderCell(cellAt(index), widths[k]!, columns[index]!.align)).join(GAP)
  return {
    head: line(index => ({ text: columns[index]!.head, paint: paint.dim })),
    rule: paint.dim('─'.repeat(sum(widths) + GAP.length * (widths.length - 1))),
    rows: rows.map(row => line(index => row[index])),
    kept: kept.map(index => columns[index]!.id)
  }
}

function keepColumns(columns: readonly Column[], least: readonly number[], width: number): number[] {
  let kept = columns.map((_, index) => index)
  while (sum(kept.map(index => least[index]!)) + GAP.length * (kept.length - 1) > width) {
    const drops = kept.map(index => columns[index]!.drop ?? 0)
    const highest = Math.max(...drops)
    if (highest === 0) break
    kept = kept.filter((_, k) => k !== drops.indexOf(highest))
  }
  return kept
}

/** Takes from the widths, the last first and none below its least, what they are too wide by. */
function squeeze(widths: readonly number[], least: readonly number[], room: number): number[] {
  let excess = sum(widths) - room
  return widths
    .map((width, i) => ({ width, spare: width - least[i]! }))
    .toReversed()
    .map(({ width, spare }) => {
      const given = Math.max(0, Math.min(excess, spare))
      excess -= given
      return width - given
    })
    .toReversed()
}

function renderCell(cell: Cell = { text: '' }, width: number, align: 'left' | 'right'): string {
  const fits = displayWidth(cell.text) <= width
  const text = fits ? cell.text : cell.fit ? cell.fit(width) : cutEnd(cell.text, width)
  return (cell.paint ?? (same => same))(pad(text, width, align))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
