import type { Path } from '../pattern/resolve.ts'

type Plain = Readonly<Record<string, unknown>>

/** The same value with another one at a path. Only what lies on the path is made anew: files share what they alias. */
export function setAt(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(root)) {
    const items: readonly unknown[] = root
    return items.with(Number(key), setAt(items[Number(key)], rest, value))
  }
  const map = asPlain(root)
  const inner = Object.hasOwn(map, key) ? map[key] : undefined
  return { ...map, [key]: setAt(inner, rest, value) }
}

/** The same value without the key of a map. */
export function removeAt(root: unknown, path: Path): unknown {
  const parent = path.slice(0, -1)
  const last = String(path.at(-1))
  const change = (value: unknown, [key, ...rest]: Path): unknown => {
    if (key !== undefined) {
      const inner: unknown = Array.isArray(value) ? value[Number(key)] : asPlain(value)[key]
      return setAt(value, [key], change(inner, rest))
    }
    return Object.fromEntries(Object.entries(asPlain(value)).filter(([name]) => name !== last))
  }
  return change(root, parent)
}

function asPlain(value: unknown): Plain {
  return typeof value === 'object' && value !== null ? (value as Plain) : {}
}
