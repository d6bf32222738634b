import type { Nodes } from 'mdast'
import { createTextBuilder, type PlacedText, type Spot, type TextBuilder } from './placed-text.ts'

/** Tags that shape a page; others in angle brackets are slots (`<name>`). */
const shaping = /^<\/?(?:a|b|br|center|code|div|em|font|i|img|mark|p|small|span|strong|sub|sup|u)\b[^>]*>$/i

/** Nodes of Markdown as a reader of the page sees them: without what makes text bold, code or a link. */
export function readInline(spot: Spot, nodes: readonly Nodes[]): PlacedText {
  const builder = createTextBuilder(spot)
  for (const node of nodes) write(spot, node, builder)
  return builder.finish()
}

function write(spot: Spot, node: Nodes, builder: TextBuilder): void {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  if (node.type === 'text') align(spot, node.value, from, builder)
  else if (node.type === 'inlineCode') {
    const at = spot.source.indexOf(node.value, from)
    if (at >= 0 && at < to) builder.take(at, at + node.value.length)
    else builder.add(node.value)
  } else if (node.type === 'break') builder.add('\n')
  else if (node.type === 'html') {
    if (/^<br\b/i.test(node.value)) builder.add('\n')
    else if (!node.value.startsWith('<!--') && !shaping.test(node.value)) builder.take(from, to)
  } else if ('children' in node) for (const child of node.children) write(spot, child, builder)
}

/** Finds a text in the file, where escapes, entities and the marks at the beginnings of its lines are left out of it. */
function align(spot: Spot, value: string, start: number, builder: TextBuilder): void {
  const { source } = spot
  let at = start
  for (let i = 0; i < value.length; i++) {
    const character = value[i]!
    if (character === '\n') {
      at = source.indexOf('\n', at) + 1
      while (/[ \t>]/.test(source[at] ?? '')) at++
      builder.add('\n')
    } else if (source[at] === character) {
      builder.take(at, at + 1)
      at++
    } else if (source[at] === '\\' && source[at + 1] === character) {
      builder.take(at + 1, at + 2)
      at += 2
    } else {
      builder.add(character)
      // An entity of several units is passed when its first one is.
      const entity = /^&[#\w]{1,31};/.exec(source.slice(at, at + 33))
      if (entity) at += entity[0].length
    }
  }
}
