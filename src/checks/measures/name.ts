import { formatDuration } from '../../text/quantity.ts'
import type { By } from '../view.ts'
import type { Say } from '../words.ts'
import type { Limits } from './bounds.ts'
import type { Aggregate, Measure } from './measure.ts'

/** What a figure is called in messages: `mean reply time`, `silence over 5s`, `talk share of the agent`. */
export type NameOf = (limits: Pick<Limits, 'over'>) => string

export function nameFigure(measure: Measure, aggregate: Aggregate, by: By, say: Say): NameOf {
  const who = say(`by.${by}`)
  const plain = say(measure.title, { by: who })
  const owned =
    by === measure.speakers[0] || measure.scopeOf || !measure.takes.includes('by')
      ? plain
      : say('of.by', { name: plain, by: who })
  return ({ over }) => {
    const bounded = over === undefined ? owned : say('of.over', { name: owned, over: formatDuration(over) })
    return nameAggregate(bounded, measure, aggregate, say)
  }
}

function nameAggregate(name: string, measure: Measure, aggregate: Aggregate, say: Say): string {
  switch (aggregate) {
    case 'first':
    case 'mean':
    case 'min':
    case 'max':
    case 'p90':
      return say(`of.${aggregate}`, { name })
    case 'total':
      // Where a quantity is one figure anyway, its name says all.
      return measure.choices.includes('total') && measure.choices.length > 1
        ? say('of.total', { name })
        : name
    case 'each':
    case 'count':
    case 'share':
      return name
  }
}
