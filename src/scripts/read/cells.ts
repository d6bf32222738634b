import { createTextBuilder, type PlacedText, type Spot } from './placed-text.ts'

/**
 * The cells of a row of delimited text that begins at an offset, with the values that a reader of such rows gave them:
 * a cell whose value does not stand there as its quotes say is placed by its row.
 */
export function placeCells(
  spot: Spot,
  from: number,
  delimiter: string,
  values: readonly string[]
): readonly PlacedText[] {
  let at = from
  return values.map(value => {
    const { cell, end } = readCell(spot, at, delimiter)
    at = end + delimiter.length
    if (cell.text === value.trim()) return cell
    const place = spot.placeOf(from, from + 1)
    return { text: value.trim(), placeOf: () => place }
  })
}

function readCell(spot: Spot, from: number, delimiter: string): { cell: PlacedText; end: number } {
  const { source } = spot
  const builder = createTextBuilder(spot)
  if (source[from] !== '"') {
    const line = endOf(source, '\n', from)
    const end = Math.min(endOf(source, delimiter, from), line)
    builder.take(from, end)
    return { cell: builder.finish(), end }
  }
  let at = from + 1
  for (;;) {
    const quote = endOf(source, '"', at)
    const doubled = source[quote + 1] === '"'
    builder.take(at, doubled ? quote + 1 : quote)
    if (!doubled)
      return {
        cell: builder.finish(),
        end: Math.min(endOf(source, delimiter, quote), endOf(source, '\n', quote))
      }
    at = quote + 2
  }
}

function endOf(source: string, what: string, from: number): number {
  const at = source.indexOf(what, from)
  return at < 0 ? source.length : at
}
