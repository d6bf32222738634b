/** Why a finding does not count. */
export interface Waiver {
  /** `suppression`: somebody says why it is in order; `baseline`: it was there before. */
  readonly kind: 'suppression' | 'baseline'
  readonly reason?: string | undefined
  /** The day after which it counts again, as YYYY-MM-DD. */
  readonly until?: string | undefined
}
