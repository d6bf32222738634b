import { inputCodes } from './codes-input.ts'
import { standardCodes } from './codes-standard.ts'
import { usageCodes } from './codes-usage.ts'

/** Every stable code with its message and hint. A code, once released, keeps its meaning. */
export const catalogue: typeof standardCodes & typeof inputCodes & typeof usageCodes = {
  ...standardCodes,
  ...inputCodes,
  ...usageCodes
}

export type Code = keyof typeof catalogue

export const codes: readonly Code[] = Object.keys(catalogue) as Code[]
