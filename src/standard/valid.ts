import type { CompiledStandard } from './standard.ts'

/** Whether a contact falls between the days of a standard; one without a date does. */
export function isValidOn(valid: CompiledStandard['valid'], started: string | undefined): boolean {
  if (!valid || started === undefined) return true
  const day = started.slice(0, 10)
  return (valid.from === undefined || day >= valid.from) && (valid.to === undefined || day <= valid.to)
}
