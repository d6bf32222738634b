import type { Code, List, Nodes, Parent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmTable } from 'micromark-extension-gfm-table'
import { readInline } from './markdown-inline.ts'
import { createTextBuilder, joinLines, type PlacedText, type Spot } from './placed-text.ts'
import type { PlacedRow } from './table.ts'

/** A block of a Markdown file as a reader of scripts sees it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: PlacedText }
  | { readonly kind: 'quote' | 'paragraph'; readonly text: PlacedText }
  /** `depth` 0 is that of a list in no other; `leads` when items stand below it. */
  | { readonly kind: 'item'; readonly depth: number; readonly leads: boolean; readonly text: PlacedText }
  | { readonly kind: 'fence'; readonly info: string; readonly text: PlacedText }
  | { readonly kind: 'table'; readonly rows: readonly PlacedRow[] }
  /** What stands between `<!-- linecheck:` and `-->`, and where that begins in the file. */
  | { readonly kind: 'directive'; readonly text: string; readonly at: number }

/** The blocks of a Markdown file (CommonMark with the tables of GFM); HTML comments and the front matter are left out. */
export function readBlocks(spot: Spot): readonly Block[] {
  const tree = fromMarkdown(spot.source, {
    extensions: [gfmTable(), frontmatter(['yaml'])],
    mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown(['yaml'])]
  })
  return tree.children.flatMap(node => blocksOf(spot, node))
}

function blocksOf(spot: Spot, node: Nodes): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: readInline(spot, node.children) }]
    case 'paragraph':
      return [{ kind: 'paragraph', text: readInline(spot, node.children) }]
    case 'blockquote':
      return [{ kind: 'quote', text: joinLines(textsIn(spot, node)) }]
    case 'list':
      return itemsOf(spot, node, 0)
    case 'code': {
      const text = readCode(spot, node)
      // Text that is merely indented is no code to those who write scripts.
      const fenced = /[`~]/.test(spot.source[offsetOf(node)] ?? '')
      return [fenced ? { kind: 'fence', info: node.lang ?? '', text } : { kind: 'paragraph', text }]
    }
    case 'table': {
      const rows = node.children.map(row => ({
        cells: row.children.map(cell => readInline(spot, cell.children)),
        place: spot.placeOf(offsetOf(row), row.position?.end.offset ?? 0)
      }))
      return [{ kind: 'table', rows }]
    }
    case 'html': {
      const directive = /^<!--\s*linecheck:(?<text>[\s\S]*?)-->/.exec(node.value)
      if (directive) {
        const at = offsetOf(node) + directive[0].indexOf('linecheck:') + 'linecheck:'.length
        return [{ kind: 'directive', text: directive.groups!['text']!, at }]
      }
      return node.value.startsWith('<!--') ? [] : [{ kind: 'paragraph', text: readInline(spot, [node]) }]
    }
    default:
      return []
  }
}

/** Items, each with what stands in it but for the lists and quotes below it, which are blocks of their own. */
function itemsOf(spot: Spot, list: List, depth: number): readonly Block[] {
  return list.children.flatMap(item => {
    const own = item.children.filter(({ type }) => type === 'paragraph')
    const below = item.children.filter(({ type }) => type !== 'paragraph')
    const text = joinLines(own.map(node => readInline(spot, [node])))
    const inner = below.flatMap(node =>
      node.type === 'list' ? itemsOf(spot, node, depth + 1) : blocksOf(spot, node)
    )
    const leads = inner.some(({ kind }) => kind === 'item' || kind === 'quote' || kind === 'fence')
    return [{ kind: 'item', depth, leads, text } as const, ...inner]
  })
}

/** The texts of all paragraphs, items and codes below a node. */
function textsIn(spot: Spot, parent: Parent): readonly PlacedText[] {
  return (parent.children as readonly Nodes[]).flatMap(node => {
    if (node.type === 'paragraph' || node.type === 'heading') return [readInline(spot, node.children)]
    if (node.type === 'code') return [readCode(spot, node)]
    return 'children' in node ? textsIn(spot, node) : []
  })
}

/** Lines as they are, each found in the line of the file that it stands in. */
function readCode(spot: Spot, node: Code): PlacedText {
  const builder = createTextBuilder(spot)
  const { source } = spot
  const fenced = /[`~]/.test(source[offsetOf(node)] ?? '')
  let at = fenced ? source.indexOf('\n', offsetOf(node)) + 1 : offsetOf(node)
  for (const [i, line] of node.value.split('\n').entries()) {
    if (i > 0) {
      builder.add('\n')
      at = source.indexOf('\n', at) + 1
    }
    const from = source.indexOf(line, at)
    builder.take(from, from + line.length)
  }
  return builder.finish()
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}
