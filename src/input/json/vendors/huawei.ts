import { makePerson } from '../../contact-draft.ts'
import { readRows } from '../../csv/read-rows.ts'
import { later } from '../../later.ts'
import type { Format } from '../../reader.ts'
import { readJson } from '../documents.ts'
import { jsonRows } from '../json-rows.ts'
import { firstOf, listAt, momentAt, numberAt, spanAt, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat, looksLike } from './format.ts'
import { roleTurns } from './talk.ts'

/** The result of Huawei Cloud's quality check of a call. */
export const huawei: Format = documentFormat({
  name: 'huawei',
  keys: [['segments.asr_text', 'segments.speaker']],
  convert: (document, { id, speakers }) => ({
    id: textAt(document, 'call_id', 'call_uuid') ?? id,
    channel: 'call',
    agent: makePerson(textAt(document, 'staff_id'), textAt(document, 'staff_name')),
    started: momentAt(document, 'call_time'),
    fields: statedFields({
      file_name: textAt(document, 'file_name'),
      left_speed: numberAt(document, 'left_speed'),
      right_speed: numberAt(document, 'right_speed')
    }),
    turns: roleTurns(
      listAt(document, 'segments').map(segment => ({
        spot: segment,
        label: textAt(segment, 'speaker', 'role') ?? '',
        by: undefined,
        text: textAt(segment, 'asr_text'),
        start: spanAt(segment, 1000, 'start_time'),
        end: spanAt(segment, 1000, 'end_time')
      })),
      speakers
    )
  })
})

const columns = ['callId', 'role', 'content', 'beginTime', 'endTime', 'language'] as const

const keys = [['callId', 'role', 'content', 'beginTime']]

/** What Huawei Cloud's check while a call goes on is asked: a sentence each, with the call that it belongs to. */
export const huaweiSentences: Format = {
  name: 'huawei-sentences',
  extensions: [],
  map: 'paths',
  sniff: head => (looksLike(head, keys, [], undefined) ? 0.99 : 0),
  read: (bytes, context) =>
    later(() => {
      const map = { id: 'callId', role: 'role', text: 'content', start: 'beginTime', end: 'endTime' }
      const rows = jsonRows(
        readJson(bytes, context),
        columns,
        spot => columns.map(column => String(firstOf(spot, column).value ?? '')),
        context
      )
      return readRows(rows, { ...context, options: { ...context.options, map } })
    })
}
