import { CST, Lexer } from 'yaml'

/** A comment with its place in the text. */
export interface Comment {
  readonly at: number
  /** From the `#` on, without blanks at the end. */
  readonly text: string
  /** Counts from 0. */
  readonly col: number
  /** Whether nothing else stands in its line. */
  readonly alone: boolean
  /** Whether an empty line stands above it. */
  readonly blank: boolean
}

/** Hands out the comments of a text in their order, each once, so that none is forgotten. */
export interface CommentReader {
  /** Comments in lines of their own before a place. */
  takeAbove(at: number): readonly Comment[]
  /** The comment that ends the line in which a place is, if it stands between the two. */
  takeBehind(at: number, before: number): Comment | undefined
  /** Comments in lines of their own before a place, as long as they are indented so far. */
  takeIndented(col: number, before: number): readonly Comment[]
  /** How many lie within a stretch; they are taken. */
  takeWithin(from: number, to: number): number
  readonly left: number
}

export function readComments(text: string): CommentReader {
  const comments = listComments(text)
  let next = 0
  const takeWhile = (wanted: (comment: Comment) => boolean): readonly Comment[] => {
    const from = next
    while (next < comments.length && wanted(comments[next]!)) next++
    return comments.slice(from, next)
  }
  return {
    takeAbove: at => takeWhile(comment => comment.alone && comment.at < at),
    takeBehind(at, before) {
      const comment = comments[next]
      if (!comment || comment.alone || comment.at < at || comment.at >= before) return undefined
      if (text.slice(at, comment.at).includes('\n')) return undefined
      next++
      return comment
    },
    takeIndented: (col, before) =>
      takeWhile(comment => comment.alone && comment.at < before && comment.col >= col),
    takeWithin: (from, to) => takeWhile(comment => comment.at >= from && comment.at < to).length,
    get left() {
      return comments.length - next
    }
  }
}

// Marks of the lexer that are not in the text.
const marks: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]

export function listComments(text: string): readonly Comment[] {
  const comments: Comment[] = []
  let at = 0
  let isText = false
  for (const token of new Lexer().lex(text)) {
    // What stands behind the mark of a text may look like anything.
    if (!isText && CST.tokenType(token) === 'comment') {
      const start = lineStart(text, at)
      const alone = text.slice(start, at).trim() === ''
      comments.push({ at, text: token.trimEnd(), col: at - start, alone, blank: isBelowBlank(text, at) })
    }
    isText = token === CST.SCALAR
    if (!marks.includes(token)) at += token.length
  }
  return comments
}

/** Whether the line above the one of a place is empty. */
export function isBelowBlank(text: string, at: number): boolean {
  const start = lineStart(text, at)
  return start > 0 && text.slice(lineStart(text, start - 1), start).trim() === ''
}

export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}
