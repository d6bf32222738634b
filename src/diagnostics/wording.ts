import type { Values } from './problem.ts'

/** The languages that messages are written in. */
export type Lang = 'en' | 'zh'

export const langs: readonly Lang[] = ['en', 'zh']

/** One message in each language; `{name}` stands for a value. */
export type Wording = Readonly<Record<Lang, string>>

/** Fills the `{name}` places of a message. A name without a value stays as it is, so that a slip shows. */
export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : String(value)
  })
}
