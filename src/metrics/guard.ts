import type { AnyGauge } from './metric.ts'

interface GuardState {
  inner: unknown
  unknown: number
}

/** A gauge of the rows for which a condition holds; those of which that cannot be known are counted with the unknown. */
export function guardGauge<Row>(
  gauge: AnyGauge<Row>,
  when: ((row: Row) => boolean | undefined) | undefined
): AnyGauge<Row> {
  if (!when) return gauge
  const { apart } = gauge
  const guarded = {
    init: (): GuardState => ({ inner: gauge.init(), unknown: 0 }),
    add(state: GuardState, row: Row): void {
      const applies = when(row)
      if (applies) gauge.add(state.inner, row)
      else if (applies === undefined) state.unknown++
    },
    merge: (a: GuardState, b: GuardState): GuardState => ({
      inner: gauge.merge(a.inner, b.inner),
      unknown: a.unknown + b.unknown
    }),
    finish({ inner, unknown }: GuardState) {
      const value = gauge.finish(inner)
      return { ...value, unknown: value.unknown + unknown }
    },
    apart: apart && {
      own(state: GuardState, row: Row): void {
        const applies = when(row)
        if (applies) apart.own(state.inner, row)
        else if (applies === undefined) state.unknown++
      },
      shared(state: GuardState, row: Row): void {
        if (when(row)) apart.shared(state.inner, row)
      },
      finish(own: GuardState, shared: GuardState) {
        const value = apart.finish(own.inner, shared.inner)
        return { ...value, unknown: value.unknown + own.unknown }
      }
    }
  }
  return guarded as unknown as AnyGauge<Row>
}
