import type { MetricUnit } from '../model/metric.ts'
import { formatCount, formatFixed, NONE } from './figures.ts'

/** A figure of a metric for people: `76.2%`, `18.4s`, `3:05`, `1,511`, `4.25`. */
export function formatMetric(value: number | null, unit: MetricUnit): string {
  if (value === null) return NONE
  switch (unit) {
    case 'share':
      return `${formatFixed(value * 100, 1)}%`
    case 'seconds':
      return formatSeconds(value)
    case 'number':
      return Number.isInteger(value) ? formatWhole(value) : formatFixed(value, 2)
  }
}

function formatWhole(value: number): string {
  return `${value < 0 ? '-' : ''}${formatCount(Math.abs(value))}`
}

/** A change with its sign; of a share in percentage points. */
export function formatChange(change: number, unit: MetricUnit): string {
  const size = Math.abs(change)
  const text = unit === 'share' ? formatFixed(size * 100, 1) : formatMetric(size, unit)
  return `${/[1-9]/.test(text) ? (change > 0 ? '+' : '-') : '±'}${text}`
}

const MINUTES_FROM = 100

/** Seconds with a digit up to a hundred, then minutes and seconds, then hours. */
function formatSeconds(value: number): string {
  const size = Math.abs(value)
  const sign = value < 0 ? '-' : ''
  if (size < MINUTES_FROM) return `${sign}${formatFixed(size, 1)}s`
  const whole = Number(formatFixed(size, 0))
  const pad = (n: number): string => String(n).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours > 0 ? `${sign}${hours}:${pad(minutes)}:${pad(seconds)}` : `${sign}${minutes}:${pad(seconds)}`
}
