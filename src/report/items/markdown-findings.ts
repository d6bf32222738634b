import { formatPlace } from '../../diagnostics/render.ts'
import type { Severity } from '../../diagnostics/problem.ts'
import { formatCount } from '../figures.ts'
import type { Finding } from './item.ts'
import type { ItemContext, ItemSummary } from './item-format.ts'
import { itemWords } from './item-words.ts'
import { markdownCode, markdownText } from './markdown-text.ts'
import { pathFrom } from './path.ts'
import { cutText, withoutTitle } from './texts.ts'

const signs = { error: '0', warning: '1', note: '2' } as const satisfies Record<Severity, string>
const WAIVED = '3'
const LONGEST_MESSAGE = 1000
/** So few findings need no unfolding. */
const MOST_OPEN = 20

/** A finding as a line to keep: how much it matters, then what is shown of it. */
export function keptLine(finding: Finding, { ruleOf, root, lang }: ItemContext): string {
  const { rule, place, message, hint, waived, severity } = finding
  const where = formatPlace({ ...place, file: pathFrom(root, place.file) })
  const reason = waived && itemWords[lang].waived(waived.reason ?? waived.kind)
  const { title, advice } = ruleOf(rule)
  const what = withoutTitle(message, title)
  const text = [what, hint === advice ? undefined : hint, reason].flatMap(part =>
    part ? [cutText(part, LONGEST_MESSAGE)] : []
  )
  return `${waived ? WAIVED : signs[severity]}${JSON.stringify([rule, where, ...text])}`
}

const TAIL = '\n</details>\n'

interface Group {
  readonly rule: string
  readonly waived: boolean
  readonly lines: string[]
}

/**
 * The findings by rule, the gravest first, each rule folded away, as many as there is room for; then how many are left
 * out.
 */
export function* findingPieces(
  kept: readonly string[],
  { findings, waived, byRule }: ItemSummary,
  { ruleOf, lang }: ItemContext,
  room: number
): Generator<string> {
  const words = itemWords[lang]
  const total = findings.error + findings.warning + findings.note + waived
  const folded = total > MOST_OPEN ? '<details>' : '<details open>'
  const blocks = groupKept(kept).map(({ rule, waived: isWaived, lines }) => {
    const count = formatCount(isWaived ? lines.length : (byRule.get(rule) ?? lines.length))
    const head = `\n${folded}<summary>${markdownText(ruleOf(rule).title)} · ${count}</summary>\n\n`
    return { head, lines, size: head.length + TAIL.length + lines.join('').length }
  })
  const shares = shareOut(
    blocks.map(({ size }) => size),
    room
  )
  let shown = 0
  for (const [i, { head, lines }] of blocks.entries()) {
    const left = shares[i]! - head.length - TAIL.length
    let text = ''
    for (const line of lines) {
      if (text.length + line.length > left) break
      text += line
      shown++
    }
    if (text !== '') yield head + text + TAIL
  }
  if (shown < total) yield `\n${words.moreFindings(formatCount(total - shown))} ${words.seeAll}\n`
}

/** Gives each what it needs while there is room, and of what is too little for all the same to each. */
function shareOut(sizes: readonly number[], room: number): readonly number[] {
  const shares = sizes.map(() => 0)
  let left = Math.max(0, room)
  const order = sizes.map((_, i) => i).sort((a, b) => sizes[a]! - sizes[b]!)
  for (const [done, i] of order.entries()) {
    shares[i] = Math.min(sizes[i]!, Math.floor(left / (order.length - done)))
    left -= shares[i]
  }
  return shares
}

function groupKept(kept: readonly string[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const line of kept) {
    const [rule = '', where = '', ...text] = JSON.parse(line.slice(1)) as string[]
    const waived = line[0] === WAIVED
    const key = `${waived ? WAIVED : ''}${rule}`
    const group = groups.get(key) ?? { rule, waived, lines: [] }
    groups.set(key, group)
    group.lines.push(`- ${markdownCode(where)} ${text.map(markdownText).join(' — ')}\n`)
  }
  return [...groups.values()]
}
