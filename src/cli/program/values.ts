import { InvalidArgumentError } from 'commander'

// How values of options are read; what cannot be read is told by commander with the option.

export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** With `--no-suppress` beside it, what came before is `false` or `true`. */
export function collectFiles(
  value: string,
  before: readonly string[] | boolean | undefined
): readonly string[] {
  return [...(Array.isArray(before) ? (before as readonly string[]) : []), value]
}

export function collectMap(value: string, before: readonly string[] | undefined): readonly string[] {
  if (value.startsWith('=')) throw new InvalidArgumentError('write it as field=column, such as text=内容')
  return collect(value, before)
}

export function collectPair(value: string, before: readonly string[] | undefined): readonly string[] {
  if (!/^[^=]+=./.test(value)) throw new InvalidArgumentError('write it as field=column, such as text=内容')
  return collect(value, before)
}

export function readRate(value: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(value) || Number(value) === 0) {
    throw new InvalidArgumentError('a number above 0')
  }
  return Number(value)
}

export function readShare(value: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(value.trim())
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : 0
  if (!(share > 0 && share <= 1)) throw new InvalidArgumentError('a share such as 80%')
  return share
}

export function readDetails(value: string): 'all' {
  if (value !== 'all') throw new InvalidArgumentError('only --details and --details all are known')
  return 'all'
}

export function readScore(value: string): number {
  const score = Number(value)
  if (value.trim() === '' || !(score >= 0 && score <= 100))
    throw new InvalidArgumentError('a number from 0 to 100')
  return score
}

export function readPercent(value: string): number {
  return readScore(value.replace(/\s*[%％]$/u, ''))
}

export function readCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('a whole number')
  return Number(value)
}

export function readDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime())
  if (!isDay || day.toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError('a day as YYYY-MM-DD')
  }
  return value
}

export function readJobs(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('a whole number from 1')
  return Number(value)
}

/** A size in bytes; K, M and G are powers of 1024. */
export function readSize(value: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?$/i.exec(value.trim())
  if (!match) throw new InvalidArgumentError('write it as a number with K, M or G, such as 64M')
  return Math.floor(Number(match[1]) * 1024 ** ' KMG'.indexOf(match[2]!.toUpperCase() || ' '))
}
