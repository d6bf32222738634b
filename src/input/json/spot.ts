import type { Code } from '../../diagnostics/catalogue.ts'
import type { Severity } from '../../diagnostics/problem.ts'
import type { Values } from '../../diagnostics/wording.ts'
import { type Moment, parseMoment } from '../times.ts'
import { shapeError, type ShapeError } from './shape-error.ts'

/** Takes note of a problem of the document that is being read. */
export type Tell = (code: Code, severity: Severity, values: Values) => void

/**
 * A value of a document and where it stands. Keys are found whatever their case and underscores, since the same
 * export is written `message_time` by one program and `messageTime` by another.
 */
export interface Spot {
  readonly value: unknown
  /** A JSON path: `$.Transcript[2].Content`. */
  readonly path: string
  readonly tell: Tell
}

/** The value under keys with dots between them; its value is undefined where there is none. */
export function at(spot: Spot, keys: string): Spot {
  let { value, path } = spot
  for (const key of keys.split('.')) {
    value = isObject(value) ? member(value, key) : undefined
    path = `${path}.${key}`
  }
  return { value, path, tell: spot.tell }
}

/** The first of several places that holds something. */
export function firstOf(spot: Spot, ...keys: readonly string[]): Spot {
  const spots = keys.map(key => at(spot, key))
  return spots.find(isFilled) ?? spots[0]!
}

/** Whether there is a value that is not null. */
export function isFilled({ value }: Spot): boolean {
  return value !== undefined && value !== null
}

/** The elements of a list; none where there is no list. Anything else is told as a warning. */
export function listAt(spot: Spot, keys: string): readonly Spot[] {
  const list = at(spot, keys)
  if (Array.isArray(list.value)) {
    return list.value.map((value: unknown, i) => ({ value, path: `${list.path}[${i}]`, tell: spot.tell }))
  }
  if (isFilled(list)) tellWrong(list, '[...]')
  return []
}

/** A text, or a number as one; undefined when it is missing, empty or, which is told, something else. */
export function textAt(spot: Spot, ...keys: readonly string[]): string | undefined {
  const found = firstOf(spot, ...keys)
  const { value } = found
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (isFilled(found)) tellWrong(found, 'string, number')
  return undefined
}

/** A number, or a text of digits as one. */
export function numberAt(spot: Spot, ...keys: readonly string[]): number | undefined {
  const found = firstOf(spot, ...keys)
  const { value } = found
  if (!isFilled(found) || value === '') return undefined
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  tellWrong(found, '0, 1, 2.5, ...')
  return undefined
}

/** Ms since 1970 that no export reaches: the year 5138. */
const LATEST = 1e14

/** Ms of a span or offset that the source counts in units of `unit` ms; undefined when there is none. */
export function spanAt(spot: Spot, unit: number, ...keys: readonly string[]): number | undefined {
  const found = firstOf(spot, ...keys)
  const { value } = found
  // As protocol buffers are written in JSON: "12.500s".
  const written = typeof value === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(value)?.[1] : undefined
  if (written !== undefined) return Math.round(Number(written) * 1000)
  const number = numberAt(spot, ...keys)
  if (number === undefined) return undefined
  if (number >= 0 && number * unit < LATEST) return Math.round(number * unit)
  tellWrong(found, '0, 1, 2.5, ...')
  return undefined
}

/** Seconds of a span that the source counts in units of `unit` ms. */
export function secondsAt(spot: Spot, unit: number, ...keys: readonly string[]): number | undefined {
  const ms = spanAt(spot, unit, ...keys)
  return ms === undefined ? undefined : ms / 1000
}

/** Numbers since 1970 below this are seconds, then ms, microseconds from 10^14 on. */
const EPOCH_MS = 1e11
const EPOCH_US = 1e14

/** A date-time, or a number of seconds, ms or microseconds since 1970. */
export function momentAt(spot: Spot, ...keys: readonly string[]): Moment | undefined {
  const found = firstOf(spot, ...keys)
  const { value } = found
  if (!isFilled(found) || value === '') return undefined
  const number = typeof value === 'string' && /^\d{9,17}$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && number > 0 && number < 1e17) {
    const ms = number < EPOCH_MS ? number * 1000 : number < EPOCH_US ? number : number / 1000
    return { ms: Math.round(ms), zone: 'Z' }
  }
  const moment = typeof value === 'string' ? parseMoment(value) : undefined
  if (!moment) tellWrong(found, '"2026-03-02T09:00:00+08:00"')
  return moment
}

/** What is wrong with the value at a place, for a document that cannot be used. */
export function refuse({ path, value }: Spot, allowed: string): ShapeError {
  return shapeError(path, value, allowed)
}

/** The document is used without this value. */
export function tellWrong(spot: Spot, allowed: string): void {
  spot.tell('input/bad-value', 'warning', { ...refuse(spot, allowed) })
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A key as it is compared: `BeginOffsetMillis`, `begin_offset_millis` -> `beginoffsetmillis`. */
export function foldKey(key: string): string {
  return key.replaceAll(/[_-]/g, '').toLowerCase()
}

function member(object: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(object, key)) return object[key]
  const folded = foldKey(key)
  const name = Object.keys(object).find(candidate => foldKey(candidate) === folded)
  return name === undefined ? undefined : object[name]
}
