/** What a user may say of the audit of a library. */
export interface ScriptOptions {
  /** Characters a minute that Chinese is said at. */
  readonly rate: number
  /** Words a minute that English is said at. */
  readonly wordRate: number
  /** The time allowed for a script that does not say its own. */
  readonly maxSeconds?: number | undefined
  /** Most characters of a script for a written channel. */
  readonly maxCharacters?: number | undefined
  /** From this likeness on (0 to 1) two scripts are near-duplicates. */
  readonly similar: number
  /**
   * Which criteria must be satisfied by some script: `all` that ask for words (the default), by scripts that name them
   * (`declared`), or `none`.
   */
  readonly cover?: Cover | undefined
}

export const covers = ['none', 'declared', 'all'] as const
export type Cover = (typeof covers)[number]
