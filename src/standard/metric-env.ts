import type { ExpressionFault } from '../checks/expression-check.ts'
import type { ConditionSource } from '../checks/sources.ts'
import { readContact, type ContactView } from '../checks/view.ts'
import { coerceField } from '../checks/fields.ts'
import type { MetricEnv, Moment, NamedGauge, Path } from '../metrics/metric.ts'
import type { PatternEnv } from '../pattern/resolve.ts'
import { createCompileEnv, type Surroundings } from './environment.ts'
import { readMoment } from './read-moment.ts'

type Reader<Value> = (view: ContactView) => Value | undefined

/** What the metrics of one standard share: a row is asked for the same thing only once. */
export interface MetricSurroundings {
  readonly around: Surroundings
  readonly patterns: PatternEnv
  readonly readers: Map<string, Reader<unknown>>
}

/** What one metric says that its kind may ask for. */
export interface MetricOwner {
  /** The field with the time of a row. */
  readonly time: string | undefined
  misses(figure: number): boolean
  metric(id: string, at: Path): NamedGauge<ContactView> | undefined
}

const nothing = (): undefined => undefined

/** The environment of a metric, or a part of one, whose options stand at `base` in the file. */
export function createMetricEnv(
  shared: MetricSurroundings,
  base: Path,
  owner: MetricOwner
): MetricEnv<ContactView> {
  const { around, patterns } = shared
  const { reporter, space } = around
  const env = createCompileEnv(around, patterns, base)

  /** Faults are told at every place, but what is read is read once a row. */
  function share<Value>(kind: string, source: unknown, reader: Reader<Value>): Reader<Value> {
    const key = `${kind} ${JSON.stringify(source)}`
    const known = shared.readers.get(key) as Reader<Value> | undefined
    if (known) return known
    const once = readOnce(reader)
    shared.readers.set(key, once)
    return once
  }

  function report(fault: ExpressionFault, at: Path): () => undefined {
    reporter.expression(fault, [...base, ...at])
    return nothing
  }

  /** Fields whose names are no names of CEL, such as Chinese ones, can be asked for by name alone. */
  function isOddField(source: string): boolean {
    return !space.isVariable(source) && Object.hasOwn(space.types, source)
  }

  return {
    condition(source, at) {
      const condition = env.condition(source as ConditionSource, at)
      return share('condition', source, view => {
        const verdict = condition.test(view)
        return verdict.kind === 'value' ? verdict.value : undefined
      })
    },
    number(source, at) {
      if (isOddField(source)) {
        const type = space.types[source]!
        if (type !== 'number' && type !== 'seconds') {
          return report({ kind: 'wrong-result', type, wanted: 'number' }, at)
        }
        return share('number', source, view => coerceField(view.value(source), type) as number | undefined)
      }
      const compiled = space.number(source)
      return compiled.ok ? share('number', source, compiled.value) : report(compiled.fault, at)
    },
    key(source, at) {
      if (source === 'agent') return ({ contact: { agent } }) => agent.id ?? agent.name
      if (source === 'team') return ({ contact: { agent } }) => agent.team
      if (source === 'customer') return ({ contact: { customer } }) => customer.id ?? customer.name
      if (isOddField(source)) {
        return share('key', source, view => coerceField(view.value(source), 'text') as string | undefined)
      }
      const compiled = space.text(source)
      return compiled.ok ? share('key', source, compiled.value) : report(compiled.fault, at)
    },
    moment(source, at) {
      const name = source ?? owner.time ?? 'started'
      if (name !== 'started' && !Object.hasOwn(space.types, name)) {
        // The metric's own time is asked for by many and reported where it is written.
        if (source === undefined) return nothing
        return report({ kind: 'unknown-name', value: name, from: 0, to: name.length }, at)
      }
      return share<Moment>('moment', name, view =>
        readMoment(
          name === 'started' ? readContact(view.contact, name) : view.value(name),
          around.calendar?.zone
        )
      )
    },
    calendar: around.calendar,
    misses: owner.misses,
    name: view => view.contact.id,
    metric: (id, at) => owner.metric(id, [...base, ...at]),
    report: (fault, at) => reporter.metric(fault, [...base, ...at])
  }
}

/** Rows come one after the other: only the last one can be asked for again. */
function readOnce<Value>(read: Reader<Value>): Reader<Value> {
  let last: ContactView | undefined
  let value: Value | undefined
  return view => {
    if (view !== last) {
      value = read(view)
      last = view
    }
    return value
  }
}
