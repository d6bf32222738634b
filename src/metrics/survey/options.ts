import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { MetricWords } from '../metric.ts'

/** Where a number of each row is found: a field or expression, or one of certain rows only. */
export type SideSource = string | { readonly value: string; readonly of: unknown }

export interface ItemSource {
  readonly dimension?: string | undefined
  readonly weight?: number | undefined
  readonly perceived?: SideSource | undefined
  readonly expected?: SideSource | undefined
}

export interface SurveyOptions {
  readonly items: Readonly<Record<string, ItemSource>>
  readonly item?: string | undefined
  readonly perceived?: SideSource | undefined
  readonly expected?: SideSource | undefined
  readonly weights?: Readonly<Record<string, number>> | undefined
  readonly scale?: readonly [number, number] | undefined
  readonly among?: unknown
}

const text = z.string().min(1)
const weight = z.number().gt(0)

/** The shape of a survey in which people say what they expected and what they got. */
export function surveyOptions({ condition }: MetricWords): z.ZodType<SurveyOptions> {
  const side = z.union([
    text,
    closed({
      value: text.describe('A field with a number.'),
      of: condition.describe('The rows it is taken of.')
    })
  ])
  const sides = {
    perceived: side
      .optional()
      .describe('The answer to what one got: a field, an expression, or of certain rows.'),
    expected: side.optional().describe('The answer to what one expected.')
  }
  return closed({
    items: z
      .record(
        text,
        closed({
          dimension: text.optional().describe('The dimension it belongs to: reliability, ...'),
          weight: weight.optional().describe('Its share in the dimension; 1 by default.'),
          ...sides
        })
      )
      .describe('The items of the survey by name.'),
    item: text.optional().describe('Where each row is one answer: the field with the name of the item.'),
    ...sides,
    weights: z.record(text, weight).optional().describe('Shares of the dimensions; alike by default.'),
    scale: z
      .tuple([z.number(), z.number()])
      .optional()
      .describe('Lowest and highest answer; others are no answers.'),
    among: condition.optional().describe('Only of these rows.')
  }) as unknown as z.ZodType<SurveyOptions>
}
