import { fullGrade } from '../checks/measures/grades.ts'
import { nameFigure } from '../checks/measures/name.ts'
import type { MeasureOptions } from '../checks/measures/options.ts'
import { createSay } from '../checks/words.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { Bench } from './bench.ts'
import { whatIsMeasured } from './measured.ts'
import { inset, patternInWords } from './pattern-words.ts'
import { asWritten, capital } from './text.ts'

/** What is told in the sentence, or under it; the other options are shown as they are written. */
const told = new Set(['min', 'max', 'within', 'grades', 'unless', 'by'])

/** What a measure measures and between which bounds it must lie. */
export function measureInWords(options: unknown, { tell, lang, written }: Bench): readonly string[] {
  const source = options as MeasureOptions
  const measured = whatIsMeasured(source)
  if (!measured) return asWritten(options)
  const { quantity, aggregate, by } = measured
  const { min: least, max: most, within, unless, grades } = source
  const full = least === undefined && most === undefined ? fullGrade(grades) : undefined
  const [min, max] = full ? [full.from, full.up_to] : [least, most]
  const name = nameFigure(quantity, aggregate, by, createSay(lang))({ over: undefined })
  const what = capital(
    aggregate === 'each' || aggregate === 'count' ? tell(`measure.${aggregate}`, { what: name }) : name
  )
  const values = {
    what,
    min: String(min),
    max: String(max),
    within: String(within),
    bound: String(max ?? min)
  }
  const key =
    aggregate === 'share'
      ? 'measure.share'
      : min !== undefined && max !== undefined
        ? 'measure.both'
        : min === undefined
          ? 'measure.max'
          : 'measure.min'
  const rest = Object.entries(source).filter(([name]) => name !== quantity.name && !told.has(name))
  return [
    tell(key, values),
    ...gradesInWords(source, tell),
    ...rest.map(([name, value]) => `${name}: ${String(value)}`),
    ...(unless === undefined
      ? []
      : [
          tell('measure.unless', { by: tell(`by.${unless.by ?? 'agent'}`) }),
          ...inset(patternInWords(unless as PatternSource, written.standard, tell))
        ])
  ]
}

function gradesInWords({ grades }: MeasureOptions, tell: Bench['tell']): readonly string[] {
  if (!grades) return []
  const each = grades.map(({ up_to, from, earns }) =>
    up_to === undefined
      ? tell('measure.from', { bound: String(from), earns })
      : tell('measure.upTo', { bound: String(up_to), earns })
  )
  return [...each, tell('measure.beyond')]
}
