import { DAY_MS, parseDay } from '../calendar/day.ts'
import type { Moment } from '../metric.ts'

/** A moment as plain numbers; the day is NaN for a time of day alone, which no row can be placed by. */
export interface Point {
  readonly at: number
  readonly day: number
  readonly dateOnly: boolean
}

export function pointOf(moment: Moment | undefined): Point | undefined {
  const day = moment === undefined ? undefined : parseDay(moment.day)
  return moment && day !== undefined ? { at: moment.at, day, dateOnly: moment.dateOnly === true } : undefined
}

/** A side of the time in which an answer counts: an instant, or a whole day. */
export type Edge = { readonly at: number } | { readonly day: number }

/** One thing that must be followed up. */
export interface Case {
  /** What must come first; `undefined` where only the window counts. */
  readonly start: Point | undefined
  /** First moment of the window, where it has one of its own. */
  readonly from: Edge | undefined
  /** Last moment of the window. */
  readonly due: Edge
  /** Whether `due` itself is too late. */
  readonly strict: boolean
  readonly name: string
}

/** A row that may follow something up, or make that needless. */
export interface Answer extends Point {
  /** Whether it must itself be followed up: then it does not answer rows of the same day whose time is unknown. */
  readonly isCase: boolean
  readonly lifts: boolean
}

/** Rows of one key in any order, as plain numbers and names, since there may be very many. */
export interface CaseList {
  readonly cases: number[]
  readonly names: string[]
  readonly answers: number[]
}

const CASE = 7
const ANSWER = 3

export function newCaseList(): CaseList {
  return { cases: [], names: [], answers: [] }
}

export function addCase(list: CaseList, { start, from, due, strict, name }: Case): void {
  const flags = (start ? 1 : 0) | (start?.dateOnly ? 2 : 0) | (strict ? 4 : 0)
  const [fromAt, fromDay] = splitEdge(from)
  const [dueAt, dueDay] = splitEdge(due)
  list.cases.push(start?.at ?? NaN, start?.day ?? NaN, flags, fromAt, fromDay, dueAt, dueDay)
  list.names.push(name)
}

export function addAnswer(list: CaseList, { at, day, dateOnly, isCase, lifts }: Answer): void {
  list.answers.push(at, day, (dateOnly ? 1 : 0) | (isCase ? 2 : 0) | (lifts ? 4 : 0))
}

/** Adds all of `more` to `into`. */
export function mergeCaseLists(into: CaseList, more: CaseList): void {
  for (const number of more.cases) into.cases.push(number)
  for (const name of more.names) into.names.push(name)
  for (const number of more.answers) into.answers.push(number)
}

/** The cases by their last moment, then by name. */
export function listCases({ cases, names }: CaseList): readonly Case[] {
  const found = Array.from({ length: cases.length / CASE }, (_, i): Case => {
    const [at, day, flags, fromAt, fromDay, dueAt, dueDay] = cases.slice(i * CASE, (i + 1) * CASE) as Seven
    return {
      start: (flags & 1) !== 0 ? { at, day, dateOnly: (flags & 2) !== 0 } : undefined,
      from: joinEdge(fromAt, fromDay),
      due: joinEdge(dueAt, dueDay)!,
      strict: (flags & 4) !== 0,
      name: names[i]!
    }
  })
  return found.sort(
    (a, b) => dueOrder(a) - dueOrder(b) || startOrder(a) - startOrder(b) || (a.name < b.name ? -1 : 1)
  )
}

/** A day counts with its last moment. */
const dueOrder = ({ due }: Case): number => ('at' in due ? due.at : (due.day + 1) * DAY_MS - 1)
const startOrder = ({ start }: Case): number => start?.at ?? 0

type Seven = [number, number, number, number, number, number, number]

/** The answers in the order of time. */
export function listAnswers({ answers }: CaseList): readonly Answer[] {
  const found = Array.from({ length: answers.length / ANSWER }, (_, i): Answer => {
    const [at, day, flags] = answers.slice(i * ANSWER, (i + 1) * ANSWER) as [number, number, number]
    return { at, day, dateOnly: (flags & 1) !== 0, isCase: (flags & 2) !== 0, lifts: (flags & 4) !== 0 }
  })
  return found.sort(
    (a, b) => a.at - b.at || Number(a.isCase) - Number(b.isCase) || Number(a.dateOnly) - Number(b.dateOnly)
  )
}

function splitEdge(edge: Edge | undefined): readonly [at: number, day: number] {
  if (edge === undefined) return [NaN, NaN]
  return 'at' in edge ? [edge.at, NaN] : [NaN, edge.day]
}

function joinEdge(at: number, day: number): Edge | undefined {
  if (!Number.isNaN(at)) return { at }
  return Number.isNaN(day) ? undefined : { day }
}
