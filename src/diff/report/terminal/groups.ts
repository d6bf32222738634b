import { formatCount } from '../../../report/figures.ts'
import { labelPerson } from '../../../report/terminal/labels.ts'
import { layoutTable, type Cell, type Column } from '../../../report/terminal/table.ts'
import { formatBound, formatFromTo, formatShift } from '../../figures.ts'
import type { GroupDiff } from '../../result.ts'
import { countCell, paintOf } from './criteria.ts'
import { moreRows, type Screen } from './screen.ts'

/** A line for each agent or team of which something changed, what fell most first. */
export function* renderGroups(
  heading: string,
  by: 'agent' | 'team',
  groups: readonly GroupDiff[],
  rows: number,
  screen: Screen
): Generator<string> {
  const { words, paint, width } = screen
  const changed = groups.filter(group => group.changed > 0)
  if (changed.length === 0) return
  const shown = changed.slice(0, rows)
  const columns = columnsOf(by, shown, screen)
  const cells = shown.map(group => columns.map(({ cell }) => cell(group)))
  const table = layoutTable(columns, cells, width - 1, paint)
  yield `${paint.bold(heading)}\n`
  for (const line of [table.head, table.rule, ...table.rows]) yield ` ${line}\n`
  yield moreRows(changed.length - shown.length, screen)
  const same = groups.length - changed.length
  if (same > 0) yield ` ${paint.dim(words.unchanged(same))}\n`
  yield '\n'
}

type GroupColumn = Column & { readonly cell: (group: GroupDiff) => Cell }

/** Intervals and fatal breaches have a column only where there are any. */
function columnsOf(by: string, shown: readonly GroupDiff[], screen: Screen): readonly GroupColumn[] {
  const { words, report, paint } = screen
  const who = report.by[by] ?? by
  const label = ({ key, name }: GroupDiff): string =>
    key === null ? report.unknownKey(who) : labelPerson(key, name)
  const interval: GroupColumn = {
    id: 'interval',
    head: words.interval,
    align: 'right',
    drop: 2,
    cell: ({ shift: { value, low, high } }) => {
      if (low === null || high === null) return { text: '' }
      return { text: words.range(formatBound(low, value), formatBound(high, value)) }
    }
  }
  const count = (id: 'nowFailing' | 'nowPassing' | 'newlyFatal', head: string): GroupColumn => {
    const loud = { nowFailing: paint.error, nowPassing: paint.good, newlyFatal: paint.fatal }[id]
    return { id, head, align: 'right', cell: group => countCell(group[id], loud, screen) }
  }
  return [
    { id: 'who', head: who, align: 'left', min: 12, max: 24, cell: group => ({ text: label(group) }) },
    {
      id: 'contacts',
      head: words.contacts,
      align: 'right',
      cell: ({ contacts }) => ({ text: formatCount(contacts) })
    },
    {
      id: 'scores',
      head: report.score,
      align: 'right',
      cell: ({ before, after }) => ({ text: formatFromTo(before, after) })
    },
    { id: 'change', head: words.change, align: 'right', cell: group => shiftCell(group, screen) },
    ...(shown.some(({ shift }) => shift.low !== null) ? [interval] : []),
    count('nowFailing', words.failNow),
    { ...count('nowPassing', words.passNow), drop: 1 },
    ...(shown.some(({ newlyFatal }) => newlyFatal > 0) ? [count('newlyFatal', words.fatalNow)] : [])
  ]
}

function shiftCell({ before, after, shift: { value } }: GroupDiff, { paint }: Screen): Cell {
  if (value === null) return { text: '' }
  return { text: formatShift(before, after, value), paint: paintOf(value, paint) }
}
