/** What a baseline holds of findings that were there when it was made; no word of a contact. */
export interface BaselineEntry {
  readonly rule: string
  /** The contact or the file. */
  readonly where: string
  /** A fingerprint. */
  readonly what: string
  readonly count: number
}

/** Raised when a key changes its meaning or goes away. */
const VERSION = 1

const MOST = 0xffffffff

/** The first line of a baseline. */
export function headerLine(command: string): string {
  return JSON.stringify({ 'linecheck-baseline': VERSION, command })
}

/** The command that a baseline was made by; `undefined` when the line is no header of one. */
export function readHeaderLine(line: string): string | undefined {
  const value = parseObject(line)
  return value?.['linecheck-baseline'] === VERSION && typeof value['command'] === 'string'
    ? value['command']
    : undefined
}

export function entryLine({ rule, where, what, count }: BaselineEntry): string {
  return JSON.stringify({ rule, where, what, count })
}

/** An entry; `undefined` when the line is none. */
export function readEntryLine(line: string): BaselineEntry | undefined {
  const value = parseObject(line)
  if (!value) return undefined
  const { rule, where, what, count, ...rest } = value
  if (typeof rule !== 'string' || typeof where !== 'string' || Object.keys(rest).length > 0) return undefined
  if (typeof what !== 'string' || !/^[0-9a-f]{16}$/.test(what)) return undefined
  if (!Number.isInteger(count) || (count as number) < 1 || (count as number) > MOST) return undefined
  return { rule, where, what, count: count as number }
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
