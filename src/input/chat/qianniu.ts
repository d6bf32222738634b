import { looksLikeId } from '../speakers.ts'
import { type Moment, parseMoment } from '../times.ts'
import { isRecall, type Sender, type Step, TIME } from './step.ts'

const timeAlone = new RegExp(`^${TIME}$`, 'u')
/** Without the delimiters of tables, whose rows may end with a time: `name2026-4-18 13:53:35`, `name 2026-4-18 13:53:35`, `name --> receiver 2026-4-18 13:53:35`. */
const nameAndTime = new RegExp(`^([^\\s,;|"][^,;|"\\t]{0,60}?)(?:\\s*-->\\s*(.{1,60}?))?\\s?(${TIME})$`, 'u')
const account = /^([^：:\s][^：:]{0,30})[：:]([^：:\s]{1,30})$/u
const receipt = /^(?:已读|未读|发送中)$/
/** Buyers may call themselves 小店 too. */
const shopName = /(?:旗舰|专卖|专营|企业)店$/

/** What 千牛 shows between messages. Links are noise only where they are the card of a product. */
const noise: readonly RegExp[] = [
  /^当前用户来自/,
  /^商品详情页/,
  /^商品推荐/,
  /^由\s*.{1,40}\s*转交给/,
  /^原因[:：]\s*【/,
  /^[¥￥]\s*[\d.,]*$/,
  /^\d{1,2}:\d{2}$/,
  /^(?:今天|昨天)(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^https?:\/\/(?:item|detail|m)\.(?:taobao|tmall|1688)\.com\/\S*$/i
]

/**
 * Tells the lines of a chat that was copied out of 千牛 or 旺旺, in either of its forms: the name of the buyer above the
 * time, and below the time `shop：sub-account` for staff, with a receipt under the text; or name and time on one line.
 */
export function classifyQianniu(lines: readonly string[]): readonly Step[] {
  const shop = commonShop(lines)
  const steps: Step[] = []
  let byStaff = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim()
    if (timeAlone.test(line)) {
      const moment = momentOf(line)
      byStaff = isStaff(lines, i, shop)
      if (byStaff) {
        steps.push({ kind: 'message', sender: senderOf(lines[++i]!.trim()), moment }, { kind: 'header' })
      } else {
        const named = steps.at(-1)?.kind === 'text'
        if (named) steps[steps.length - 1] = { kind: 'header' }
        steps.push({ kind: 'message', sender: senderOf(named ? lines[i - 1]!.trim() : ''), moment })
      }
      continue
    }
    const header = nameAndTime.exec(line)
    if (header) {
      const sender = senderOf(header[1]!.trim())
      byStaff = sender.shop !== undefined
      steps.push({ kind: 'message', sender, moment: momentOf(header[3]!) })
    } else steps.push({ kind: kindOf(line, byStaff) })
  }
  return steps
}

function kindOf(line: string, byStaff: boolean): 'blank' | 'notice' | 'noise' | 'text' {
  if (line === '') return 'blank'
  if (isRecall(line)) return 'notice'
  if (byStaff && receipt.test(line)) return 'noise'
  return noise.some(pattern => pattern.test(line)) ? 'noise' : 'text'
}

/** How well a text looks like such a copy. */
export function sniffQianniu(head: string): number {
  const lines = head.split(/\r*\n|\r/, 200).map(line => line.trim())
  const alone = lines.flatMap((line, i) => (timeAlone.test(line) ? [i] : []))
  const staffed = alone.some(i => isStaff(lines, i, undefined))
  const joined = lines.some(line => {
    const header = nameAndTime.exec(line)
    if (!header) return false
    return (
      header[2] !== undefined ||
      account.test(header[1]!) ||
      header[1]!.length + header[3]!.length === line.length
    )
  })
  if (staffed) return 0.97
  if (joined) return 0.96
  return alone.length > 0 && alone.every(i => (lines[i - 1] ?? '') !== '') ? 0.6 : 0
}

/** The shop that stands below most of the times. */
function commonShop(lines: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const [i, line] of lines.entries()) {
    const shop = timeAlone.test(line.trim()) ? account.exec(lines[i + 1]?.trim() ?? '')?.[1] : undefined
    if (shop !== undefined) counts.set(shop, (counts.get(shop) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

/**
 * Whether a time begins a message of the staff: an account stands below it. Buyers write colons too (`颜色：红`); theirs
 * stand under a name, and are no account of the shop.
 */
function isStaff(lines: readonly string[], i: number, shop: string | undefined): boolean {
  const below = account.exec(lines[i + 1]?.trim() ?? '')
  if (!below) return false
  const above = lines[i - 1]?.trim() ?? ''
  return below[1] === shop || above === '' || receipt.test(above) || shopName.test(below[1]!)
}

function senderOf(label: string): Sender {
  const found = account.exec(label)
  const shop = found?.[1]?.trim() ?? (shopName.test(label) ? label : undefined)
  const own = found?.[2] ?? label
  return { label, shop, ...(looksLikeId(own) ? { id: own } : { name: own }) }
}

function momentOf(text: string): Moment {
  return parseMoment(text) ?? { ms: 0, zone: '' }
}
