import type * as z from 'zod'
import type { MetricValue } from '../model/metric.ts'
import type { Calendar } from './calendar/calendar.ts'

export type { MetricPart, MetricValue, RowList } from '../model/metric.ts'

/** Where in a map of YAML something stands: keys and indexes. */
export type Path = readonly (string | number)[]

/** What can be wrong with the options of a metric that are well formed. */
export type MetricFault =
  | { readonly kind: 'duration' | 'period' | 'target' | 'number'; readonly value: string }
  | { readonly kind: 'unknown-name'; readonly value: string; readonly allowed: string }
  | { readonly kind: 'not-together'; readonly value: string; readonly beside: string }
  | { readonly kind: 'bad-value'; readonly value: string; readonly allowed: string }
  /** A key without which the others say nothing. */
  | { readonly kind: 'missing'; readonly value: string }
  /** Something that needs a calendar, where the standard has none. */
  | { readonly kind: 'no-calendar'; readonly value: string }

/** A moment of a row. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z; of the day alone where `day` is empty. */
  readonly at: number
  /** The day in the calendar's time zone, or as written where the source states no zone: `YYYY-MM-DD`; '' for none. */
  readonly day: string
  /** Minutes of that day, 0 to 1439. */
  readonly minute: number
  /** Only the day is known. */
  readonly dateOnly?: boolean | undefined
}

/** Schemas of what a standard says everywhere alike, for the options of metrics to be made of. */
export interface MetricWords {
  /** A condition: CEL, something said, a criterion's outcome, or several of them. */
  readonly condition: z.ZodType
}

/**
 * What a metric may ask of the standard it stands in. `Row` is one contact or log row, of which metrics know nothing but
 * what these readers give; `undefined` is a value that the row does not hold. Paths lead from the root of the options.
 */
export interface MetricEnv<Row> {
  /** A condition as everywhere in a standard. */
  condition(source: unknown, at: Path): (row: Row) => boolean | undefined
  /** A number: a field, or an expression over fields; a length of time in seconds. */
  number(source: string, at: Path): (row: Row) => number | undefined
  /** A text to group or match by: a field, `agent`, `team`, `customer`, or an expression. */
  key(source: string, at: Path): (row: Row) => string | undefined
  /** A moment: a field with a time; by default the one of the metric, which is `started` unless it says otherwise. */
  moment(source: string | undefined, at: Path): (row: Row) => Moment | undefined
  /** The calendar of the standard, for working time. */
  readonly calendar?: Calendar | undefined
  /** Whether a number of one row, were it the figure, would miss the target: such rows tell against it. */
  misses(figure: number): boolean
  /** What a row is called in lists of rows behind a figure. */
  name(row: Row): string
  /** Another metric of the standard by its id, without its groups and target; reported and `undefined` when there is none. */
  metric(id: string, at: Path): NamedGauge<Row> | undefined
  report(fault: MetricFault, at: Path): void
}

/**
 * A metric made ready: rows go in one by one, in any order and in any number of parts; the same rows give the same value.
 * `add` may change the state it is given; `merge` may take over either state. States are plain data that can be cloned.
 */
export interface Gauge<Row, State> {
  init(): State
  add(state: State, row: Row): void
  merge(a: State, b: State): State
  finish(state: State): MetricValue
  /**
   * Of a metric whose rows look at each other, such as cases and what follows them up: how it is taken of the rows of a
   * group or period without losing sight of the others. Not there where each row stands for itself.
   */
  readonly apart?: Apart<Row, State> | undefined
}

/** `add` in two halves, and the figure of some rows in view of all. */
export interface Apart<Row, State> {
  /** What a row is for its own group. */
  own(state: State, row: Row): void
  /** What it may be for any group; the state it goes into is that of all rows. */
  shared(state: State, row: Row): void
  finish(own: State, shared: State): MetricValue
}

/** A gauge whose kind of state only it knows. */
export type AnyGauge<Row> = Gauge<Row, unknown>

/** A metric that another one is made of. */
export interface NamedGauge<Row> {
  readonly name: string
  readonly figure: MetricKind<unknown, unknown>['figure']
  readonly gauge: AnyGauge<Row>
}

/** One kind of metric: its name in a standard, the shape of its options, and how it is made ready. */
export interface MetricKind<Options, State> {
  readonly name: string
  /** What the figure is: a share (0 to 1), or a number of its own unit. */
  readonly figure: 'share' | 'number'
  options(words: MetricWords): z.ZodType<Options>
  compile<Row>(options: Options, env: MetricEnv<Row>): Gauge<Row, State>
}

/** A kind of metric whose options have been proved by its own schema. */
export interface AnyMetric {
  readonly name: string
  readonly figure: 'share' | 'number'
  options(words: MetricWords): z.ZodType
  compile<Row>(options: unknown, env: MetricEnv<Row>): AnyGauge<Row>
}

/** Forgets the types of options and state: the schema vouches for the one, and nobody else makes the other. */
export function anyMetric<Options, State>(kind: MetricKind<Options, State>): AnyMetric {
  return {
    name: kind.name,
    figure: kind.figure,
    options: words => kind.options(words),
    compile: <Row>(options: unknown, env: MetricEnv<Row>) =>
      kind.compile(options as Options, env) as unknown as AnyGauge<Row>
  }
}
