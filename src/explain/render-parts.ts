import { showText } from '../report/terminal/display.ts'
import { wrapHanging } from '../report/terminal/wrap.ts'
import type { Part } from './criterion.ts'
import type { Style } from './style.ts'

/** Headings with their lines set in below them, long lines wrapped. */
export function renderParts(parts: readonly Part[], { paint, width }: Style): string {
  const blocks = parts.map(({ head, lines }) => {
    const body = lines.flatMap(line => {
      const indent = `  ${/^ */.exec(line)![0]}`
      const text = showText(line.trimStart())
      return wrapHanging(text, width, indent, text.startsWith('- ') ? `${indent}  ` : indent)
    })
    return [paint.bold(showText(head)), ...body].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}
