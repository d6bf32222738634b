import type { Collector } from './collector.ts'
import type { Sayings } from './draft.ts'
import { meaningOfName } from './fields.ts'
import { createTextBuilder, cutText, joinLines, type PlacedText, type Spot } from './placed-text.ts'
import { speakerOfLine } from './turns.ts'

type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'scene'; readonly text: PlacedText }
  | { readonly kind: 'said'; readonly said: Sayings; readonly lasts: boolean }
  | { readonly kind: 'text'; readonly text: PlacedText; readonly numbered: boolean }

const heading =
  /^(?:#{1,6}[ \t]*|[一二三四五六七八九十]{1,3}、[ \t]*)(?<title>[^。！？!?,，]{1,30})$|^【(?<bracket>[^【】]{1,20})】$/
const numbering = /^(?:\d{1,3}[.．、)）](?!\d)|[（(]\d{1,3}[)）]|[-*•·●○◆▪])[ \t]*/
const pair = /^(?<key>[^\s:：，。,]{1,12}(?:[ _][A-Za-z]+)?)[ \t]*[:：][ \t]*(?<value>.*)$/u

/**
 * A library in plain text. A line `场景：...`, `【...】` alone, `# ...` or `一、...` names the scenario of what follows;
 * `编号：`, `条款：` and the like speak of the next script. Where blank lines part the scripts of one scenario, a
 * paragraph is a script, else each line is one; a number or bullet begins one in any case.
 */
export function readPlainLibrary(spot: Spot, collector: Collector): void {
  const lines = readLines(spot)
  const byParagraph = hasParagraphs(lines)
  let lasting: Sayings = {}
  let next: Sayings = {}
  let open: PlacedText[] = []
  const close = (): void => {
    if (open.length === 0) return
    collector.add(joinLines(open), { ...lasting, ...next })
    next = {}
    open = []
  }
  for (const line of lines) {
    if (line.kind === 'blank') {
      if (byParagraph) close()
    } else if (line.kind === 'scene') {
      close()
      collector.endScene()
      lasting = { ...lasting, scenario: line.text }
    } else if (line.kind === 'said') {
      close()
      if (line.said.scenario) collector.endScene()
      if (line.lasts) lasting = { ...lasting, ...line.said }
      else next = { ...next, ...line.said }
    } else {
      if (line.numbered || (!byParagraph && !(asks(open[0]) && isReply(line.text)))) close()
      open.push(line.text)
    }
  }
  close()
  collector.endScene()
}

function hasParagraphs(lines: readonly Line[]): boolean {
  let before: Line['kind'] | undefined
  let blank = false
  for (const line of lines) {
    if (line.kind === 'blank') {
      blank = true
      continue
    }
    if (line.kind === 'text' && before === 'text' && blank) return true
    before = line.kind
    blank = false
  }
  return false
}

function readLines(spot: Spot): readonly Line[] {
  let at = 0
  return spot.source.split('\n').map(line => {
    const builder = createTextBuilder(spot)
    builder.take(at, at + line.length)
    at += line.length + 1
    return readLine(builder.finish())
  })
}

function readLine(text: PlacedText): Line {
  if (text.text === '') return { kind: 'blank' }
  const title = heading.exec(text.text)
  if (title?.groups) {
    const name = title.groups['title'] ?? title.groups['bracket']!
    const from = text.text.lastIndexOf(name)
    return { kind: 'scene', text: cutText(text, from, from + name.length) }
  }
  const number = numbering.exec(text.text)?.[0].length ?? 0
  const body = cutText(text, number)
  const match = pair.exec(body.text)
  const field = match && meaningOfName(match.groups!['key']!)?.field
  // Who speaks is left to the turns of a script.
  if (!match || !field || field === 'customer' || field === 'slots' || speakerOfLine(body.text)) {
    return { kind: 'text', text: body, numbered: number > 0 }
  }
  const value = cutText(body, body.text.length - match.groups!['value']!.length)
  if (field === 'text') return { kind: 'text', text: value, numbered: true }
  if (value.text === '') return { kind: 'blank' }
  return {
    kind: 'said',
    said: { [field]: value },
    lasts: field === 'scenario' || field === 'channel' || field === 'by'
  }
}

// A reply goes with the question above it.
const asks = (text: PlacedText | undefined): boolean =>
  text !== undefined && speakerOfLine(text.text) === 'customer'
const isReply = (text: PlacedText): boolean => (speakerOfLine(text.text) ?? 'customer') !== 'customer'
