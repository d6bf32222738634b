import type { Problem } from '../diagnostics/problem.ts'
import type { InputOptions } from '../input/index.ts'
import type { CompiledStandard } from '../standard/standard.ts'

/** What a user may say of an input instead of letting linecheck look. */
export interface InputChoices {
  readonly from?: string | undefined
  readonly encoding?: string | undefined
  /** `field=column` or the name of a file of such, in the order they were given. */
  readonly map?: readonly string[] | undefined
  readonly agents?: readonly string[] | undefined
  readonly sheet?: string | undefined
  readonly timezone?: string | undefined
  readonly namePattern?: string | undefined
  /** Tell what each column of a table was taken for. */
  readonly showColumns?: boolean | undefined
  /** Bytes of turns that grouping may hold. */
  readonly memory?: number | undefined
}

export function inputOptions(
  { from, encoding, agents, sheet, timezone, namePattern, showColumns, memory }: InputChoices,
  maps: Pick<InputOptions, 'map' | 'mapping'>,
  onProblem: (problem: Problem) => void,
  onBytes: (count: number) => void = () => {},
  standards: readonly CompiledStandard[] = [],
  onNote: (note: Problem) => void = () => {}
): InputOptions {
  return {
    onProblem,
    onBytes,
    fields: standards.flatMap(({ fields }) => fields),
    ...(from === undefined ? {} : { from }),
    ...(encoding === undefined ? {} : { encoding }),
    ...maps,
    ...(agents === undefined ? {} : { agents }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(namePattern === undefined ? {} : { namePattern }),
    ...(showColumns ? { onNote } : {}),
    ...(memory === undefined ? {} : { memory })
  }
}
