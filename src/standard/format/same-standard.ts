import type { FindStandard } from '../find.ts'
import { loadStandard } from '../load.ts'

/**
 * Whether two texts of one file are the same standard: the same plan, criteria, metrics and mistakes, whatever the
 * lines they stand in. True for files that are no standards.
 */
export function isSameStandard(file: string, before: string, after: string, find: FindStandard): boolean {
  return summarise(file, before, find) === summarise(file, after, find)
}

function summarise(file: string, text: string, find: FindStandard): string {
  const { standard, written, problems } = loadStandard(file, text, 'en', find)
  const compiled = standard && {
    ...standard,
    hash: undefined,
    prefilter: undefined,
    applies: standard.applies?.text,
    criteria: standard.criteria.map(({ examples, ...criterion }) => ({
      ...criterion,
      place: undefined,
      examples: examples.map(({ kind, source }) => ({ kind, source }))
    })),
    metrics: standard.metrics.map(({ header, target, examples }) => ({
      header,
      target,
      examples: examples.map(({ source }) => source)
    }))
  }
  // Mistakes stand in other lines afterwards, and so may come in another order.
  const mistakes = problems.map(({ code, values }) => JSON.stringify([code, { ...values, line: 0 }])).sort()
  return JSON.stringify([compiled, written?.standard, mistakes])
}
