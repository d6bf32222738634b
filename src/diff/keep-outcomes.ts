import type { ReportFormat } from '../report/report.ts'
import { formatEnd, type KeptInputs } from './kept.ts'
import { formatRecord } from './kept-record.ts'
import { encodeResults } from './outcome-code.ts'

/** How the format is asked for. */
export const keptFormat: Pick<ReportFormat, 'name' | 'extensions'> = {
  name: 'outcomes',
  extensions: ['.outcomes']
}

/**
 * A report of outcomes and nothing else, which `diff` weighs anew without judging. `begin` gives its first line; `inputs`
 * is asked at the end, when everything was read.
 *
 * @param standards ids, in the order of the first line
 */
export function createKeptFormat(
  standards: readonly string[],
  begin: () => string,
  inputs: () => KeptInputs
): ReportFormat {
  const places = new Map(standards.map((id, i) => [id, i]))
  return {
    ...keptFormat,
    create: () => ({
      begin,
      evaluation(evaluation) {
        const { contact, agent, agentName, team, started, source, criteria } = evaluation
        const code = criteria.length === 0 ? undefined : encodeResults(criteria)
        const subject = { contact, agent, agentName, team, started, source }
        return formatRecord({ standard: places.get(evaluation.standard)!, subject, code })
      },
      bad: () => '',
      end: ({ counts }) => [formatEnd({ contacts: counts.contacts, bad: counts.badRows, ...inputs() })]
    })
  }
}
