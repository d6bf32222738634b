import { mappedValue } from '../mapped-value.ts'
import type { Mapping } from '../reader.ts'
import type { Speakers } from '../speakers.ts'
import type { Fit } from './assign-columns.ts'
import type { Sample } from './log-kind.ts'

/** Rows that are enough to see what stands in a column. */
const LOOKED_AT = 200

/** How well columns fit fields by what stands in them: speakers that are known, for others cells that are filled. */
export function fitOf(sample: Sample, speakers: Speakers, mapping: Mapping | undefined): Fit {
  const rows = sample.slice(0, LOOKED_AT)
  return (field, at) => {
    const filled = rows.flatMap(row => (row[at]?.trim() ? [row[at]] : []))
    if (field !== 'role' || filled.length === 0) return rows.length === 0 ? 1 : filled.length / rows.length
    const known = filled.filter(label => speakers.of(mappedValue(mapping, 'role', label)) !== undefined)
    return known.length / filled.length
  }
}
