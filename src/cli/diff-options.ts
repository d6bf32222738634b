import type { InputChoices } from './input-choices.ts'
import type { SuppressionOptions } from './suppressions.ts'
import type { CommonOptions, OverrideOptions } from './settings.ts'

export interface DiffOptions extends CommonOptions, OverrideOptions, SuppressionOptions, InputChoices {
  readonly standard?: readonly string[] | undefined
  /** Standards, or one saved result. */
  readonly against?: readonly string[] | undefined
  /** A revision of git. */
  readonly since?: string | undefined
  readonly tolerance?: number | undefined
  readonly failOnRegression?: boolean | undefined
  readonly allowUnlike?: boolean | undefined
  /** How many contacts to look at first are shown. */
  readonly look?: number | undefined
  readonly marks?: readonly string[] | undefined
  readonly format?: string | undefined
  readonly output?: readonly string[] | undefined
  readonly maxShown?: number | undefined
  readonly progress?: boolean | undefined
}
