import type { RunHeader } from '../report/report.ts'
import type { CompiledStandard } from '../standard/standard.ts'

/** What reports are told of the standards before the first contact. */
export function describeRun(standards: readonly CompiledStandard[], by: string): RunHeader {
  return {
    by,
    standards: standards.map(standard => ({
      id: standard.id,
      title: standard.title,
      version: standard.version,
      hash: standard.hash,
      overrides: standard.overrides,
      pass: standard.plan.pass,
      bands: standard.plan.bands,
      sections: standard.sections.map(({ id, title }) => ({ id, title })),
      criteria: standard.criteria.map(({ id, title, clause, section, advice, fatal, place }) => ({
        id,
        title,
        clause,
        section,
        advice,
        fatal,
        file: place.file,
        line: place.line
      })),
      metrics: standard.metrics.map(({ header }) => header)
    }))
  }
}
