import type { Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'

/** The overrides that found a place in none of the standards that they were tried on. */
export function listUnplaced(tried: readonly ReadonlyMap<number, Problem>[]): readonly Problem[] {
  const [first, ...others] = tried
  const nowhere = [...(first?.keys() ?? [])].filter(index => others.every(each => each.has(index)))
  return nowhere.map(index => {
    const all = tried.map(each => each.get(index)!)
    const problem = all.find(({ code }) => code !== 'override/no-standard')
    if (problem) return problem
    const ids = [...new Set(all.map(({ values }) => String(values['allowed'])))]
    const value = String(all[0]!.values['value'])
    const meant = suggest(value, ids)
    const values = { value, allowed: ids.join(', ') }
    return { ...all[0]!, values, ...(meant === undefined ? {} : { meant }) }
  })
}
