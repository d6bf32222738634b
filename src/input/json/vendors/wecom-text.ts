import { at, firstOf, isObject, listAt, type Spot, textAt } from '../spot.ts'

/** What stands for a message that is no text, with the keys of what names it. */
const kinds: Readonly<Record<string, readonly [label: string, ...name: string[]]>> = {
  image: ['图片'],
  voice: ['语音'],
  video: ['视频'],
  card: ['名片'],
  location: ['位置', 'location.title', 'location.address'],
  emotion: ['表情'],
  file: ['文件', 'file.filename'],
  link: ['链接', 'link.title'],
  weapp: ['小程序', 'weapp.title'],
  chatrecord: ['聊天记录', 'chatrecord.title'],
  todo: ['待办', 'todo.title'],
  vote: ['投票', 'vote.votetitle'],
  collect: ['填表', 'collect.title'],
  redpacket: ['红包', 'redpacket.wish'],
  external_redpacket: ['红包', 'redpacket.wish'],
  meeting: ['会议邀请', 'meeting.topic'],
  meeting_voice_call: ['语音通话'],
  voiptext: ['音视频通话'],
  docmsg: ['文档', 'doc.title'],
  news: ['图文'],
  calendar: ['日程', 'calendar.title'],
  sphfeed: ['视频号'],
  qydiskfile: ['微盘文件', 'info.filename'],
  revoke: ['撤回了一条消息'],
  agree: ['同意会话存档'],
  disagree: ['不同意会话存档'],
  // The numbers of the newer interface.
  4: ['链接', 'link.title'],
  5: ['小程序', 'weapp.title'],
  8: ['文件', 'file.filename'],
  18: ['文档', 'doc.title'],
  23: ['微盘文件', 'info.filename']
}

/** What a message says; `[图片]` and the like where it is no text. Undefined for a text that has none. */
export function wecomText(message: Spot): string | undefined {
  const written = textAt(message, 'text.content', 'markdown.content', 'info.content')
  if (written !== undefined) return written
  const type = textAt(message, 'msgtype') ?? '1'
  if (type === 'mixed' || type === '20') return mixedText(message)
  if (type === 'text' || type === '1' || type === 'markdown') {
    return typeof at(message, 'content').value === 'string' ? textAt(message, 'content') : undefined
  }
  const [label, ...names] = kinds[type] ?? [`消息类型 ${type}`]
  const name = names.length === 0 ? undefined : textAt(message, ...names)
  return name === undefined ? `[${label}]` : `[${label}] ${name}`
}

/** Each part is JSON in a text, of a type as a message of its own. */
function mixedText(message: Spot): string | undefined {
  const parts = listAt(firstOf(message, 'mixed'), 'item').map(item => {
    const type = textAt(item, 'type') ?? ''
    const content = contentOf(at(item, 'content').value)
    return wecomText({ ...item, value: { msgtype: type, [type]: content } })
  })
  const texts = parts.filter(part => part !== undefined)
  return texts.length > 0 ? texts.join('\n') : undefined
}

function contentOf(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    const parsed: unknown = JSON.parse(value)
    return isObject(parsed) ? parsed : { content: value }
  } catch {
    return { content: value }
  }
}
