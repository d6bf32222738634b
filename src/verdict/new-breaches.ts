import type { Evaluation } from '../model/evaluation.ts'

/** Breaches by one standard that were not there before. */
export interface NewBreaches {
  readonly standard: string
  /** Contacts with a new fatal breach. */
  readonly fatal: number
  /** Contacts below the pass mark that have a new breach. */
  readonly failed: number
  /** Criteria failed anew. */
  readonly criteria: number
}

/** Adds the breaches of an evaluation that nobody waived. */
export function addBreaches(sum: NewBreaches, { criteria, passed }: Evaluation): NewBreaches {
  const breaches = criteria.filter(({ status, waived }) => status === 'fail' && !waived)
  if (breaches.length === 0) return sum
  return {
    standard: sum.standard,
    fatal: sum.fatal + (breaches.some(({ fatal }) => fatal) ? 1 : 0),
    failed: sum.failed + (passed === false ? 1 : 0),
    criteria: sum.criteria + breaches.length
  }
}

export function noBreaches(standard: string): NewBreaches {
  return { standard, fatal: 0, failed: 0, criteria: 0 }
}

export function mergeBreaches(a: NewBreaches, b: NewBreaches): NewBreaches {
  return {
    standard: a.standard,
    fatal: a.fatal + b.fatal,
    failed: a.failed + b.failed,
    criteria: a.criteria + b.criteria
  }
}
