import type { PlanChange } from '../diff-standard.ts'
import type { Regression } from '../regressions.ts'
import type { ContactChange, CriterionDiff, GroupDiff, StandardDiff, WeighingDiff } from '../result.ts'
import type { Cause, Standing } from '../standing.ts'

// What goes into JSON, with its keys in one order whatever order they were made in. Figures stay unrounded.

/** A contact that changed, as other programs read it. */
export function changeRow({ standard, subject, before, after, shift, causes, words }: ContactChange): object {
  const { contact, agent, agentName, team, started, source } = subject
  return {
    contact,
    agent,
    standard,
    before: standingRow(before),
    after: standingRow(after),
    shift,
    causes: causes.map(causeRow),
    words: words.map(({ criterion, message }) => ({ criterion, message })),
    agentName,
    team,
    started,
    source: source && { file: source.file, line: source.line }
  }
}

/** All of a comparison by one pair of standards but its lists, which are written piece by piece. */
export function standardRow({ before, after, judged, overall }: StandardDiff): object {
  const header = ({ id, title, hash }: StandardDiff['after']): object => ({ id, title, hash })
  return { before: header(before), after: header(after), judged, overall: groupRow(overall) }
}

export function groupRow(group: GroupDiff): object {
  const { key, name, contacts, changed, before, after, shift } = group
  const { nowFailing, nowPassing, fallen, newlyFatal, entered, left, moves } = group
  return {
    key,
    name,
    contacts,
    changed,
    before,
    after,
    shift: estimateRow(shift),
    nowFailing,
    nowPassing,
    fallen,
    newlyFatal,
    entered,
    left,
    moves: moves.map(({ from, to, count }) => ({ from, to, count }))
  }
}

/** @param known whether the standards are at hand: without them nobody can tell what an outcome moved */
export function criterionRow(criterion: CriterionDiff, known: boolean): object {
  const { id, title, clause, file, line, state, moves, before, after, shift, changed, effect } = criterion
  return {
    id,
    title,
    clause,
    file,
    line,
    state: known ? state : null,
    moves: moves.map(({ from, to, count }) => ({ from, to, count })),
    before,
    after,
    shift: estimateRow(shift),
    changed,
    effect: known ? effect : null
  }
}

/** `values` holds, for each of `keys`, what it said and says; `null` where it says nothing. */
export function weighingRow({ change, contacts, effect }: WeighingDiff): object {
  return { ...planChangeRow(change), contacts, effect }
}

function planChangeRow(change: PlanChange): object {
  const { kind, keys, values } = change
  const id = change.kind === 'scoring' ? undefined : change.id
  const told = values.map(({ before, after }) => ({ before: before ?? null, after: after ?? null }))
  return { kind, id, keys, values: told }
}

export function regressionRow({ kind, standard, key, shift, contacts, text }: Regression): object {
  return { kind, standard, key, shift, contacts, text }
}

function standingRow({ applies, score, band, passed, fatal }: Standing): object {
  return { applies, score, band, passed, fatal }
}

function causeRow(cause: Cause): object {
  switch (cause.kind) {
    case 'outcome': {
      const { kind, criterion, from, to, points } = cause
      return { kind, criterion, from, to, points }
    }
    case 'weighing': {
      const { kind, what, id, keys, points } = cause
      return { kind, what, id, keys, points }
    }
    case 'scope':
    case 'together':
      return { kind: cause.kind, points: cause.points }
  }
}

function estimateRow({ n, value, low, high }: GroupDiff['shift']): object {
  return { n, value, low, high }
}
