import type { Problem } from '../../diagnostics/problem.ts'
import type { LinePlace } from '../../report/items/item.ts'
import type { DeclaredSlot } from '../script.ts'
import type { ScriptField } from './fields.ts'
import type { PlacedText } from './placed-text.ts'

/** What a library says of a script beside its text, as it is written there. */
export type Sayings = Readonly<Partial<Record<Exclude<ScriptField, 'text' | 'slots'>, PlacedText>>>

/** A script as a reader finds it; `finishScripts` makes sense of what it says. */
export interface ScriptDraft {
  readonly text: PlacedText
  readonly place: LinePlace
  readonly said: Sayings
  /** The slots that the script or its file declares. */
  readonly declared?: readonly DeclaredSlot[] | undefined
}

/** What a reader of libraries works with. */
export interface ReadEnv {
  readonly file: string
  /** Field -> column, as the user mapped them. */
  readonly map: Readonly<Record<string, string>>
  readonly report: (problem: Problem) => void
  /** Told what the columns of a table were taken for. */
  readonly onNote?: ((note: Problem) => void) | undefined
}
