import { fill, type Lang, type Values, type Wording } from '../diagnostics/wording.ts'

/** Tells something by the key of its wording. */
export type Say<Wordings extends Readonly<Record<string, Wording>>> = (
  key: keyof Wordings,
  values: Values
) => void

/** Collects what is said, in one language. */
export function sayInto<Wordings extends Readonly<Record<string, Wording>>>(
  wordings: Wordings,
  lang: Lang,
  texts: string[]
): Say<Wordings> {
  return (key, values) => void texts.push(fill(wordings[key]![lang], values))
}
