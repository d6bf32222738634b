import type { FieldValue } from '../model/contact.ts'
import { parseSeconds } from '../text/quantity.ts'
import { parseWrittenTime } from './written-time.ts'

/** The kinds of values a field can be declared to hold; `seconds` is a number, however a length of time is written. */
export type FieldType = 'text' | 'number' | 'seconds' | 'bool' | 'time'

export const fieldTypes = [
  'text',
  'number',
  'seconds',
  'bool',
  'time'
] as const satisfies readonly FieldType[]

/** Fields by name: those every standard knows, and those it declares itself. */
export type FieldTypes = Readonly<Record<string, FieldType>>

/** Names that exports and standards of the trade share. A standard declares any others under `fields`. */
export const knownFields: FieldTypes = {
  rings: 'number',
  direction: 'text',
  ended_by: 'text',
  duration_s: 'number',
  hold_s: 'number',
  hold_count: 'number',
  longest_hold_s: 'number',
  created_at: 'time',
  answered_at: 'time',
  resolved_at: 'time',
  hotline: 'text',
  shop: 'text',
  company: 'text',
  fixed_price: 'bool',
  paid: 'bool',
  paid_at: 'time',
  order_note: 'text',
  desk_told_at: 'time',
  price_paid: 'number',
  freight: 'number',
  shipping_free: 'bool',
  promised_dispatch_at: 'time',
  dispatched_at: 'time',
  packed_at: 'time',
  order_pulled_at: 'time',
  handed_to_aftersales_at: 'time',
  refund_requested_at: 'time',
  compensation: 'number',
  points_deducted: 'number',
  signed_at: 'time',
  return_requested_at: 'time',
  return_accepted: 'bool',
  unused: 'bool',
  resaleable: 'bool',
  fault_proven: 'bool',
  fault_confirmed_at: 'time',
  photos_received_at: 'time',
  return_freight_by: 'text',
  outward_freight_by: 'text',
  resolution: 'text',
  deal_at: 'time',
  claimed_at: 'time',
  authenticity: 'text',
  event: 'text',
  event_at: 'time',
  member: 'bool',
  is_holiday: 'bool',
  holiday: 'text',
  record_result: 'text',
  record_satisfaction: 'text',
  record_suggestion: 'text',
  record_by: 'text',
  recorded_at: 'time',
  identity_verified: 'bool',
  identity_verified_at: 'time',
  marketing_consent: 'bool',
  counterpart: 'text',
  tier: 'text',
  kind: 'text',
  in_person: 'bool',
  queue: 'text',
  topic: 'text',
  satisfaction: 'number',
  wait_s: 'number',
  resolved: 'bool'
}

const yes = new Set(['true', 'yes', 'y', '1', '是', '有', '已'])
const no = new Set(['false', 'no', 'n', '0', '否', '无', '没有', '未'])

/** A value as its declared type, `undefined` when it is empty or cannot be read as one. */
export function coerceField(value: FieldValue | undefined, type: FieldType): FieldValue | Date | undefined {
  if (value === undefined || value === null || value === '') return undefined
  switch (type) {
    case 'text':
      return String(value)
    case 'number': {
      const number = typeof value === 'number' ? value : Number(String(value).replace(/[,\s]/g, ''))
      return Number.isFinite(number) ? number : undefined
    }
    case 'seconds':
      return typeof value === 'number' ? value : parseSeconds(String(value))
    case 'bool': {
      if (typeof value === 'boolean') return value
      const word = String(value).trim().toLowerCase()
      return yes.has(word) ? true : no.has(word) ? false : undefined
    }
    case 'time':
      return parseInstant(String(value))
  }
}

/**
 * A date, or date-time, as an instant. Without an offset it is taken as UTC: times of one export compare with each
 * other, and no machine's time zone plays a part.
 */
export function parseInstant(text: string): Date | undefined {
  const written = parseWrittenTime(text)
  return written && new Date(written.wall - (written.offset ?? 0))
}
