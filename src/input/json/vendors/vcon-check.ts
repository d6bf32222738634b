import { parseMoment } from '../../times.ts'
import type { ShapeError } from '../shape-error.ts'
import { at, isFilled, isObject, listAt, refuse, type Spot } from '../spot.ts'

type Demand = readonly [holds: (value: unknown) => boolean, allowed: string]

const time: Demand = [
  value => typeof value === 'string' && parseMoment(value) !== undefined,
  'RFC 3339 date-time'
]
const list: Demand = [value => Array.isArray(value) && value.every(isObject), '[{...}, ...]']

/** What each vCon must have, and what it may have but not otherwise than this. */
const needed: Readonly<Record<string, Demand>> = {
  uuid: [value => typeof value === 'string' && value.trim() !== '', 'UUID'],
  created_at: time,
  parties: list
}
const optional: Readonly<Record<string, Demand>> = { dialog: list, analysis: list, attachments: list }

const inDialog: Readonly<Record<string, Demand>> = {
  type: [value => typeof value === 'string' && value !== '', 'recording, text, transfer, incomplete'],
  start: time,
  duration: [value => typeof value === 'number' && value >= 0, '0, 1, 2.5, ... (s)'],
  mimetype: [isMediaType, 'audio/wav, text/plain, ...'],
  mediatype: [isMediaType, 'audio/wav, text/plain, ...'],
  url: [value => typeof value === 'string' && URL.canParse(value), 'https://...']
}

/** What makes a document no valid vCon, the first of it; undefined when nothing does. */
export function checkVcon(document: Spot): ShapeError | undefined {
  for (const [key, [holds, allowed]] of Object.entries(needed)) {
    const spot = at(document, key)
    if (!holds(spot.value)) return refuse(spot, allowed)
  }
  for (const [key, [holds, allowed]] of Object.entries(optional)) {
    const spot = at(document, key)
    if (spot.value !== undefined && !holds(spot.value)) return refuse(spot, allowed)
  }
  const parties = listAt(document, 'parties').length
  for (const dialog of listAt(document, 'dialog')) {
    for (const [key, [holds, allowed]] of Object.entries(inDialog)) {
      const spot = at(dialog, key)
      if (isFilled(spot) && !holds(spot.value)) return refuse(spot, allowed)
    }
    for (const key of ['parties', 'originator']) {
      const spot = at(dialog, key)
      if (isFilled(spot) && !isIndex(spot.value, parties)) return refuse(spot, `0..${parties - 1}`)
    }
  }
  const dialogs = listAt(document, 'dialog').length
  for (const analysis of listAt(document, 'analysis')) {
    const spot = at(analysis, 'dialog')
    if (isFilled(spot) && !isIndex(spot.value, dialogs)) return refuse(spot, `0..${dialogs - 1}`)
  }
  return undefined
}

function isMediaType(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.+-]+\/[\w.+-]+\s*(?:;.*)?$/.test(value)
}

/** An index below `count`, or a list of such. */
function isIndex(value: unknown, count: number): boolean {
  if (Array.isArray(value)) return value.every(part => isIndex(part, count))
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count
}
