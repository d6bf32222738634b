import type { Speaker } from '../../../model/contact.ts'
import type { Speakers } from '../../speakers.ts'
import { at, isFilled, listAt, momentAt, refuse, type Spot, textAt } from '../spot.ts'
import type { ShapeError } from '../shape-error.ts'
import { wecomText } from './wecom-text.ts'

/** A message of 企业微信会话存档. */
export interface WecomMessage {
  /** The room, or the two who write to each other. */
  readonly thread: string
  readonly room: string | undefined
  readonly by: Speaker
  /** The member of staff and the customer, as far as this message shows them. */
  readonly staff: string | undefined
  readonly customer: string | undefined
  readonly text: string
  /** Ms since 1970. */
  readonly ms: number
  /** The sender took it back. */
  readonly recalled: boolean
}

interface Member {
  readonly id: string
  readonly by: 'agent' | 'customer' | 'bot'
}

/** External contacts (`wm`, `wo`) and robots (`wb`) have long ids; whatever else is one of the staff. */
const external = /^w[mo][\w-]{16,}$/
const robot = /^wb[\w-]{16,}$/

/**
 * Reads one record of either generation of the interface. Records that are no messages, such as that a member of the
 * staff switched companies, give nothing.
 */
export function wecomMessage(record: Spot, speakers: Speakers): WecomMessage | ShapeError | undefined {
  if (textAt(record, 'action') === 'switch') return undefined
  const spot = isFilled(at(record, 'msg_detail')) ? at(record, 'msg_detail') : record
  const newer = isFilled(at(spot, 'sender'))
  const sender = newer ? memberAt(at(spot, 'sender'), speakers) : memberOf(textAt(spot, 'from'), speakers)
  if (!sender) return refuse(at(spot, newer ? 'sender' : 'from'), '"zhangsan", "wm..."')
  const receivers = newer
    ? listAt(spot, 'receiver_list').map(receiver => memberAt(receiver, speakers))
    : receiversOf(at(spot, 'tolist')).map(id => memberOf(id, speakers))
  const members = [sender, ...receivers.filter(member => member !== undefined)]
  const time = momentAt(spot, 'msgtime', 'send_time')
  if (!time) return refuse(at(spot, newer ? 'send_time' : 'msgtime'), '1772413200000 (ms), 1772413200 (s)')
  const text = wecomText(spot)
  if (text === undefined) return refuse(at(spot, 'text.content'), 'string')
  const room = textAt(spot, 'roomid', 'chatid')
  const kind = textAt(spot, 'msgtype')
  const idOf = (by: Member['by']): string | undefined => members.find(member => member.by === by)?.id
  return {
    thread: room ?? [...new Set(members.map(({ id }) => id))].toSorted().join('|'),
    room,
    by: kind === 'agree' || kind === 'disagree' || kind === 'revoke' ? 'system' : sender.by,
    staff: idOf('agent'),
    customer: idOf('customer'),
    text,
    ms: time.ms,
    recalled: kind === 'revoke' || [true, 1].includes(at(spot, 'is_recalled').value as boolean | number)
  }
}

function receiversOf({ value }: Spot): readonly string[] {
  if (Array.isArray(value)) return value.filter(id => typeof id === 'string')
  return typeof value === 'string' ? value.split(/[,;|]/).filter(id => id !== '') : []
}

function memberAt(spot: Spot, speakers: Speakers): Member | undefined {
  const type = textAt(spot, 'type')
  const id = textAt(spot, 'id', 'open_userid', 'external_userid')
  if (id === undefined) return undefined
  const member = memberOf(id, speakers)
  if (type === '1' && member?.by !== 'agent') return staffOrNot(id, speakers)
  return type === '2' ? { id, by: 'customer' } : type === '3' ? { id, by: 'bot' } : member
}

function memberOf(id: string | undefined, speakers: Speakers): Member | undefined {
  if (id === undefined) return undefined
  if (external.test(id)) return { id, by: 'customer' }
  return robot.test(id) ? { id, by: 'bot' } : staffOrNot(id, speakers)
}

/** Where the user listed the agents, colleagues who are none of them are those they serve. */
function staffOrNot(id: string, speakers: Speakers): Member {
  return { id, by: speakers.othersAreCustomers && !speakers.isListed(id) ? 'customer' : 'agent' }
}
