import type { Problem } from '../../../diagnostics/problem.ts'
import type { Person } from '../../../model/contact.ts'
import { type Clock, type Draft, finishContact } from '../../contact-draft.ts'
import { countRow } from '../../count-row.ts'
import type { Format, InputItem, ReadContext } from '../../reader.ts'
import { createSpeakers, type Speakers } from '../../speakers.ts'
import { readJson } from '../documents.ts'
import { headKeys } from '../head-keys.ts'
import { spotOf } from '../json-rows.ts'
import { isShapeError, type ShapeError, shapeProblem } from '../shape-error.ts'
import { foldKey, type Spot } from '../spot.ts'

/** What a converter knows beside the document. */
export interface Surroundings {
  /** The id of a contact that names none. */
  readonly id: string
  readonly speakers: Speakers
}

/** A draft whose parts that a format does not tell may be missing. */
export interface VendorDraft extends Omit<Draft, 'agent' | 'customer' | 'clock' | 'zone'> {
  readonly agent?: Person | undefined
  readonly customer?: Person | undefined
  /** Offsets unless told. */
  readonly clock?: Clock
  readonly zone?: string
}

/** Makes a contact of one document, or says why it is none. What can be left out is told through the spot. */
export type Convert = (document: Spot, surroundings: Surroundings) => VendorDraft | ShapeError

export interface DocumentFormat {
  readonly name: string
  /** A document of this format has all the keys of one of these lists, `a.b.c`; lists in it count for nothing. */
  readonly keys: readonly (readonly string[])[]
  /** Keys that documents of a similar format have, and these not. */
  readonly without?: readonly string[]
  /** The key under which a file holds many documents, when it is neither one of them nor a list or lines of them. */
  readonly inside?: string
  /** Extensions beside those of JSON. */
  readonly extensions?: readonly string[]
  readonly convert: Convert
}

/**
 * A format of JSON documents, each of them one contact: a file is one, a list of them, or has one on each line. It is
 * told by its keys, never by its name.
 */
export function documentFormat({
  name,
  keys,
  without = [],
  inside,
  extensions = [],
  convert
}: DocumentFormat): Format {
  return {
    name,
    extensions,
    map: 'paths',
    sniff: head => (looksLike(head, keys, without, inside) ? 0.99 : 0),
    read: (bytes, context) => readDocuments(bytes, context, convert, inside)
  }
}

/** Whether the beginning of a file has the keys of one of the lists, at the top or inside the key of many. */
export function looksLike(
  head: string,
  keys: readonly (readonly string[])[],
  without: readonly string[],
  inside: string | undefined
): boolean {
  if (!/^\s*[[{]/.test(head)) return false
  const folded = foldKey(head)
  // Most files are of other formats, and this is much cheaper than to walk over them.
  const likely = keys.filter(list =>
    list.every(key => key.split('.').every(part => folded.includes(`"${foldKey(part)}"`)))
  )
  if (likely.length === 0) return false
  const found = headKeys(head)
  const has = (key: string): boolean =>
    found.has(foldKey(key)) || (inside !== undefined && found.has(foldKey(`${inside}.${key}`)))
  return likely.some(list => list.every(has)) && !without.some(has)
}

async function* readDocuments(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext,
  convert: Convert,
  inside: string | undefined
): AsyncGenerator<InputItem> {
  const { file, stem, options, counts } = context
  const speakers = createSpeakers(options.agents)
  let count = 0
  for await (const element of readJson(bytes, context, inside)) {
    const { line } = element
    const item = 'problem' in element ? bad(element.problem) : readDocument(element.value, line)
    countRow(counts, item.kind === 'bad' ? 'bad' : 'used')
    if (item.kind === 'bad') options.onProblem(item.problem)
    yield item
  }

  function readDocument(value: unknown, line: number): InputItem {
    const id = ++count === 1 ? stem : `${stem}-${count}`
    const draft = convert(spotOf(value, line, context), { id, speakers })
    if (isShapeError(draft)) return bad(shapeProblem(draft, file, line))
    const contact = finishContact({
      clock: 'offset',
      zone: '',
      ...draft,
      agent: draft.agent ?? {},
      customer: draft.customer ?? {}
    })
    return { kind: 'contact', contact, source: { file, line } }
  }
}

function bad(problem: Problem): InputItem {
  return { kind: 'bad', problem }
}
