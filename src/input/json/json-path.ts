import { isObject } from './spot.ts'

/**
 * The value at a path: keys with dots between them, and numbers of elements in brackets or as keys (`a.b[0]`, `a.0`).
 * A key that holds the whole path, dots and all, goes before. `$` or nothing is the value itself.
 */
export function valueAt(value: unknown, path: string): unknown {
  if (isObject(value) && Object.hasOwn(value, path)) return value[path]
  const keys = path
    .replace(/^\$\.?/, '')
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(key => key !== '')
  let part = value
  for (const key of keys) {
    if (Array.isArray(part) && /^\d+$/.test(key)) part = part[Number(key)]
    else if (isObject(part) && Object.hasOwn(part, key)) part = part[key]
    else return undefined
  }
  return part
}

/** A value as the cell of a table: lists of plain values with commas, nothing for objects. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value))
    return value
      .map(cellOf)
      .filter(cell => cell !== '')
      .join(', ')
  return typeof value === 'object' ? '' : String(value)
}
