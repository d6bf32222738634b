/** One line of a comparison of two texts. */
interface Line {
  readonly kind: ' ' | '-' | '+'
  readonly text: string
}

// Lines shown around each change.
const CONTEXT = 3

/** Two texts of a file as a unified diff that `patch` takes; empty when they are the same. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const lines = compareLines(splitLines(before), splitLines(after))
  const changed = lines.flatMap(({ kind }, i) => (kind === ' ' ? [] : [i]))
  if (changed.length === 0) return ''
  let text = `--- ${file}\n+++ ${file}\n`
  for (let i = 0; i < changed.length;) {
    const from = Math.max(0, changed[i]! - CONTEXT)
    let last = changed[i]!
    while (i < changed.length && changed[i]! <= last + 2 * CONTEXT) last = changed[i++]!
    text += writeHunk(lines, from, Math.min(lines.length, last + CONTEXT + 1))
  }
  return text
}

function writeHunk(lines: readonly Line[], from: number, to: number): string {
  const count = (part: readonly Line[], kind: '-' | '+'): number =>
    part.filter(line => line.kind === ' ' || line.kind === kind).length
  const [above, shown] = [lines.slice(0, from), lines.slice(from, to)]
  const range = (kind: '-' | '+'): string => {
    const length = count(shown, kind)
    return `${kind}${count(above, kind) + (length === 0 ? 0 : 1)},${length}`
  }
  const body = shown.map(({ kind, text }) =>
    text.endsWith('\n') ? `${kind}${text}` : `${kind}${text}\n\\ No newline at end of file\n`
  )
  return `@@ ${range('-')} ${range('+')} @@\n${body.join('')}`
}

/** Lines with their ends. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/**
 * The shortest way from one list of lines to the other (Myers, "An O(ND) Difference Algorithm"): quick when little is
 * different, as after mending.
 */
function compareLines(a: readonly string[], b: readonly string[]): readonly Line[] {
  const steps: Map<number, number>[] = []
  const reach = new Map([[1, 0]])
  const goesDown = (k: number, d: number, at: ReadonlyMap<number, number>): boolean =>
    k === -d || (k !== d && at.get(k - 1)! < at.get(k + 1)!)
  search: for (let d = 0; ; d++) {
    steps.push(new Map(reach))
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(k, d, reach) ? reach.get(k + 1)! : reach.get(k - 1)! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach.set(k, x)
      if (x >= a.length && x - k >= b.length) break search
    }
  }
  const lines: Line[] = []
  let [x, y] = [a.length, b.length]
  for (let d = steps.length - 1; d >= 0; d--) {
    const at = steps[d]!
    const k = x - y
    const down = goesDown(k, d, at)
    const fromX = d === 0 ? 0 : at.get(down ? k + 1 : k - 1)!
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1)
    while (x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      lines.push({ kind: ' ', text: a[--x]! })
      y--
    }
    if (d === 0) break
    lines.push(down ? { kind: '+', text: b[--y]! } : { kind: '-', text: a[--x]! })
  }
  return lines.reverse()
}
