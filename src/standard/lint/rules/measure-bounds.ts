import { parseDuration, parseRate } from '../../../text/quantity.ts'
import { checksOf } from '../phrases/checks.ts'
import type { LintRule } from '../rule.ts'

/** The lower bound of a measure lies below the upper one; names in bounds stand for the values of variables. */
export const measureBounds: LintRule = ({ entries, source, standard }, report) => {
  const vars = standard.vars ?? {}
  const fill = (text: string): string =>
    text.replace(/\{([\p{L}_][\p{L}\p{N}_.]*)\}/gu, (_, name: string) => String([vars[name] ?? ''].flat()[0]))

  for (const { source: check, path } of entries.flatMap(checksOf)) {
    const { measure } = check
    if (typeof measure !== 'object' || measure === null) continue
    const { min, max } = measure as { readonly min?: string | number; readonly max?: string | number }
    if (min === undefined || max === undefined) continue
    const [low, high] = [read(fill(String(min))), read(fill(String(max)))]
    if (low === undefined || high === undefined || low.kind !== high.kind || low.value <= high.value) continue
    report('lint/min-above-max', source.placeOf([...path, 'measure', 'min']), { min, max })
  }
}

function read(text: string): { readonly kind: string; readonly value: number } | undefined {
  const duration = parseDuration(text)
  if (duration !== undefined) return { kind: 'time', value: duration }
  const rate = parseRate(text)
  if (rate) return { kind: rate.unit, value: rate.perMinute }
  const plain = /^(-?\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim())
  return plain ? { kind: plain[2] === '' ? 'number' : 'share', value: Number(plain[1]) } : undefined
}
