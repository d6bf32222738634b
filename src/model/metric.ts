import type { Dimension } from './evaluation.ts'

/** Rows behind a figure: the first few by time and name, and how many there are in all. */
export interface RowList {
  readonly total: number
  readonly shown: readonly string[]
}

/** A figure that another one is made of: numerator, denominator, items, dimensions, states of cases. */
export interface MetricPart {
  readonly name: string
  readonly value: number | null
  readonly n: number
}

/** One figure over rows. */
export interface MetricValue {
  /** `null` where there is nothing to take a figure of. A share is 0 to 1. */
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
  readonly parts: readonly MetricPart[]
}

/** How a figure stands against its target: `none` where there is no figure. */
export type TargetVerdict = 'met' | 'missed' | 'none'

/** A figure held against the target of its metric, if there is one. */
export interface JudgedValue extends MetricValue {
  readonly verdict?: TargetVerdict | undefined
  /** The interval holds the edge of the target: another such sample could have come out the other way. */
  readonly close?: boolean | undefined
}

/** A figure of one period, and how far it moved from the one before that has a figure. */
export interface TrendStep {
  /** `null` for rows without a date. */
  readonly period: string | null
  readonly figure: JudgedValue
  readonly change: number | null
}

/** A figure over the rows of one group. `keys` go with `per` of the metric; `null` where a row names none. */
export interface MetricGroup {
  readonly keys: readonly (string | null)[]
  /** What an agent is called. */
  readonly name?: string | undefined
  readonly figure: JudgedValue
  readonly trend: readonly TrendStep[]
}

/** How a figure is shown: a share in percent, a time in seconds, or as it is. */
export type MetricUnit = 'share' | 'seconds' | 'number'

/** What a metric says of itself, known before the first row. */
export interface MetricHeader {
  readonly id: string
  readonly title: string
  readonly clause: readonly string[]
  readonly dimension?: Dimension | undefined
  readonly advice?: string | undefined
  /** The name of its kind: `share`, `mean`, ... */
  readonly kind: string
  readonly unit: MetricUnit
  /** As it is written, with its names filled in: `>= 80%`. */
  readonly target?: string | undefined
  readonly per: readonly string[]
  /** The period that each figure is held against the one before. */
  readonly trend?: string | undefined
  readonly file?: string | undefined
  readonly line?: number | undefined
}

/** One metric over all rows of a run. */
export interface MetricResult {
  readonly standard: string
  readonly metric: MetricHeader
  readonly figure: JudgedValue
  /** By keys in code units, those without a key last; empty without `per`. */
  readonly groups: readonly MetricGroup[]
  readonly trend: readonly TrendStep[]
}
