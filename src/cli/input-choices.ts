import type { Problem } from '../diagnostics/problem.ts'
import type { InputOptions } from '../input/index.ts'
import type { CompiledStandard } from '../standard/standard.ts'

/** What a user may say of an input instead of letting linecheck look. */
export interface InputChoices {
  readonly from?: string | undefined
  readonly encoding?: string | undefined
  readonly map?: Readonly<Record<string, string>> | undefined
  readonly agents?: readonly string[] | undefined
  /** Bytes of turns that grouping may hold. */
  readonly memory?: number | undefined
}

export function inputOptions(
  { from, encoding, map, agents, memory }: InputChoices,
  onProblem: (problem: Problem) => void,
  onBytes: (count: number) => void = () => {},
  standards: readonly CompiledStandard[] = []
): InputOptions {
  return {
    onProblem,
    onBytes,
    fields: standards.flatMap(({ fields }) => fields),
    ...(from === undefined ? {} : { from }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(map === undefined ? {} : { map }),
    ...(agents === undefined ? {} : { agents }),
    ...(memory === undefined ? {} : { memory })
  }
}
