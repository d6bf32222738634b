/** A line of a comparison: in both lists, only expected, or only there. */
export interface DiffLine {
  readonly kind: 'same' | 'expected' | 'actual'
  readonly text: string
}

/** Compares two short lists line by line by their longest common part; what is expected comes first. */
export function diffLines(expected: readonly string[], actual: readonly string[]): readonly DiffLine[] {
  // lengths[i][j]: how long the common part of expected from i and actual from j is.
  const lengths = Array.from({ length: expected.length + 1 }, () => new Uint32Array(actual.length + 1))
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = actual.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        expected[i] === actual[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < expected.length || j < actual.length) {
    if (i < expected.length && j < actual.length && expected[i] === actual[j]) {
      lines.push({ kind: 'same', text: expected[i]! })
      i++
      j++
    } else if (j >= actual.length || (i < expected.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push({ kind: 'expected', text: expected[i++]! })
    } else lines.push({ kind: 'actual', text: actual[j++]! })
  }
  return lines
}
