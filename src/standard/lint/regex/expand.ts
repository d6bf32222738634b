import type { RegexNode } from './tree.ts'

/**
 * The texts that a regular expression matches, when they are few: `/(可以|能)开/` is two. `undefined` when there are
 * more than `most`, or when a part takes any of many characters.
 */
export function expandRegex(node: RegexNode, most: number): readonly string[] | undefined {
  switch (node.kind) {
    case 'empty':
      return ['']
    case 'set':
      return expandSet(node.source)
    case 'choice': {
      const parts = node.parts.map(part => expandRegex(part, most))
      return atMost(most, parts.every(isKnown) ? parts.flat() : undefined)
    }
    case 'sequence': {
      let texts: readonly string[] | undefined = ['']
      for (const part of node.parts) texts = texts && cross(texts, expandRegex(part, most), most)
      return texts
    }
    case 'repeat': {
      if (node.max > 3) return undefined
      const part = expandRegex(node.part, most)
      let copies: readonly string[] | undefined = ['']
      const all: string[] = node.min === 0 ? [''] : []
      for (let count = 1; count <= node.max; count++) {
        copies = copies && cross(copies, part, most)
        if (!copies) return undefined
        if (count >= node.min) all.push(...copies)
      }
      return atMost(most, all)
    }
  }
}

function expandSet(source: string): readonly string[] | undefined {
  if (!/[\\[.]/.test(source)) return [source]
  if (/^\\[^a-zA-Z0-9]$/.test(source)) return [source.slice(1)]
  const listed = /^\[([^\\\]^-]+)\]$/.exec(source)
  return listed ? Array.from(listed[1]!) : undefined
}

function cross(
  before: readonly string[],
  after: readonly string[] | undefined,
  most: number
): readonly string[] | undefined {
  if (!after || before.length * after.length > most) return undefined
  return before.flatMap(text => after.map(more => text + more))
}

function isKnown(texts: readonly string[] | undefined): texts is readonly string[] {
  return texts !== undefined
}

function atMost(most: number, texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts && texts.length <= most ? texts : undefined
}
