import type { Script } from '../script.ts'
import { findAssertions, type Assertion } from './polarity.ts'
import { findPromises, promiseKinds, type Promised } from './promises.ts'

/** What a script commits a company to. */
export interface Commitments {
  readonly promised: readonly Promised[]
  readonly asserted: readonly Assertion[]
}

export function commitmentsOf({ text, slots }: Script): Commitments {
  return { promised: findPromises(text, slots), asserted: findAssertions(text) }
}

type Span = readonly [from: number, to: number]

/** Where two scripts contradict each other. */
export interface Difference {
  readonly here: Span
  readonly there: Span
}

/**
 * The first thing of which both scripts speak and say something else: a figure of one kind, one of them in each that the
 * other one has not, or a word and its contrary. What only one of them speaks of is no contradiction.
 */
export function findDifference(here: Commitments, there: Commitments): Difference | undefined {
  for (const kind of promiseKinds) {
    const [own, other] = [here, there].map(({ promised }) => promised.filter(one => one.kind === kind))
    const only = own!.find(({ value }) => !other!.some(one => one.value === value))
    const counter = other!.find(({ value }) => !own!.some(one => one.value === value))
    if (only && counter) return { here: [only.from, only.to], there: [counter.from, counter.to] }
  }
  for (const assertion of here.asserted) {
    const { about, holds } = assertion
    const contrary = there.asserted.find(other => other.about === about && other.holds !== holds)
    // A script that says both has two cases in it.
    const both = [here, there].some(
      ({ asserted }) =>
        asserted.some(one => one.about === about && one.holds) &&
        asserted.some(one => one.about === about && !one.holds)
    )
    if (contrary && !both)
      return { here: [assertion.from, assertion.to], there: [contrary.from, contrary.to] }
  }
  return undefined
}

/** The same for scripts that commit to the same. */
export function signatureOf({ promised, asserted }: Commitments): string {
  const figures = promised.map(({ kind, value }) => `${kind}:${value}`)
  return [...new Set([...figures, ...asserted.map(({ about, holds }) => `${holds ? '+' : '-'}${about}`)])]
    .sort()
    .join('|')
}
