import { createHash } from 'node:crypto'
import type { KeptInput, KeptInputs } from '../diff/kept.ts'
import type { InputOptions, PlacedMark, Source } from '../input/index.ts'
import type { SuppressionPlan } from './suppressions.ts'
import type { InputChoices } from './input-choices.ts'

/** Sources whose bytes are taken down as they are read. */
export interface WatchedSources {
  readonly sources: readonly Source[]
  /** What was read of each, to the end. */
  seen(): readonly KeptInput[]
}

export function watchSources(sources: readonly Source[]): WatchedSources {
  const seen: (KeptInput | undefined)[] = sources.map(() => undefined)
  return {
    seen: () => seen.filter(input => input !== undefined),
    sources: sources.map((source, i) => ({
      ...source,
      async *open() {
        const hash = createHash('sha256')
        let bytes = 0
        for await (const chunk of source.open()) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
        seen[i] = { name: source.name, bytes, sha256: hash.digest('hex') }
      }
    }))
  }
}

/** Takes down sources without reading what is in them. */
export async function fingerprintSources(sources: readonly Source[]): Promise<readonly KeptInput[]> {
  const watched = watchSources(sources)
  for (const source of watched.sources) {
    const bytes = source.open()[Symbol.asyncIterator]()
    while (!(await bytes.next()).done);
  }
  return watched.seen()
}

/** What beside their bytes decides what inputs come to: how they are read, what people marked, and what is excused. */
export function describeReading(
  { from, encoding, agents, sheet, timezone, namePattern }: InputChoices,
  maps: Pick<InputOptions, 'map' | 'mapping'>,
  marks: readonly PlacedMark[] = [],
  suppressions?: SuppressionPlan
): KeptInputs['reading'] {
  const { list = [], today = '' } = suppressions ?? {}
  const excused = list
    .filter(({ until }) => until === undefined || until >= today)
    .map(({ rule, contact, agent, file, quote }) => [rule, contact, agent, file, quote])
  const said = marks.map(({ contact, standard, criterion, mark }) => [contact, standard, criterion, mark])
  const parts = [from, encoding, maps, agents, sheet, timezone, namePattern, said, excused]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
