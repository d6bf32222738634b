import type { CriterionResult, Evaluation, Evidence } from '../../model/evaluation.ts'
import { digestOf } from '../../text/digest.ts'
import type { CriterionHeader, RunHeader, StandardHeader } from '../report.ts'
import {
  withLine,
  type Finding,
  type Item,
  type ItemStatus,
  type LinePlace,
  type RuleHeader
} from './item.ts'

/** The name of a criterion's rule among those of several standards. */
export const ruleOfCriterion = (standard: string, criterion: string): string => `${standard}/${criterion}`

/** Makes the items of evaluations: one for each criterion of each contact. */
export function createEvaluationItems(header: RunHeader): (evaluation: Evaluation) => readonly Item[] {
  const criteria = new Map(
    header.standards.flatMap(standard =>
      standard.criteria.map(
        criterion => [ruleOfCriterion(standard.id, criterion.id), { standard, criterion }] as const
      )
    )
  )
  return evaluation =>
    evaluation.criteria.map(result => {
      const known = criteria.get(ruleOfCriterion(evaluation.standard, result.id))
      return itemOf(evaluation, result, known)
    })
}

/** The headers of the rules that the criteria of a run are. */
export function rulesOfRun(header: RunHeader): ReadonlyMap<string, RuleHeader> {
  return new Map(
    header.standards.flatMap(standard =>
      standard.criteria.map(criterion => {
        const id = ruleOfCriterion(standard.id, criterion.id)
        const place =
          criterion.file === undefined ? undefined : { file: criterion.file, line: criterion.line }
        const { title, advice, clause, fatal } = criterion
        return [id, { id, title, advice, clause, severity: severityOf(fatal), place }] as const
      })
    )
  )
}

type Known = { readonly standard: StandardHeader; readonly criterion: CriterionHeader } | undefined

/** A fatal breach is an error; what costs points is a warning. */
const severityOf = (fatal: boolean | undefined): Finding['severity'] => (fatal ? 'error' : 'warning')

const statuses = {
  pass: 'passed',
  fail: 'failed',
  na: 'skipped',
  unknown: 'skipped'
} as const satisfies Record<CriterionResult['status'], ItemStatus>

function itemOf(evaluation: Evaluation, result: CriterionResult, known: Known): Item {
  const who = evaluation.agentName ?? evaluation.agent
  const place = placeOf(evaluation, known)
  return {
    suite: who === null ? evaluation.contact : `${evaluation.contact} · ${who}`,
    name: ruleOfCriterion(evaluation.standard, result.id),
    place,
    status: result.waived ? 'skipped' : statuses[result.status],
    reason: result.reason,
    findings: result.status === 'fail' || result.waived ? [findingOf(evaluation, result, known, place)] : []
  }
}

/** Where the contact was read, else where the criterion is written. */
function placeOf({ source, contact }: Evaluation, known: Known): LinePlace {
  if (source) return withLine(source)
  return withLine({ file: known?.criterion.file ?? contact, line: known?.criterion.line })
}

function findingOf(evaluation: Evaluation, result: CriterionResult, known: Known, place: LinePlace): Finding {
  const rule = ruleOfCriterion(evaluation.standard, result.id)
  const title = known?.criterion.title ?? result.id
  const written = known?.criterion.file
  const standard = known?.standard.title ?? evaluation.standard
  return {
    rule,
    severity: severityOf(known?.criterion.fatal),
    message: [`${title}: ${evaluation.contact}`, result.message].filter(Boolean).join(' — '),
    hint: known?.criterion.advice,
    clause: result.clause,
    place,
    related: written
      ? [{ place: withLine({ file: written, line: known?.criterion.line }), message: standard }]
      : undefined,
    fingerprint: fingerprintOf(evaluation, result),
    waived: result.waived
  }
}

/** The fingerprint of the finding that a failed criterion is. */
export function fingerprintOf(evaluation: Evaluation, { id, evidence = [] }: CriterionResult): string {
  const { standard, contact } = evaluation
  return digestOf([ruleOfCriterion(standard, id), contact, ...evidence.map(traceOf)])
}

/**
 * What of a piece of evidence stays when a contact is exported once more, a phrase is added to a lexicon, or messages
 * are asked for in another language. Of words there is one byte, which tells most of them apart: more would let whoever
 * reads a fingerprint find the telephone number behind it by trying all there are.
 */
function traceOf(evidence: Evidence): string {
  if ('quote' in evidence) return `${evidence.turn} ${digestOf([evidence.quote]).slice(0, 2)}`
  if ('missing' in evidence) return 'missing'
  if ('measured' in evidence) return `measured ${evidence.turn ?? ''}`
  return evidence.field
}
