import { createSpeakers } from '../speakers.ts'
import { parseMoment } from '../times.ts'
import { isRecall, type Sender, type Step, TIME } from './step.ts'

/** No name has the delimiters of tables in it, whose rows may begin or end with a time. QQ: `2026-03-02 9:00:05 昵称(10001)`, `2026-03-02 9:00:05 昵称<a@b.c>`. */
const qqHeader = new RegExp(
  `^(${TIME}) +([^,;|"\\t]{1,60}?)(?:[(（]([\\d*]{4,})[)）]|<([^<>\\s]+@[^<>\\s]+)>)?$`,
  'u'
)
/** WeChat: `昵称 2026-03-02 09:00:05`, `昵称(2026-03-02 09:00:05)`. */
const wechatHeader = new RegExp(
  `^([^\\s,;|"][^,;|"\\t]{0,59}?)(?:\\s+(${TIME})|\\s*[(（](${TIME})[)）])[:：]?$`,
  'u'
)

const preamble = /^(?:消息记录|消息分组[:：].*|=+$|聊天记录$)/
const partner = /^消息对象[:：]\s*(.+)$/u

/** Tells the lines of the text that QQ exports. */
export function classifyQq(lines: readonly string[]): readonly Step[] {
  return lines.map(each => {
    const line = each.trim()
    const [, time, name, number, mail] = qqHeader.exec(line) ?? []
    const moment = time === undefined ? undefined : parseMoment(time)
    if (moment) return { kind: 'message', sender: { label: name!, name, id: number ?? mail }, moment }
    const other = partner.exec(line)?.[1]
    if (other !== undefined) return { kind: 'contact', other: other.trim() }
    return otherLine(line)
  })
}

/** Tells the lines of the texts that programs export from WeChat. */
export function classifyWechat(lines: readonly string[]): readonly Step[] {
  return lines.map(each => {
    const line = each.trim()
    const [, name, spaced, boxed] = wechatHeader.exec(line) ?? []
    const moment = parseMoment(spaced ?? boxed ?? '')
    const sender: Sender = { label: name ?? '', name }
    return moment && name !== undefined ? { kind: 'message', sender, moment } : otherLine(line)
  })
}

function otherLine(line: string): Step {
  if (line === '') return { kind: 'blank' }
  if (isRecall(line)) return { kind: 'notice' }
  return { kind: preamble.test(line) ? 'noise' : 'text' }
}

export function sniffQq(head: string): number {
  const lines = firstLines(head)
  if (lines.some(line => partner.test(line))) return 0.98
  const headers = lines.map(line => qqHeader.exec(line)).filter(found => found !== null)
  if (headers.length === 0 || !qqHeader.test(lines[0]!)) return 0
  return headers.some(([, , , number, mail]) => number !== undefined || mail !== undefined) ? 0.97 : 0.75
}

/** Where all speakers are words for roles, the reader of plain text knows them as well. */
export function sniffWechat(head: string): number {
  const lines = firstLines(head)
  const names = lines.map(line => wechatHeader.exec(line)?.[1]).filter(name => name !== undefined)
  if (names.length === 0 || !wechatHeader.test(lines[0]!)) return 0
  const speakers = createSpeakers()
  return names.every(name => speakers.of(name) !== undefined) ? 0 : 0.93
}

function firstLines(head: string): string[] {
  return head
    .split(/\r*\n|\r/, 200)
    .map(line => line.trim())
    .filter(line => line !== '' && !/^(?:消息记录|聊天记录|=+$)/.test(line))
}
