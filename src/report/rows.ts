import type { CriterionResult, Evaluation, PartScore } from '../model/evaluation.ts'
import type { Scorecard } from '../model/scorecard.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { describe } from '../diagnostics/describe.ts'
import type { Problem } from '../diagnostics/problem.ts'
import { metricHeaderRow } from './metric-rows.ts'
import type { RankedScorecard, RunHeader, StandardHeader } from './report.ts'

// What goes into JSON, with its keys in one order whatever order they were made in. Figures stay unrounded.

/** An evaluation as other programs read it. */
export function evaluationRow(e: Evaluation): object {
  return {
    contact: e.contact,
    agent: e.agent,
    standard: e.standard,
    score: e.score,
    scoreWithoutFatal: e.scoreWithoutFatal,
    band: e.band,
    passed: e.passed,
    criteria: e.criteria.map(criterionRow),
    agentName: e.agentName,
    team: e.team,
    started: e.started,
    reason: e.reason,
    sections: e.sections.map(partRow),
    dimensions: e.dimensions.map(partRow)
  }
}

/** Stands for the evaluation of a record that could not be read, so that records in and rows out keep step. */
function badRow(problem: Problem, standard: string, lang: Lang): object {
  return {
    contact: null,
    agent: null,
    standard,
    score: null,
    scoreWithoutFatal: null,
    band: null,
    passed: null,
    criteria: [],
    problem: {
      code: problem.code,
      file: problem.place?.file,
      line: problem.place?.line,
      message: describe(problem, lang).message
    }
  }
}

/** One row for each standard, as a readable record would have given. */
export function badRows(problem: Problem, header: RunHeader, lang: Lang): object[] {
  return header.standards.map(standard => badRow(problem, standard.id, lang))
}

export function standardRow(s: StandardHeader): object {
  return {
    id: s.id,
    title: s.title,
    version: s.version,
    hash: s.hash,
    overrides: s.overrides,
    pass: s.pass,
    bands: s.bands.map(({ name, from }) => ({ name, from })),
    sections: s.sections.map(({ id, title }) => ({ id, title })),
    criteria: s.criteria.map(c => ({
      id: c.id,
      title: c.title,
      clause: c.clause,
      section: c.section,
      advice: c.advice,
      fatal: c.fatal,
      file: c.file,
      line: c.line
    })),
    metrics: s.metrics?.map(metricHeaderRow)
  }
}

/** A scorecard with its places; the card of a whole run has none. */
export function scorecardRow(card: Scorecard, places?: RankedScorecard['places']): object {
  return {
    standard: card.standard,
    key: card.key,
    name: card.name,
    team: card.team,
    places,
    contacts: card.contacts,
    score: card.score,
    scoreWithoutFatal: card.scoreWithoutFatal,
    passRate: card.passRate,
    fatal: card.fatal,
    bands: card.bands,
    sections: card.sections,
    dimensions: card.dimensions,
    classes: card.classes,
    criteria: card.criteria.map(({ counts: { pass, fail, na, unknown }, ...c }) => ({
      id: c.id,
      title: c.title,
      clause: c.clause,
      fatal: c.fatal,
      counts: { pass, fail, na, unknown },
      passRate: c.passRate,
      lost: c.lost,
      failed: c.failed
    })),
    lowest: card.lowest
  }
}

function criterionRow(c: CriterionResult): object {
  return {
    id: c.id,
    clause: c.clause,
    status: c.status,
    earned: c.earned,
    possible: c.possible,
    deducted: c.deducted,
    bonus: c.bonus,
    fatal: c.fatal,
    message: c.message,
    reason: c.reason,
    evidence: c.evidence,
    waived: c.waived
  }
}

function partRow(p: PartScore): object {
  const { id, score, band, earned, possible, deducted } = p
  return { id, score, band, earned, possible, deducted }
}
