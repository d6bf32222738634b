import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import { momentAt, numberAt, type Spot, textAt } from '../spot.ts'
import { statedFields } from './fields.ts'
import { documentFormat } from './format.ts'

/** Sessions of 容联七陌 online service. The query for them tells everything of a session but what was said. */
export const moor: Format = documentFormat({
  name: '7moor',
  keys: [
    ['_id', 'createTime', 'beginTime', 'endTime', 'msgCount'],
    ['_id', 'sName', 'createTime', 'msgCount']
  ],
  inside: 'data.webchatSession',
  convert: (session, { id }) => {
    const started = momentAt(session, 'createTime', 'beginTime')
    const end = momentAt(session, 'endTime')
    return {
      id: textAt(session, '_id', 'sessionId', 'sid') ?? id,
      channel: 'chat',
      agent: makePerson(textAt(session, 'agentNumber', 'agent'), textAt(session, 'agentName')),
      customer: makePerson(textAt(session, 'visitorId', 'customerId'), textAt(session, 'sName')),
      started,
      fields: statedFields({
        duration_s: between(started?.ms, end?.ms),
        create_time: stated(session, 'createTime'),
        begin_time: stated(session, 'beginTime'),
        manual_time: stated(session, 'manualTime'),
        end_time: stated(session, 'endTime'),
        msg_count: numberAt(session, 'msgCount'),
        queue: textAt(session, 'groupName', 'queueName'),
        status: textAt(session, 'status'),
        area: textAt(session, 'area')
      }),
      turns: []
    }
  }
})

/** A time as it was written, when it is one. */
function stated(session: Spot, key: string): string | undefined {
  return momentAt(session, key) && textAt(session, key)
}

function between(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined || to < from ? undefined : (to - from) / 1000
}
