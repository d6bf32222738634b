import type { Problem } from '../diagnostics/problem.ts'
import { findNearest } from '../diagnostics/suggest.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { TestFile } from './test-file.ts'

/** Names in a file of tests that its standard does not know. */
export function checkCases(tests: TestFile, standard: CompiledStandard): readonly Problem[] {
  const criteria = standard.criteria.map(criterion => criterion.id)
  const bands = standard.plan.bands.map(band => band.name)
  return tests.cases.flatMap(({ expect, marks, band, bandPlace }): Problem[] => {
    const named = [
      ...expect,
      ...Object.entries(marks).map(([criterion, { place }]) => ({ criterion, place }))
    ]
    const unknown = named
      .filter(({ criterion }) => !criteria.includes(criterion))
      .map(({ criterion, place: at }): Problem => {
        const values = { value: criterion, standard: standard.id }
        return {
          code: 'test/unknown-criterion',
          severity: 'error',
          place: at,
          values,
          ...findNearest(criterion, criteria)
        }
      })
    if (band === undefined || band === null || bands.includes(band)) return unknown
    const values = { value: band, standard: standard.id, allowed: bands.join(', ') || '–' }
    const meant = findNearest(band, bands)
    return [...unknown, { code: 'test/unknown-band', severity: 'error', place: bandPlace, values, ...meant }]
  })
}
