import { parseDuration } from '../../text/quantity.ts'

/** How long to wait before a step, in ms; at least one bound is there. */
export interface Wait {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** What a wait looks like, for messages. */
export const waitExamples = '4s..8s, ..10s, 5s..'

/** Reads a wait such as `4s..8s`, bounds included; `undefined` when it is none. */
export function parseWait(text: string): Wait | undefined {
  const match = /^\s*(.*?)\s*\.\.\s*(.*?)\s*$/.exec(text)
  if (!match) return undefined
  const [from = '', to = ''] = match.slice(1)
  const [min, max] = [parseDuration(from), parseDuration(to)]
  if ((from !== '' && min === undefined) || (to !== '' && max === undefined)) return undefined
  if (min === undefined && max === undefined) return undefined
  return min !== undefined && max !== undefined && min > max ? undefined : { min, max }
}
