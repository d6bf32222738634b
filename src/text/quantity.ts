const units = { ms: 1, s: 1000, sec: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** What a duration looks like, for messages. */
export const durationExamples = '500ms, 30s, 5min, 24h, 3d'

/** Milliseconds of a duration such as `30s`, `1.5 min` or `24h`; `undefined` when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|sec|min|h|d)$/.exec(text.trim())
  if (!match) return undefined
  return Number(match[1]) * units[match[2] as keyof typeof units]
}

const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3})\d*)?$/
const amounts =
  /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|min|m))?\s*(?:(\d+(?:\.\d+)?)\s*(?:秒|sec|s))?$/

/**
 * Seconds of a length of time as exports write it: `11`, `0:00:11`, `1:05` (minutes and seconds), `1.5min`, `1分20秒`.
 * A time of day is the seconds since midnight. `undefined` when it is none.
 */
export function parseSeconds(text: string): number | undefined {
  const written = text.trim()
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return Number(written)
  const [, hours, minutes, seconds, fraction = ''] = clock.exec(written) ?? []
  if (minutes !== undefined) {
    if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined
    return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`)
  }
  const duration = parseDuration(written)
  if (duration !== undefined) return duration / 1000
  const [whole, h, m, s] = amounts.exec(written) ?? []
  if (whole === undefined || (h ?? m ?? s) === undefined) return undefined
  return Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0)
}

/** How a rate counts what was said or typed. */
export type RateUnit = 'chars' | 'words'

export interface Rate {
  /** Characters or words a minute. */
  readonly perMinute: number
  readonly unit: RateUnit
}

/** What a rate looks like, for messages. */
export const rateExamples = '80 chars/min, 4.5 chars/s, 160 words/min'

/** A rate such as `80 chars/min` or `2.5 chars/s`; `undefined` when it is none. */
export function parseRate(text: string): Rate | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(chars?|words?)\s*\/\s*(s|min)$/.exec(text.trim())
  if (!match) return undefined
  const unit: RateUnit = match[2]!.startsWith('char') ? 'chars' : 'words'
  return { perMinute: Number(match[1]) * (match[3] === 's' ? 60 : 1), unit }
}

/** How much text there is. */
export interface Length {
  readonly count: number
  readonly unit: RateUnit
}

/** What a length of text looks like, for messages. */
export const lengthExamples = '200, 200 chars, 60 words'

/** A length of text such as `200 chars` or `60 words`; a bare number counts characters. `undefined` when it is none. */
export function parseLength(text: string): Length | undefined {
  const match = /^(\d+)\s*(chars?|words?)?$/.exec(text.trim())
  if (!match) return undefined
  return { count: Number(match[1]), unit: match[2]?.startsWith('word') ? 'words' : 'chars' }
}

/** A share from 0 to 1 written as a percentage, `80%`; `undefined` when it is none. */
export function parsePercent(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim())
  return match ? Number(match[1]) / 100 : undefined
}

/** A plain decimal number, not negative; `undefined` when it is none. */
export function parseNumber(text: string): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined
}

/** Milliseconds for people: `850ms`, `12.5s`, `1:05`, `1:02:03`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)}ms`
  if (ms < 60_000) return `${Math.round(ms / 100) / 10}s`
  const seconds = Math.round(ms / 1000)
  const pad = (n: number): string => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`
}
