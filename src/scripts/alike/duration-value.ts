const words: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12
}

const MINUTE = 60
const DAY = 86_400

// Months count by themselves, as their days differ; so do working days.
const units: readonly (readonly [RegExp, size: number, unit: string])[] = [
  [/^(?:个?工作日|business days?|working days?)/, 1, 'workdays'],
  [/^(?:秒钟?|seconds?)/, 1, 's'],
  [/^(?:分钟?|minutes?|mins?)/, MINUTE, 's'],
  [/^(?:个?小时|个?钟头|hours?|hrs?)/, 60 * MINUTE, 's'],
  [/^(?:个?自然日|天|日|calendar days?|days?)/, DAY, 's'],
  [/^(?:个?(?:周|星期|礼拜)|weeks?)/, 7 * DAY, 's'],
  [/^(?:个?月|months?)/, 1, 'months'],
  [/^(?:个?季度)/, 3, 'months'],
  [/^(?:年|years?)/, 12, 'months']
]

const amount =
  /^(?:within )?(?<from>\d+(?:\.\d+)?|半|half an?|[a-z]+)(?: ?[-~到至]|to )?(?: ?(?<to>\d+(?:\.\d+)?))? ?(?:多|几)?(?<rest>.*)$/

/**
 * What a length of time comes to, from its text in figures: 7天内, 一周 and 7 days are all `604800s`. Undefined for what
 * is not told in figures (几天, several days).
 */
export function readDurationValue(written: string): string | undefined {
  const groups = amount.exec(written)?.groups
  if (!groups) return undefined
  const rest = (groups['rest'] ?? '').trim()
  const unit = units.find(([pattern]) => pattern.test(rest.replace(/^半/, '')))
  if (!unit) return undefined
  const [, size, name] = unit
  const half = rest.startsWith('半') ? 0.5 : 0
  const first = numberOf(groups['from']!)
  if (first === undefined) return undefined
  const last = groups['to'] === undefined ? undefined : numberOf(groups['to'])
  const total = (value: number): number => Math.round((value + half) * size * 1000) / 1000
  return last === undefined ? `${total(first)}${name}` : `${total(first)}-${total(last)}${name}`
}

function numberOf(text: string): number | undefined {
  if (/^(?:半|half)/.test(text)) return 0.5
  return /^\d/.test(text) ? Number(text) : words[text]
}
