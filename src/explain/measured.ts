import { measures } from '../checks/measures/index.ts'
import { aggregates, type Aggregate, type Measure } from '../checks/measures/measure.ts'
import type { MeasureOptions } from '../checks/measures/options.ts'
import type { By } from '../checks/view.ts'

/** What a measure measures: the quantity, how its values become one, and whose it is. */
export interface Measured {
  readonly quantity: Measure
  readonly aggregate: Aggregate
  readonly by: By
}

/** `undefined` when the options name no quantity. */
export function whatIsMeasured(options: MeasureOptions): Measured | undefined {
  const quantity = measures.find(({ name }) => options[name] !== undefined)
  if (!quantity) return undefined
  const choice = options[quantity.name] as Aggregate | By
  return isAggregate(choice)
    ? { quantity, aggregate: choice, by: options.by ?? quantity.speakers[0] }
    : { quantity, aggregate: 'total', by: choice }
}

function isAggregate(choice: Aggregate | By): choice is Aggregate {
  return (aggregates as readonly string[]).includes(choice)
}
