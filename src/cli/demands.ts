import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { CompiledStandard } from '../standard/standard.ts'
import type { BandGate, Demands, FailLevel } from '../verdict/demands.ts'

/** What a user asks of an audit. */
export interface DemandOptions {
  readonly failOn?: FailLevel | undefined
  readonly minScore?: number | undefined
  /** `BAND=3` or `BAND=5%`. */
  readonly maxBand?: readonly string[] | undefined
  /** `BAND=30%`. */
  readonly minBand?: readonly string[] | undefined
  readonly minPassRate?: number | undefined
  readonly gateEach?: boolean | undefined
  readonly minContacts?: number | undefined
  readonly maxWarnings?: number | undefined
}

/**
 * Reads what is asked of an audit by these standards.
 * @throws ProblemError for what no standard can answer: a band or a pass mark that none has, or half a demand.
 */
export function readDemands(options: DemandOptions, standards: readonly CompiledStandard[]): Demands {
  const problems: Problem[] = []
  const report = (code: Problem['code'], values: Problem['values'], meant?: string): void => {
    problems.push({ code, severity: 'error', values, ...(meant === undefined ? {} : { meant }) })
  }
  const known = [...new Set(standards.flatMap(({ plan }) => plan.bands.map(({ name }) => name)))]
  const read = (texts: readonly string[], bound: BandGate['bound']): readonly BandGate[] =>
    texts.flatMap(text => {
      const gate = readBandGate(text, bound)
      if (!gate) {
        report(bound === 'most' ? 'usage/max-band' : 'usage/min-band', { value: text })
        return []
      }
      if (!known.includes(gate.band)) {
        const values = { value: gate.band, allowed: known.join(', ') || '–' }
        report('usage/unknown-band', values, suggest(gate.band, known))
      }
      return [gate]
    })
  const bands = [...read(options.maxBand ?? [], 'most'), ...read(options.minBand ?? [], 'least')]
  const { failOn = 'never', minScore, minPassRate, gateEach, minContacts, maxWarnings } = options
  if (minPassRate !== undefined && standards.every(({ plan }) => plan.pass === undefined)) {
    report('usage/no-pass-mark', { value: '--min-pass-rate' })
  }
  const asks = minScore !== undefined || minPassRate !== undefined || bands.length > 0
  if (gateEach && !asks && problems.length === 0) {
    const allowed = '--min-score, --min-pass-rate, --max-band, --min-band'
    report('usage/needs-option', { value: '--gate-each', allowed })
  }
  if (minContacts !== undefined && !gateEach) {
    report('usage/needs-option', { value: '--min-contacts', allowed: '--gate-each' })
  }
  if (problems.length > 0) throw new ProblemError(problems)
  return { failOn, minScore, bands, minPassRate, gateEach, minContacts, maxWarnings }
}

/** A band with an amount: a share of contacts, or where at most so many are asked for also their number. */
function readBandGate(text: string, bound: BandGate['bound']): BandGate | undefined {
  const [, name = '', figure = '', sign] = /^(.*)[=＝]\s*([\d.]+)\s*([%％]?)\s*$/su.exec(text) ?? []
  const band = name.trim()
  const amount = Number(figure)
  if (band === '' || figure === '' || !Number.isFinite(amount)) return undefined
  if (sign !== '') return amount <= 100 ? { band, bound, amount, unit: 'percent' } : undefined
  return bound === 'most' && Number.isInteger(amount) ? { band, bound, amount, unit: 'contacts' } : undefined
}
