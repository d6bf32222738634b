import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import { parsePercent } from '../text/quantity.ts'
import { tidy } from '../text/tidy.ts'
import type { CompileEnv } from './check.ts'
import type { MarkScale } from './mark-reading.ts'

/** How a person marks: on a scale, by one of several words, or yes and no. */
export type ScaleSource =
  | 'yes/no'
  | { readonly scale: readonly [number, number]; readonly pass: number }
  | { readonly options: Readonly<Record<string, string>>; readonly pass: string }

export const scaleSchema: z.ZodType<ScaleSource> = z.union([
  z.literal('yes/no'),
  closed({
    scale: z.tuple([z.number(), z.number()]).describe('The lowest mark and the highest.'),
    pass: z.number().describe('The lowest mark that passes.')
  }),
  closed({
    options: z
      .record(z.string().min(1), z.string())
      .describe('Each word with the share it earns: 100%, 60%.'),
    pass: z.string().describe('The least share that passes, or the word for it.')
  })
])

const notApplicable = new Set(['n/a', 'na', '不适用', '/', '-'].map(tidy))
const yes = new Set(['yes', 'y', 'true', '1', 'pass', '是', '合格', '通过', '√', '✓', '✔'].map(tidy))
const no = new Set(['no', 'n', 'false', '0', 'fail', '否', '不合格', '不通过', '×', '✗', '✘', 'x'].map(tidy))

/** Makes a scale ready; reports what is wrong with it. */
export function compileScale(source: ScaleSource, env: CompileEnv): MarkScale {
  const scale = source === 'yes/no' ? yesNo : 'scale' in source ? numbers(source, env) : words(source, env)
  return {
    ...scale,
    allowed: `${scale.allowed}; n/a`,
    read: mark => scale.read(mark) ?? (notApplicable.has(tidy(mark)) ? { kind: 'na' } : undefined)
  }
}

const yesNo: MarkScale = {
  allowed: 'yes, no',
  pass: 1,
  read(mark) {
    const word = tidy(mark)
    return yes.has(word)
      ? { kind: 'share', share: 1 }
      : no.has(word)
        ? { kind: 'share', share: 0 }
        : undefined
  }
}

function numbers(
  { scale: [low, high], pass }: { readonly scale: readonly [number, number]; readonly pass: number },
  env: CompileEnv
): MarkScale {
  if (low >= high) env.report({ kind: 'bad-value', value: `${low}, ${high}`, allowed: '[0, 5]' }, ['scale'])
  else if (pass < low || pass > high) {
    env.report({ kind: 'bad-value', value: String(pass), allowed: `${low} .. ${high}` }, ['pass'])
  }
  const shareOf = (mark: number): number => (mark - low) / (high - low)
  return {
    allowed: `${low} .. ${high}`,
    pass: shareOf(pass),
    read(mark) {
      const text = tidy(mark).replace(/\s*分$/, '')
      const value = text === '' ? Number.NaN : Number(text)
      return value >= low && value <= high ? { kind: 'share', share: shareOf(value) } : undefined
    }
  }
}

function words(
  { options, pass }: { readonly options: Readonly<Record<string, string>>; readonly pass: string },
  env: CompileEnv
): MarkScale {
  const shares = new Map<string, number>()
  for (const [word, written] of Object.entries(options)) {
    const share = parsePercent(written)
    if (share === undefined || share > 1) env.report({ kind: 'percent', value: written }, ['options', word])
    shares.set(tidy(word), share ?? 0)
  }
  const bound = parsePercent(pass) ?? shares.get(tidy(pass))
  if (bound === undefined) {
    const allowed = [...Object.keys(options), '60%'].join(', ')
    env.report({ kind: 'bad-value', value: pass, allowed }, ['pass'])
  }
  return {
    allowed: Object.keys(options).join(', '),
    pass: bound ?? 1,
    read(mark) {
      const share = shares.get(tidy(mark))
      return share === undefined ? undefined : { kind: 'share', share }
    }
  }
}
