import type * as z from 'zod'

/** Where in a map of YAML something stands: keys and indexes. */
export type Path = readonly (string | number)[]

/** What can be wrong with the options of a metric that are well formed. */
export type MetricFault =
  | { readonly kind: 'duration' | 'period' | 'target' | 'number'; readonly value: string }
  | { readonly kind: 'unknown-name'; readonly value: string; readonly allowed: string }
  | { readonly kind: 'not-together'; readonly value: string; readonly beside: string }
  | { readonly kind: 'bad-value'; readonly value: string; readonly allowed: string }

/** A moment of a row. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number
  /** The day in the calendar's time zone, or as written where the source states no zone: `YYYY-MM-DD`. */
  readonly day: string
  /** Minutes of that day, 0 to 1439. */
  readonly minute: number
}

/**
 * What a metric may ask of the standard it stands in. `Row` is one contact or log row, of which metrics know nothing but
 * what these readers give; `undefined` is a value that the row does not hold. Paths lead from the root of the options.
 */
export interface MetricEnv<Row> {
  /** A condition in CEL or something said, as everywhere in a standard. */
  condition(source: unknown, at: Path): (row: Row) => boolean | undefined
  /** A number: a field, or an expression over fields. */
  number(source: string, at: Path): (row: Row) => number | undefined
  /** A text to group or match by: a field, `agent`, `team`, `customer`, or an expression. */
  key(source: string, at: Path): (row: Row) => string | undefined
  /** A moment: a field with a time; `started` by default. */
  moment(source: string | undefined, at: Path): (row: Row) => Moment | undefined
  /** What a row is called in lists of rows behind a figure. */
  name(row: Row): string
  report(fault: MetricFault, at: Path): void
}

/** Rows behind a figure: the first few by time and name, and how many there are in all. */
export interface RowList {
  readonly total: number
  readonly shown: readonly string[]
}

/** One figure over rows. */
export interface MetricValue {
  /** `null` where there is nothing to take a figure of. */
  readonly value: number | null
  /** Rows (or cases, windows, answers) that the figure rests on. */
  readonly n: number
  /** 95 % confidence interval, where one can be had. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** Rows that could not be taken in because a value was missing or unreadable. */
  readonly unknown: number
  /** Rows that tell against the target: not answered in time, quota missed, among but not of. */
  readonly against: RowList
  /** Figures that this one is made of, by name: numerator, denominator, items, dimensions, states of cases. */
  readonly parts: readonly { readonly name: string; readonly value: number | null; readonly n: number }[]
}

/**
 * A metric made ready: rows go in one by one, in any order and in any number of parts; the same rows give the same value.
 * `add` may change the state it is given; `merge` may take over either state.
 */
export interface Gauge<Row, State> {
  init(): State
  add(state: State, row: Row): void
  merge(a: State, b: State): State
  finish(state: State): MetricValue
}

/** One kind of metric: its name in a standard, the shape of its options, and how it is made ready. */
export interface MetricKind<Options, State> {
  readonly name: string
  /** What the figure is: a share (0 to 1), or a number of its own unit. */
  readonly figure: 'share' | 'number'
  readonly options: z.ZodType<Options>
  compile<Row>(options: Options, env: MetricEnv<Row>): Gauge<Row, State>
}
