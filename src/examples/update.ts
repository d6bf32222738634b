import type { YamlEdit } from '../standard/yaml-edit.ts'
import type { CaseResult, Difference } from './run-cases.ts'

/**
 * The changes to a file of tests that make its quotes, messages, scores and bands what came out. Whether a criterion
 * passes is for people to decide: an expected status is never changed, nor what stands beside a wrong one.
 */
export function updatesFor(results: readonly CaseResult[]): readonly YamlEdit[] {
  return results.flatMap(({ test, differences }) => {
    // The score that follows from a wrong outcome is wrong too.
    const sound = !differences.some(({ what }) => what === 'status' || what === 'contact')
    return differences.flatMap((difference): YamlEdit[] => {
      const { what, criterion, actual } = difference
      switch (what) {
        case 'quotes':
          return [{ path: [...test.path, 'expect', criterion!, 'quotes'], value: actual }]
        case 'message':
          return [{ path: [...test.path, 'expect', criterion!, 'message'], value: actual[0]! }]
        case 'score':
        case 'band':
          return sound ? [{ path: [...test.path, what], value: plainValue(difference) }] : []
        default:
          return []
      }
    })
  })
}

function plainValue({ what, actual }: Difference): string | number | null {
  const [text] = actual
  if (text === undefined || text === 'null') return null
  return what === 'score' ? Number(text) : text
}
