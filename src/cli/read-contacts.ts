import type { ReadContact } from '../diff/entries.ts'
import { newCounts, readInput, type InputOptions, type Source } from '../input/index.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import { inputOptions, type InputChoices } from './input-choices.ts'
import type { Notes } from './notes.ts'
import type { Progress } from './progress.ts'

/** The contacts of inputs, one after the other; what cannot be read is told and counted by the notes. */
export async function* readContacts(
  sources: readonly Source[],
  choices: InputChoices,
  maps: Pick<InputOptions, 'map' | 'mapping'>,
  standards: readonly CompiledStandard[],
  notes: Notes,
  progress: Progress
): AsyncGenerator<ReadContact> {
  const chosen = inputOptions(choices, maps, notes.add, progress.bytes, standards, notes.show)
  const counts = newCounts()
  for (const source of sources) {
    for await (const item of readInput(source, chosen, counts)) if (item.kind === 'contact') yield item
  }
}
