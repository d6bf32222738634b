import type { CompiledStandard } from '../../standard/standard.ts'
import type { Judged } from './judging.ts'

/** What became of a criterion that asks for words. `untold`: nothing shows when it arises, so nobody can tell. */
export type CoverStatus = 'covered' | 'uncovered' | 'untold'

/** How far a library does what one standard asks to be said. */
export interface Coverage {
  readonly standard: CompiledStandard
  /** The scripts that it judges at all, by their channel. */
  readonly scripts: number
  readonly criteria: readonly { readonly judged: Judged; readonly status: CoverStatus }[]
  /** Criteria that words alone do not satisfy: measures, fields, forms, marks, and things not to be said. */
  readonly otherwise: number
}
