import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import { noRows } from '../rows.ts'
import type { AnyGauge, MetricEnv, MetricKind, NamedGauge, Path } from '../metric.ts'
import { share, type ShareOptions } from './share.ts'

/** Ids of metrics that are shares, or shares themselves. */
export interface ProductOptions {
  readonly of: readonly (string | ShareOptions)[]
}

type ProductState = unknown[]

/**
 * The product of shares, such as the rates at which the steps of a service succeed one after the other. There is no
 * interval: the steps of one contact do not vary independently.
 */
export const product: MetricKind<ProductOptions, ProductState> = {
  name: 'product',
  figure: 'share',
  options: words =>
    closed({
      of: z
        .array(z.union([z.string().min(1), share.options(words)]))
        .min(2)
        .describe('Ids of metrics that are shares, or shares.')
    }) as unknown as z.ZodType<ProductOptions>,
  compile({ of }, env) {
    const factors = of.flatMap((factor, i) => compileFactor(factor, env, ['of', i]) ?? [])
    return {
      init: () => factors.map(({ gauge }) => gauge.init()),
      add(state, row) {
        for (const [i, { gauge }] of factors.entries()) gauge.add(state[i], row)
      },
      merge: (a, b) => factors.map(({ gauge }, i) => gauge.merge(a[i], b[i])),
      finish(state) {
        const values = factors.map(({ gauge }, i) => gauge.finish(state[i]))
        const known = values.flatMap(({ value }) => (value === null ? [] : [value]))
        const complete = known.length === values.length && values.length > 0
        return {
          value: complete ? known.reduce((whole, value) => whole * value, 1) : null,
          n: Math.min(...values.map(({ n }) => n)),
          unknown: values.reduce((total, { unknown }) => total + unknown, 0),
          // A row can fail at several steps; the rows behind each are those of its own metric.
          against: noRows,
          parts: values.map(({ value, n }, i) => ({ name: factors[i]!.name, value, n }))
        }
      }
    }
  }
}

function compileFactor<Row>(
  factor: string | ShareOptions,
  env: MetricEnv<Row>,
  at: Path
): NamedGauge<Row> | undefined {
  if (typeof factor !== 'string') {
    const gauge = share.compile(factor, within(env, at)) as unknown as AnyGauge<Row>
    return {
      name: typeof factor.of === 'string' ? factor.of : `#${Number(at.at(-1)) + 1}`,
      figure: 'share',
      gauge
    }
  }
  const found = env.metric(factor, at)
  if (!found || found.figure === 'share') return found
  env.report({ kind: 'bad-value', value: factor, allowed: 'share, product' }, at)
  return undefined
}

/** The same environment for options that stand further down. */
function within<Row>(env: MetricEnv<Row>, base: Path): MetricEnv<Row> {
  return {
    ...env,
    condition: (source, at) => env.condition(source, [...base, ...at]),
    report: (fault, at) => env.report(fault, [...base, ...at])
  }
}
