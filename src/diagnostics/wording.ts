/** The languages that messages are written in. */
export type Lang = 'en' | 'zh'

export const langs: readonly Lang[] = ['en', 'zh']

/** One message in each language; `{name}` stands for a value. */
export type Wording = Readonly<Record<Lang, string>>

/** What the message of a problem speaks of: the bad value, the allowed ones, names and counts. */
export type Values = Readonly<Record<string, string | number>>

/** Fills the `{name}` places of a message. A name without a value stays as it is, so that a slip shows. */
export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : String(value)
  })
}
