/** Keeps lines for the end of a report, so many units of them at most. */
export interface Keeper {
  /** Lines, each with a sign at its beginning that says how much it matters. */
  add(text: string): void
  /** What was kept: by their signs, in the order that they came. */
  take(): readonly string[]
}

/**
 * Makes room by leaving out what matters least: the last lines of those whose first character sorts last. Who lays them
 * out knows from the counts how many there are in all, and says how many are missing.
 *
 * @param limit UTF-16 units.
 */
export function createKeeper(limit: number): Keeper {
  const bySign = new Map<string, string[]>()
  let size = 0

  function makeRoom(): void {
    const worst = [...bySign].sort(([a], [b]) => (a < b ? 1 : -1)).find(([, lines]) => lines.length > 0)
    size -= worst?.[1].pop()?.length ?? 0
  }

  return {
    add(text) {
      for (const line of text.split('\n')) {
        if (line === '') continue
        const lines = bySign.get(line[0]!) ?? []
        bySign.set(line[0]!, lines)
        lines.push(line)
        size += line.length
        while (size > limit) makeRoom()
      }
    },
    take: () => [...bySign].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, lines]) => lines)
  }
}
