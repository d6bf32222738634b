import type { Aggregate, Sample } from './measure.ts'

/** The values to be judged: all of them, or the one they come to. `count` and `total` of none are 0. */
export function aggregateSamples(samples: readonly Sample[], aggregate: Aggregate): readonly Sample[] {
  switch (aggregate) {
    case 'count':
      return [{ value: samples.length, weight: 1 }]
    case 'total':
      return [{ value: samples.reduce((sum, sample) => sum + sample.value, 0), weight: 1 }]
    case 'each':
    case 'share':
      return samples
    case 'first':
      return samples.slice(0, 1)
    case 'min':
      return sorted(samples).slice(0, 1)
    case 'max':
      return sorted(samples).slice(-1)
    case 'p90': {
      // Nearest rank; 9n/10 is exact where n times 0.9 is not.
      const rank = Math.ceil((samples.length * 9) / 10)
      return sorted(samples).slice(Math.max(0, rank - 1), rank)
    }
    case 'mean':
      return samples.length === 0 ? [] : [meanOf(samples)]
  }
}

/** Sorted by value; of equal ones the earlier stays first. */
function sorted(samples: readonly Sample[]): readonly Sample[] {
  return [...samples].sort((a, b) => a.value - b.value)
}

function meanOf(samples: readonly Sample[]): Sample {
  const weight = samples.reduce((sum, sample) => sum + sample.weight, 0)
  const sum = samples.reduce((total, sample) => total + sample.value * sample.weight, 0)
  return { value: sum / weight, weight }
}
