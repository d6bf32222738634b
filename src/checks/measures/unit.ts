import type { MeasuredEvidence } from '../../model/evaluation.ts'
import {
  formatDuration,
  parseDuration,
  parseLength,
  parseNumber,
  parsePercent,
  parseRate,
  type RateUnit
} from '../../text/quantity.ts'
import type { BoundFault } from '../check.ts'
import type { UnitKind } from './measure.ts'

/** How the values of one kind are written in a standard, shown to people, and put down as evidence. */
export interface Unit {
  /** The fault that a bound has which cannot be read. */
  readonly fault: BoundFault
  parse(text: string): number | undefined
  show(value: number): string
  evidence(value: number): Pick<MeasuredEvidence, 'value' | 'unit'>
}

/** The unit of a kind; rates and lengths count characters or words. */
export function unitOf(kind: UnitKind, counting: RateUnit): Unit {
  switch (kind) {
    case 'time':
      return time
    case 'share':
      return share
    case 'count':
      return count
    case 'rate':
      return {
        fault: 'rate',
        parse: text => parseRate(text)?.perMinute,
        show: value => `${Math.round(value)} ${counting}/min`,
        evidence: value => ({ value, unit: `${counting}/min` })
      }
    case 'length':
      return {
        fault: 'length',
        parse: text => parseLength(text)?.count,
        show: value => `${short(value)} ${counting}`,
        evidence: value => ({ value, unit: counting })
      }
  }
}

const time: Unit = {
  fault: 'duration',
  parse: parseDuration,
  show: formatDuration,
  evidence: value => ({ value, unit: 'ms' })
}

const share: Unit = {
  fault: 'percent',
  parse: parsePercent,
  show: value => `${short(value * 100)}%`,
  evidence: value => ({ value: value * 100, unit: '%' })
}

const count: Unit = {
  fault: 'number',
  parse: parseNumber,
  show: short,
  evidence: value => ({ value, unit: '' })
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
