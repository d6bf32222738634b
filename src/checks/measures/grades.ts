import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { Outcome } from '../../model/evaluation.ts'
import { parsePercent } from '../../text/quantity.ts'
import type { CompileEnv } from '../check.ts'
import type { ContactView } from '../view.ts'
import type { Unit } from './unit.ts'

/** What a figure earns up to a bound, or from a bound on. */
export interface GradeSource {
  readonly up_to?: string | number | undefined
  readonly from?: string | number | undefined
  readonly earns: string
}

/** The options of a measure that grades go with. */
export interface GradedOptions {
  readonly grades?: readonly GradeSource[] | undefined
  readonly min?: string | number | undefined
  readonly max?: string | number | undefined
}

const bound = z.union([z.string(), z.number()])

export const gradesSchema: z.ZodType<readonly GradeSource[]> = z
  .array(
    closed({
      up_to: bound.optional().describe('Figures up to this earn it, where less is better.'),
      from: bound.optional().describe('Figures from this on earn it, where more is better.'),
      earns: z.string().describe('Share of the points: 50%.')
    })
  )
  .min(1)

/** The share of the points that a figure earns, 0 to 1; 0 beyond the last grade. */
export type Grade = (value: number) => number

/** The grades as they hold on one contact, with the bound that stands in for `min` or `max` where neither is given. */
export interface Graded {
  readonly grade: Grade
  readonly bound: { readonly min?: number | undefined; readonly max?: number | undefined }
}

/** `undefined` where an edge depends on a name that has no usable value on the contact. */
export type Grades = (view: ContactView) => Graded | undefined

/** Whether a grade earns all points, so that its edge can be the bound. */
export function hasFullGrade(grades: readonly GradeSource[] | undefined): boolean {
  return fullGrade(grades) !== undefined
}

/** The grade that earns all points. */
export function fullGrade(grades: readonly GradeSource[] | undefined): GradeSource | undefined {
  return grades?.find(({ earns }) => parsePercent(earns) === 1)
}

/** Reads the grades of a measure in the unit of its figure; reports those that cannot be read or do not agree. */
export function compileGrades(
  { grades, min, max }: GradedOptions,
  unit: Unit,
  env: CompileEnv
): Grades | undefined {
  if (!grades) return undefined
  const rising = grades[0]!.from !== undefined
  const bounded = min !== undefined || max !== undefined
  const full = bounded ? -1 : grades.indexOf(fullGrade(grades)!)
  const steps = grades.map((grade, i) => compileStep(grade, rising, unit, env, i))
  return view => {
    const edges = steps.map(({ edge, earns }) => ({ edge: edge(view), earns }))
    if (edges.some(({ edge }) => edge === undefined)) return undefined
    const edge = edges[full]?.edge
    return {
      bound: edge === undefined ? {} : rising ? { min: edge } : { max: edge },
      grade: value =>
        edges.reduce((best, { edge = 0, earns }) => {
          const reached = rising ? value >= edge : value <= edge
          return reached ? Math.max(best, earns) : best
        }, 0)
    }
  }
}

interface Step {
  readonly edge: (view: ContactView) => number | undefined
  readonly earns: number
}

function compileStep(
  { up_to, from, earns }: GradeSource,
  rising: boolean,
  unit: Unit,
  env: CompileEnv,
  index: number
): Step {
  const at = ['grades', index]
  const [key, other] = rising ? (['from', 'up_to'] as const) : (['up_to', 'from'] as const)
  const share = parsePercent(earns)
  if (share === undefined || share > 1) env.report({ kind: 'percent', value: earns }, [...at, 'earns'])
  const [written, stray] = rising ? [from, up_to] : [up_to, from]
  if (stray !== undefined) env.report({ kind: 'bad-value', value: other, allowed: key }, [...at, other])
  else if (written === undefined)
    env.report({ kind: 'half-pair', value: 'earns', allowed: key }, [...at, 'earns'])
  else
    return {
      edge: env.bound(String(written), unit.parse, unit.fault, [...at, key]),
      earns: share ?? 0
    }
  return { edge: () => undefined, earns: 0 }
}

/** An outcome with what the worst of its figures earns; whether it passes is for its bounds to say. */
export function gradeOutcome(outcome: Outcome, grade: Grade | undefined, values: readonly number[]): Outcome {
  if (!grade || (outcome.status !== 'pass' && outcome.status !== 'fail')) return outcome
  return { ...outcome, earned: Math.min(1, ...values.map(grade)) }
}
