import type { Sayings } from './draft.ts'
import { cutText, joinLines, type PlacedText } from './placed-text.ts'

const label =
  /^[ \t]*(?:(?<agent>客服代表|客服人员|客服|坐席|座席|话务员|员工|店小二|标准回复|回答|回复|答|agent|rep|a)|(?<bot>智能客服|机器人|小助手|bot|robot)|(?<customer>客户|顾客|用户|买家|来电人|客户问|问题|问|customer|client|caller|buyer|q|c))[ \t]*[:：][ \t]*/iu

type Speaker = 'agent' | 'bot' | 'customer'

interface Turn {
  readonly by: Speaker
  readonly lines: readonly PlacedText[]
}

/** A reply, and what the text says of it. */
export interface Reply {
  readonly text: PlacedText
  readonly said: Sayings
}

/**
 * The replies in a text: the text itself, unless its lines say who speaks (`客户：...`, `客服：...`, `Q:`, `A:`). Then
 * what the customer says before a reply is what it answers; `open` is what nobody answers. Labels are no part of a
 * script.
 */
export function splitTurns(text: PlacedText): {
  readonly replies: readonly Reply[]
  readonly open?: PlacedText
} {
  const turns = readTurns(text)
  if (!turns) return { replies: [{ text, said: {} }] }
  const replies: Reply[] = []
  let customer: PlacedText | undefined
  for (const { by, lines } of turns) {
    const whole = joinLines(lines)
    if (by === 'customer') customer = whole
    else {
      const said = { ...(customer && { customer }), ...(by === 'bot' && { by: { ...whole, text: 'bot' } }) }
      replies.push({ text: whole, said })
      customer = undefined
    }
  }
  return customer ? { replies, open: customer } : { replies }
}

/** Who speaks on a line, if it says so. */
export function speakerOfLine(line: string): Speaker | undefined {
  const match = label.exec(line)
  return match ? speakerOf(match) : undefined
}

/** Undefined when the first line does not say who speaks. */
function readTurns(text: PlacedText): readonly Turn[] | undefined {
  if (!label.test(text.text)) return undefined
  const turns: { by: Speaker; lines: PlacedText[] }[] = []
  let at = 0
  for (const line of text.text.split('\n')) {
    const match = label.exec(line)
    const from = at + (match?.[0].length ?? 0)
    const part = cutText(text, from, at + line.length)
    const by = match && speakerOf(match)
    const last = turns.at(-1)
    if (by && by !== last?.by) turns.push({ by, lines: [part] })
    else last?.lines.push(part)
    at += line.length + 1
  }
  return turns
}

function speakerOf({ groups }: RegExpExecArray): Speaker {
  if (groups?.['agent'] !== undefined) return 'agent'
  return groups?.['bot'] === undefined ? 'customer' : 'bot'
}
