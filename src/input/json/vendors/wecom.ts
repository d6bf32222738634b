import type { Contact } from '../../../model/contact.ts'
import { type DraftTurn, finishContact, makePerson, makeTurn } from '../../contact-draft.ts'
import { countRow } from '../../count-row.ts'
import type { Group } from '../../csv/group.ts'
import { createGroupStore } from '../../csv/group-store.ts'
import { problemAt } from '../../problems.ts'
import type { Format, InputItem, ReadContext } from '../../reader.ts'
import { createSpeakers } from '../../speakers.ts'
import { formatMoment } from '../../times.ts'
import { type Document, readJson } from '../documents.ts'
import { spotOf } from '../json-rows.ts'
import { isShapeError, shapeProblem } from '../shape-error.ts'
import { looksLike } from './format.ts'
import { statedFields } from './fields.ts'
import { type WecomMessage, wecomMessage } from './wecom-message.ts'

const keys = [
  ['msgid', 'action', 'tolist', 'msgtype'],
  ['msgid', 'action', 'user', 'time'],
  ['msgid', 'sender.type', 'receiver_list.id'],
  ['msg_list.msgid', 'msg_list.sender.type'],
  ['msg_list.msgid', 'msg_list.msg_detail.sender.type'],
  ['msgid', 'msg_detail.sender.type']
]

/**
 * Messages of 企业微信会话存档, of both generations of its interface. A contact is what a member of the staff and a
 * customer, or a room, write without a day's rest: an unanswered question of the evening belongs to the answer of the
 * next morning.
 */
export const wecom: Format = {
  name: 'wecom',
  extensions: [],
  map: 'paths',
  sniff: head => (looksLike(head, keys, [], undefined) ? 0.99 : 0),
  read: readMessages
}

const REST = 24 * 3_600_000
const MEMORY = 256 << 20
/** The cells of a group. */
const [STAFF, CUSTOMER, ROOM] = [0, 1, 2]

async function* readMessages(bytes: AsyncIterable<Buffer>, context: ReadContext): AsyncGenerator<InputItem> {
  const { file, options, counts } = context
  const speakers = createSpeakers(options.agents)
  const store = createGroupStore(3, options.memory ?? MEMORY)
  try {
    for await (const document of readJson(bytes, context, 'msg_list')) {
      const message = messageOf(document)
      if (message === 'bad' || message === 'blank') countRow(counts, message)
      else {
        keep(message, document.line)
        countRow(counts, 'used')
        await store.relieve()
      }
    }
    for await (const groups of store.drain()) for (const group of groups) yield* contactsOf(group)
  } finally {
    await store.close()
  }

  function messageOf(document: Document): WecomMessage | 'bad' | 'blank' {
    const { line } = document
    const found =
      'problem' in document ? document : wecomMessage(spotOf(document.value, line, context), speakers)
    if (found === undefined) return 'blank'
    if (!('problem' in found) && !isShapeError(found)) return found
    options.onProblem('problem' in found ? found.problem : shapeProblem(found, file, line))
    return 'bad'
  }

  function keep(message: WecomMessage, line: number): void {
    const group = store.group(message.thread, line)
    group.cells[STAFF!] ||= message.staff ?? ''
    group.cells[CUSTOMER!] ||= message.customer ?? ''
    group.cells[ROOM!] ||= message.room ?? ''
    const { by, text, ms } = message
    store.add(group, by, text, ms, Number.NaN)
    if (message.recalled && by !== 'system') store.add(group, 'system', RECALLED, ms, Number.NaN)
  }

  function* contactsOf(group: Group): Generator<InputItem> {
    if (group.cells[CUSTOMER!] === '') {
      const values = { value: group.id, count: group.text.length }
      options.onProblem(problemAt('input/no-customer', 'warning', file, group.line, values))
      return
    }
    for (const session of sessionsOf(group)) {
      yield { kind: 'contact', contact: contactOf(group, session), source: { file, line: group.line } }
    }
  }
}

const RECALLED = '[撤回了一条消息]'

/** Messages in the order of their times, in parts with a day's rest between them. */
function sessionsOf({ by, text, start }: Group): readonly DraftTurn[][] {
  const turns = text.map((words, i) => makeTurn(by[i]!, words, start[i])).sort((a, b) => a.start! - b.start!)
  const sessions: DraftTurn[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const turn of turns) {
    if (turn.start! - before >= REST) sessions.push([])
    sessions.at(-1)!.push(turn)
    before = turn.start!
  }
  return sessions
}

/** The service keeps China's time. */
const ZONE = '+08:00'

function contactOf({ id, cells }: Group, turns: DraftTurn[]): Contact {
  const day = formatMoment({ ms: turns[0]!.start!, zone: ZONE }).slice(0, 10)
  const recalls = turns.filter(turn => turn.by === 'system' && turn.text === RECALLED).length
  return finishContact({
    id: `${id}|${day}`,
    channel: 'chat',
    agent: makePerson(cells[STAFF!]),
    customer: makePerson(cells[CUSTOMER!]),
    fields: statedFields({ room: cells[ROOM!], recalled: recalls }),
    turns,
    clock: 'absolute',
    zone: ZONE
  })
}
