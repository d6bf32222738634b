/** What two streams have in common, and how much only one of them has. */
export interface JoinCounts {
  both: number
  onlyFirst: number
  onlySecond: number
  /** A key that only one of them has. */
  example?: string | undefined
}

export function newJoinCounts(): JoinCounts {
  return { both: 0, onlyFirst: 0, onlySecond: 0 }
}

/**
 * Pairs what has the same key. In step the two are read side by side and nothing is kept; what comes in another order
 * waits for its partner. A key that comes several times pairs first with first.
 */
export async function* joinByKey<A, B>(
  first: AsyncIterable<A>,
  second: AsyncIterable<B>,
  keyOfFirst: (item: A) => string,
  keyOfSecond: (item: B) => string,
  counts: JoinCounts
): AsyncGenerator<readonly [A, B]> {
  const [left, right] = [newWaiting<A>(), newWaiting<B>()]
  const [a, b] = [first[Symbol.asyncIterator](), second[Symbol.asyncIterator]()]
  try {
    for (;;) {
      const [x, y] = [await a.next(), await b.next()]
      if (x.done && y.done) break
      const [key, other] = [
        x.done ? undefined : keyOfFirst(x.value),
        y.done ? undefined : keyOfSecond(y.value)
      ]
      if (key !== undefined && key === other && left.size() === 0 && right.size() === 0) {
        counts.both++
        yield [x.value as A, y.value as B]
        continue
      }
      if (!x.done) {
        const partner = right.take(key!)
        if (partner === undefined) left.put(key!, x.value)
        else {
          counts.both++
          yield [x.value, partner.item]
        }
      }
      if (!y.done) {
        const partner = left.take(other!)
        if (partner === undefined) right.put(other!, y.value)
        else {
          counts.both++
          yield [partner.item, y.value]
        }
      }
    }
  } finally {
    await a.return?.()
    await b.return?.()
  }
  counts.onlyFirst += left.size()
  counts.onlySecond += right.size()
  counts.example ??= left.any() ?? right.any()
}

interface Waiting<T> {
  put(key: string, item: T): void
  take(key: string): { readonly item: T } | undefined
  size(): number
  any(): string | undefined
}

function newWaiting<T>(): Waiting<T> {
  const items = new Map<string, T[]>()
  let size = 0
  return {
    put(key, item) {
      size++
      const known = items.get(key)
      if (known) known.push(item)
      else items.set(key, [item])
    },
    take(key) {
      const known = items.get(key)
      if (!known) return undefined
      size--
      const item = known.shift()!
      if (known.length === 0) items.delete(key)
      return { item }
    },
    size: () => size,
    any: () => items.keys().next().value
  }
}
