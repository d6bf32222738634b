/** Who speaks a turn. `bot` is an automatic greeter, `system` a notice of the platform; neither is judged. */
export type Speaker = 'agent' | 'customer' | 'bot' | 'system'

export const speakers: readonly Speaker[] = ['agent', 'customer', 'bot', 'system']

/** One utterance or message. Times are milliseconds from the start of the contact, when known. */
export interface Turn {
  readonly by: Speaker
  readonly text: string
  readonly start?: number | undefined
  readonly end?: number | undefined
}

export type FieldValue = string | number | boolean | null

export interface Person {
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly team?: string | undefined
}

/** One call, chat, ticket, visit or survey. A log row is a contact without turns. */
export interface Contact {
  readonly id: string
  readonly channel?: string | undefined
  readonly agent: Person
  readonly customer: Person
  /** ISO 8601 date-time of the first moment of the contact, with its offset when the source states one. */
  readonly started?: string | undefined
  /** What the export says of the contact beside its talk: `rings`, `ended_by`, `hotline`, ... */
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly turns: readonly Turn[]
}
