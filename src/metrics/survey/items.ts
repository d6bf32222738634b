import type { MetricEnv, Path } from '../metric.ts'
import type { SideSource, SurveyOptions } from './options.ts'

/** An answer of a row: `undefined` where there is none, `null` where the row is not one that is asked. */
type ReadSide<Row> = (row: Row) => number | undefined | null

/** One item of a survey made ready. */
export interface Item<Row> {
  readonly name: string
  readonly dimension: string | undefined
  readonly weight: number
  /** Whether both answers come from the same row, and only rows with both count. */
  readonly paired: boolean
  readonly perceived: ReadSide<Row>
  readonly expected: ReadSide<Row>
}

/** Reads the items, each with where its answers are found. */
export function compileItems<Row>(options: SurveyOptions, env: MetricEnv<Row>): readonly Item<Row>[] {
  const { items, item, scale } = options
  const nameOf = item === undefined ? undefined : env.key(item, ['item'])
  if (scale && scale[0] >= scale[1]) {
    const [low, high] = scale
    env.report({ kind: 'bad-value', value: `${low}, ${high}`, allowed: `[${high}, ${low}]` }, ['scale'])
  }
  if (Object.keys(items).length === 0) env.report({ kind: 'missing', value: 'items' }, ['items'])
  reportWeights(options, env)
  return Object.entries(items).map(([name, source]) => {
    const side = (key: 'perceived' | 'expected'): ReadSide<Row> => {
      const own = source[key]
      const written = own ?? options[key]
      if (written === undefined) {
        env.report({ kind: 'missing', value: key }, ['items', name])
        return () => undefined
      }
      const read = readSide(written, own === undefined ? [key] : ['items', name, key], env)
      return row => (nameOf && nameOf(row) !== name ? null : inScale(read(row), scale))
    }
    const groups = [source.perceived ?? options.perceived, source.expected ?? options.expected]
    return {
      name,
      dimension: source.dimension,
      weight: source.weight ?? 1,
      paired: !groups.some(group => typeof group === 'object'),
      perceived: side('perceived'),
      expected: side('expected')
    }
  })
}

function reportWeights<Row>({ items, weights = {} }: SurveyOptions, env: MetricEnv<Row>): void {
  const known = new Set(Object.values(items).flatMap(({ dimension }) => dimension ?? []))
  for (const name of Object.keys(weights)) {
    if (known.has(name)) continue
    env.report({ kind: 'unknown-name', value: name, allowed: [...known].join(', ') || '–' }, [
      'weights',
      name
    ])
  }
}

function readSide<Row>(source: SideSource, at: Path, env: MetricEnv<Row>): ReadSide<Row> {
  if (typeof source === 'string') return env.number(source, at)
  const asked = env.condition(source.of, [...at, 'of'])
  const read = env.number(source.value, [...at, 'value'])
  return row => {
    const belongs = asked(row)
    return belongs ? read(row) : belongs === false ? null : undefined
  }
}

function inScale(
  answer: number | undefined | null,
  scale: SurveyOptions['scale']
): number | undefined | null {
  if (answer === undefined || answer === null || !scale) return answer
  return answer >= scale[0] && answer <= scale[1] ? answer : undefined
}
