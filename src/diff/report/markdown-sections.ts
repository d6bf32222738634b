import { formatCount } from '../../report/figures.ts'
import { markdownCell, markdownHead, markdownRow, markdownText } from '../../report/items/markdown-text.ts'
import { labelPerson } from '../../report/terminal/labels.ts'
import type { Words } from '../../report/words.ts'
import { formatChange, formatFromTo, formatShift } from '../figures.ts'
import type { ContactChange, GroupDiff, StandardDiff } from '../result.ts'
import { isUnchanged, knowsStandards } from './headline.ts'
import type { Section } from './markdown-fit.ts'
import { tellChanges } from './tell-change.ts'
import {
  directionOf,
  tellCauses,
  tellScores,
  tellSource,
  tellVerdict,
  type Direction
} from './tell-contact.ts'
import { tellBandMoves, tellMoves } from './tell-moves.ts'
import { nameCriterion } from './tell-change.ts'
import type { DiffWords } from './words.ts'

/** More rows than these nobody reads in a summary. */
const MOST_ROWS = 20
const CAUSES = 5

const marks: Readonly<Record<Direction, string>> = {
  fails: '❌',
  passes: '✅',
  down: '⬇️',
  up: '⬆️',
  level: '▫️'
}

/** The tables of one pair of standards, the most wanted first; details are folded away. */
export function sectionsOf(standard: StandardDiff, words: DiffWords, report: Words): readonly Section[] {
  const changes = changesSection(standard, words)
  if (isUnchanged(standard)) return changes
  return [
    ...criteriaSection(standard, words, report),
    ...groupSection('team', words.teams, standard.teams, words, report),
    ...groupSection('agent', words.agents, standard.agents, words, report),
    ...lookSection(standard, words, report),
    ...changes,
    ...bandsSection(standard, words),
    folded(
      words.page.reading,
      `${[words.legendChange, words.legendPoints, words.legendExact].map(paragraph).join('').trimEnd()}`,
      []
    )
  ]
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const paragraph = (text: string): string => `${markdownText(text)}\n\n`

function open(title: string, head: string, rows: readonly string[]): Section {
  return { head: `\n#### ${capital(title)}\n\n${head}`, rows, most: MOST_ROWS, tail: '' }
}

function folded(title: string, head: string, rows: readonly string[]): Section {
  return {
    head: `\n<details><summary>${capital(markdownText(title))}</summary>\n\n${head}`,
    rows,
    tail: '\n</details>\n'
  }
}

function changesSection(standard: StandardDiff, words: DiffWords): readonly Section[] {
  if (!knowsStandards(standard)) return []
  const changes = tellChanges(standard, words)
  if (changes.length === 0) return [{ head: `\n${markdownText(words.sameStandard)}\n`, rows: [], tail: '' }]
  const { page } = words
  const rows = changes.map(({ name, what, effect, place }) =>
    markdownRow([name, what, effect, place].map(markdownCell))
  )
  const head = markdownHead([page.criterion, page.what, page.effect, page.where])
  return [folded(`${words.standard} · ${formatCount(changes.length)}`, head, rows)]
}

function criteriaSection(standard: StandardDiff, words: DiffWords, report: Words): readonly Section[] {
  const moved = standard.criteria.filter(({ changed, moves }) => changed > 0 || moves.length > 0)
  if (moved.length === 0) return []
  const known = knowsStandards(standard)
  const rows = moved.map(criterion => {
    const { state, before, after, effect, shift } = criterion
    const note = state === 'same' || !known ? '' : words.inBrackets(words.states[state])
    return markdownRow([
      markdownCell(nameCriterion(criterion) + note),
      tellMoves(criterion, words, report).map(markdownCell).join('<br>'),
      before === null && after === null ? '' : formatFromTo(before, after),
      shift.value === null ? '' : formatChange(shift.value),
      ...(known ? [formatChange(effect)] : [])
    ])
  })
  const { page } = words
  const columns = [
    page.criterion,
    words.moved,
    words.passRate,
    words.change,
    ...(known ? [words.points] : [])
  ]
  return [open(known ? words.criteria : words.criteriaMoved, markdownHead(columns, [2, 3, 4]), rows)]
}

function groupSection(
  by: 'agent' | 'team',
  title: string,
  groups: readonly GroupDiff[],
  words: DiffWords,
  report: Words
): readonly Section[] {
  const changed = groups.filter(group => group.changed > 0)
  if (changed.length === 0) return []
  const who = report.by[by] ?? by
  const rows = changed.map(({ key, name, contacts, before, after, shift, nowFailing, nowPassing }) =>
    markdownRow([
      markdownCell(key === null ? report.unknownKey(who) : labelPerson(key, name)),
      formatCount(contacts),
      formatFromTo(before, after),
      shift.value === null ? '' : formatShift(before, after, shift.value),
      `${formatCount(nowFailing)} / ${formatCount(nowPassing)}`
    ])
  )
  const columns = [who, words.contacts, report.score, words.change, words.page.verdictMoves]
  return [open(title, markdownHead(columns, [1, 2, 3, 4]), rows)]
}

function lookSection(standard: StandardDiff, words: DiffWords, report: Words): readonly Section[] {
  const { shown, total } = standard.look
  if (shown.length === 0) return []
  const rows = shown.map(change => lookRow(change, standard, words, report))
  const { page } = words
  const columns = ['', page.contact, report.by['agent'] ?? '', page.score, page.why]
  const section = folded(words.look(shown.length, total), markdownHead(columns), rows)
  const hidden = total - shown.length
  const note = hidden > 0 ? `\n${page.leftOut(formatCount(hidden))}\n` : ''
  return [{ ...section, tail: note + section.tail }]
}

function lookRow(change: ContactChange, standard: StandardDiff, words: DiffWords, report: Words): string {
  const { contact, agent, agentName } = change.subject
  const { shown, rest } = tellCauses(change, standard, CAUSES, words, report)
  const reasons = shown.map(({ name, what, points, message }) => {
    const told = [name, what].filter(Boolean).join(words.colon) + (points === '' ? '' : ` ${points}`)
    return message === undefined ? markdownCell(told) : `${markdownCell(told)}<br>${markdownCell(message)}`
  })
  const source = tellSource(change)
  return markdownRow([
    marks[directionOf(change)],
    [contact, source].filter(Boolean).map(markdownCell).join('<br>'),
    markdownCell(
      agent === null ? report.unknownKey(report.by['agent'] ?? '') : labelPerson(agent, agentName)
    ),
    [tellScores(change, words), ...tellVerdict(change, words)].map(markdownCell).join('<br>'),
    [...reasons, ...(rest === '' ? [] : [rest])].join('<br>')
  ])
}

function bandsSection({ overall }: StandardDiff, words: DiffWords): readonly Section[] {
  const moves = tellBandMoves(overall, words)
  if (moves.length === 0) return []
  return [
    folded(
      words.bands,
      '',
      moves.map(move => `- ${markdownText(move)}\n`)
    )
  ]
}
