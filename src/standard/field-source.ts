import * as z from 'zod'
import { coerceField, fieldTypes, type FieldType, type FieldTypes } from '../checks/fields.ts'
import { closed } from '../diagnostics/closed.ts'
import type { Contact, FieldValue } from '../model/contact.ts'

type Scalar = string | number | boolean

/** A field as declared: its type, or also the column it comes from and the values that stand for none. */
export type FieldSource =
  | FieldType
  | {
      readonly type: FieldType
      readonly from?: string | readonly string[] | undefined
      readonly none?: Scalar | readonly Scalar[] | undefined
    }

export type FieldSources = Readonly<Record<string, FieldSource>>

const type = z.enum(fieldTypes)
const scalar = z.union([z.string(), z.number(), z.boolean()])

export const fieldSchema: z.ZodType<FieldSource> = z
  .union([
    type,
    closed({
      type,
      from: z
        .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
        .optional()
        .describe('The column of the input it comes from, or several of which the first filled one counts.'),
      none: z
        .union([scalar, z.array(scalar).min(1)])
        .optional()
        .describe('Values that stand for "none", such as 0:00:00.')
    })
  ])
  .meta({ id: 'field' })

export function typesOf(fields: FieldSources | undefined): FieldTypes {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([name, source]) => [name, typeOf(source)]))
}

function typeOf(source: FieldSource): FieldType {
  return typeof source === 'string' ? source : source.type
}

/** A contact with its fields as the standard calls them; the very same contact where nothing is to be done. */
export type Adapt = (contact: Contact) => Contact

/** What makes contacts of an export speak the words of a standard; `undefined` when it declares nothing of the kind. */
export function createAdapt(fields: FieldSources | undefined): Adapt | undefined {
  const plans = Object.entries(fields ?? {}).flatMap(([name, source]) => {
    if (typeof source === 'string' || (source.from === undefined && source.none === undefined)) return []
    return [{ name, from: [source.from ?? []].flat(), isNone: recognizer(source.type, source.none) }]
  })
  if (plans.length === 0) return undefined
  return contact => {
    const adapted: Record<string, FieldValue> = { ...contact.fields }
    for (const { name, from, isNone } of plans) {
      const value = [name, ...from].map(key => contact.fields[key]).find(isFilled)
      if (value === undefined || isNone(value)) delete adapted[name]
      else adapted[name] = value
    }
    return { ...contact, fields: adapted }
  }
}

function isFilled(value: FieldValue | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** Values are the same as they are written, or as their type reads them: `0:00:00` is also `00:00:00`. */
function recognizer(
  of: FieldType,
  none: Scalar | readonly Scalar[] | undefined
): (value: FieldValue) => boolean {
  const nones = none === undefined ? [] : [none].flat()
  const texts = new Set(nones.map(value => String(value).trim()))
  const values = new Set(nones.map(value => comparable(value, of)))
  values.delete(undefined)
  return value => texts.has(String(value).trim()) || values.has(comparable(value, of))
}

function comparable(value: FieldValue, of: FieldType): string | undefined {
  const read = of === 'text' ? undefined : coerceField(value, of)
  return read === undefined ? undefined : String(read instanceof Date ? read.getTime() : read)
}
