import { readTranscript } from '../transcript/read-transcript.ts'

const lineTag = /<br\s*\/?>|<\/(?:p|div|li)>/gi
const openTag = /<(?:p|div|li)(?:\s[^<>]*)?>/gi

/**
 * The lines of a talk in a cell: `<br>`, the ends of paragraphs, and lone carriage returns separate them as line ends
 * do; so does a written-out `\n` where the cell has no other line end.
 */
export function talkLines(cell: string): string {
  const text = cell
    .replaceAll(lineTag, '\n')
    .replaceAll(openTag, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('&nbsp;', ' ')
  return text.includes('\n') ? text : text.replaceAll(/\\r\\n|\\n/g, '\n')
}

/** Whether a cell is a talk beyond doubt: two of its lines begin turns. A remark may begin with `客户：` too. */
export function isTalk(cell: string, agents: readonly string[] | undefined): boolean {
  if (!/[:：]/.test(cell)) return false
  const { contacts } = readTranscript(talkLines(cell), { agents })
  return contacts.reduce((sum, { turns }) => sum + turns.length, 0) >= 2
}
