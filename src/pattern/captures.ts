import { originalRange, type Hit } from './passage.ts'
import type { Captures, Subject } from './pattern.ts'
import type { PatternNode } from './node.ts'

type Text = Extract<PatternNode, { kind: 'text' }>

/**
 * The named groups of a pattern's regular expressions, `undefined` when it has none. They are read where the pattern
 * was found, so that looking for it costs no more with names than without.
 */
export function linkCaptures(node: PatternNode): Captures | undefined {
  const readers = collectNamed(node).map(createReader)
  if (readers.length === 0) return undefined
  return {
    names: [...new Set(readers.flatMap(reader => reader.names))],
    read(hits) {
      const captured = new Map<string, string>()
      for (const hit of hits) for (const reader of readers) reader.read(hit, captured)
      return captured
    }
  }
}

/** The same names, with what was captured taking the place of the contact's own values. */
export function withCaptured(subject: Subject, captured: ReadonlyMap<string, string>): Subject {
  if (captured.size === 0) return subject
  return {
    values: name => {
      const own = captured.get(name)
      return own === undefined ? subject.values(name) : [own]
    }
  }
}

/** What must not be there, or does not count, captures nothing. */
function collectNamed(node: PatternNode): readonly Text[] {
  switch (node.kind) {
    case 'text':
      return node.named === undefined ? [] : [node]
    case 'any':
    case 'all':
    case 'least':
    case 'near':
      return node.parts.flatMap(collectNamed)
    case 'far':
    case 'except':
      return collectNamed(node.part)
    default:
      return []
  }
}

interface Reader {
  readonly names: readonly string[]
  read(hit: Hit, into: Map<string, string>): void
}

function createReader({ named = '', flags, original }: Text): Reader {
  const scanner = new RegExp(named, `${flags}g`)
  // An alternative that is empty always matches and tells the names.
  const names = Object.keys(new RegExp(`${named}|`, flags).exec('')?.groups ?? {})

  function read({ passage, from, to }: Hit, into: Map<string, string>): void {
    const text = original ? passage.turn.text : passage.folded
    const written = (start: number, end: number): readonly [number, number] =>
      original ? [start, end] : originalRange(passage, start, end)
    for (const match of text.matchAll(scanner)) {
      const [start, end] = written(match.index, match.index + match[0].length)
      if (end <= from || start >= to) continue
      for (const name of names) {
        const group = match.groups?.[name]
        if (group === undefined || group === '' || into.has(name)) continue
        // Offsets of groups need a flag that the linear-time engine does not know; the text tells its place.
        const at = match.index + match[0].indexOf(group)
        const [first, last] = written(at, at + group.length)
        into.set(name, passage.turn.text.slice(first, last))
      }
      return
    }
  }

  return { names, read }
}
