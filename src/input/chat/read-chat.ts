import type { FieldValue, Person } from '../../model/contact.ts'
import { plainLineEnds } from '../bytes/plain-line-ends.ts'
import { splitLines } from '../bytes/split-lines.ts'
import { type DraftTurn, finishContact, makePerson, makeTurn } from '../contact-draft.ts'
import { countRow } from '../count-row.ts'
import { problemAt, shorten } from '../problems.ts'
import type { Format, InputItem, ReadContext } from '../reader.ts'
import { speakerExamples } from '../speaker-words.ts'
import { createSpeakers, type Speakers } from '../speakers.ts'
import { tellBackwards } from '../tell-backwards.ts'
import { classifyQq, classifyWechat, sniffQq, sniffWechat } from './personal.ts'
import { classifyQianniu, sniffQianniu } from './qianniu.ts'
import type { Classify, Sender, Step } from './step.ts'
import { resolveSenders } from './who.ts'

/** A chat that was copied out of 千牛 or 旺旺. */
export const qianniu: Format = chatFormat('qianniu', classifyQianniu, sniffQianniu)
/** The text that QQ exports, with one talk or many. */
export const qq: Format = chatFormat('qq', classifyQq, sniffQq)
/** The text that programs export from WeChat. */
export const wechat: Format = chatFormat('wechat', classifyWechat, sniffWechat)

function chatFormat(name: string, classify: Classify, sniff: Format['sniff']): Format {
  return { name, extensions: ['.txt'], sniff, read: (bytes, context) => readChat(bytes, context, classify) }
}

/** A line with what it is. */
interface Line {
  readonly text: string
  readonly number: number
  readonly step: Step
}

/** A file is read as a whole: who the senders are shows at its end. */
async function* readChat(
  bytes: AsyncIterable<Buffer>,
  context: ReadContext,
  classify: Classify
): AsyncGenerator<InputItem> {
  const texts: string[] = []
  for await (const batch of splitLines(plainLineEnds(bytes))) texts.push(...batch)
  const steps = classify(texts)
  const lines = texts.map((text, i): Line => ({ text, number: i + 1, step: steps[i]! }))
  const speakers = createSpeakers(context.options.agents)
  const starts = lines.flatMap(({ step }, i) => (step.kind === 'contact' ? [i] : []))
  const ends = starts.map((_, i) => starts[i + 1] ?? lines.length)
  const parts = [
    lines.slice(0, starts[0] ?? lines.length),
    ...starts.map((from, i) => lines.slice(from, ends[i]))
  ]
  for (const part of parts) {
    const item = readTalk(part, context, speakers)
    if (item) yield item
  }
}

function readTalk(lines: readonly Line[], context: ReadContext, speakers: Speakers): InputItem | undefined {
  const { file, stem, options, counts } = context
  const first = lines[0]?.step
  const partner = first?.kind === 'contact' ? first.other : undefined
  const senders = lines.flatMap(({ step }) => (step.kind === 'message' ? [step.sender] : []))
  const who = resolveSenders(senders, partner, speakers)
  const turns: DraftTurn[] = []
  const places: { line: number; start: number | undefined }[] = []
  let turn: DraftTurn | 'lost' | undefined
  let bare = false
  for (const { text, number, step } of lines) countRow(counts, take(text, number, step))
  if (turns.length === 0) return undefined
  tellBackwards(places, { file, onProblem: options.onProblem })
  const agents = peopleOf('agent')
  const contact = finishContact({
    id: partner === undefined ? stem : `${stem}:${partner}`,
    channel: 'chat',
    agent: personOf(agents[0]),
    customer: personOf(peopleOf('customer')[0]),
    fields: fieldsOf(agents),
    turns,
    clock: 'absolute',
    zone: ''
  })
  return { kind: 'contact', contact, source: { file, line: lines[0]!.number } }

  function take(text: string, number: number, step: Step): 'used' | 'bad' | 'blank' | 'noise' {
    switch (step.kind) {
      case 'message':
        return begin(step.sender, step.moment.ms, number)
      case 'text':
        return goOn(text, number)
      case 'notice': {
        const above = turns.at(-1)?.start
        turns.push(makeTurn('system', text.trim(), above))
        return 'used'
      }
      case 'header':
      case 'contact':
        return 'used'
      default:
        return step.kind
    }
  }

  function begin(sender: Sender, start: number, number: number): 'used' | 'bad' {
    const by = who.get(sender.label)
    if (by === undefined) {
      turn = 'lost'
      const code = sender.label === '' ? 'input/no-speaker' : 'input/unknown-role'
      const values = { value: shorten(sender.label), allowed: speakerExamples }
      options.onProblem(problemAt(code, 'error', file, number, values))
      return 'bad'
    }
    turn = makeTurn(by, '', start)
    bare = true
    turns.push(turn)
    places.push({ line: number, start })
    return 'used'
  }

  function goOn(text: string, number: number): 'used' | 'bad' {
    if (turn === 'lost') return 'bad'
    if (turn === undefined) {
      options.onProblem(problemAt('input/no-speaker', 'error', file, number, { value: shorten(text) }))
      return 'bad'
    }
    turn.text = bare ? text : `${turn.text}\n${text}`
    bare = false
    return 'used'
  }

  function peopleOf(by: 'agent' | 'customer'): Sender[] {
    const own = senders.filter(({ label }) => who.get(label) === by)
    return [...new Map(own.map(sender => [sender.label, sender])).values()]
  }
}

function personOf(sender: Sender | undefined): Person {
  return makePerson(sender?.id, sender?.name)
}

/** A contact has one agent, the first; that others took part stands in a field. */
function fieldsOf(agents: readonly Sender[]): Readonly<Record<string, FieldValue>> {
  const shop = agents.find(agent => agent.shop !== undefined)?.shop
  return {
    ...(shop === undefined ? {} : { shop }),
    ...(agents.length > 1
      ? { agents: agents.map(({ name, id, label }) => name ?? id ?? label).join(', ') }
      : {})
  }
}
