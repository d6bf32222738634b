/** Figures of items put together: of each dimension, and of all. */
export interface Weighed {
  readonly value: number | null
  /** Dimensions in the order of their first items; `undefined` for items of none. */
  readonly dimensions: ReadonlyMap<string | undefined, number | null>
}

interface Part {
  readonly dimension: string | undefined
  readonly weight: number
}

/**
 * Weighted means: of the items within a dimension, then of the dimensions; all have the weight 1 unless they say otherwise.
 * Items without a figure, and dimensions without one, take no part. Items of no dimension make one together.
 */
export function weigh(
  items: readonly Part[],
  weights: Readonly<Record<string, number>>,
  figures: readonly (number | null)[]
): Weighed {
  const dimensions = new Map<string | undefined, number | null>()
  for (const { dimension } of items) {
    if (dimensions.has(dimension)) continue
    const own = items.map((item, i) => ({ weight: item.weight, figure: figures[i]!, item }))
    dimensions.set(dimension, meanOf(own.filter(({ item }) => item.dimension === dimension)))
  }
  const parts = [...dimensions].map(([name, figure]) => ({
    weight: name === undefined ? 1 : (weights[name] ?? 1),
    figure
  }))
  return { value: meanOf(parts), dimensions }
}

function meanOf(
  parts: readonly { readonly weight: number; readonly figure: number | null }[]
): number | null {
  let total = 0
  let sum = 0
  for (const { weight, figure } of parts) {
    if (figure === null) continue
    total += weight
    sum += weight * figure
  }
  return total === 0 ? null : sum / total
}
