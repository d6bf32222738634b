import { fold } from '../../text/fold.ts'
import { plainText } from '../../text/plain.ts'
import { findPromises, type Promised } from '../alike/promises.ts'
import type { ScriptProblem } from '../rule.ts'
import type { Script } from '../script.ts'
import { tell, whereIs } from '../tell.ts'

/** Things that companies give figures for, by all their names. */
const topics: readonly (readonly [topic: string, names: RegExp])[] = [
  ['退款', /退款|\brefund(?:s|ed)?\b/g],
  ['退货', /退货|退换|无理由|\breturn(?:s|ed)?\b/g],
  ['换货', /换货|\bexchange[sd]?\b/g],
  ['发货', /发货|发出|寄出|\bdispatch(?:ed)?\b|\bship(?:s|ped)?\b/g],
  ['送达', /送达|到货|配送|派送|\bdeliver(?:y|ed)?\b|\barrives?\b/g],
  ['到账', /到账|入账/g],
  ['运费', /运费|邮费|快递费|\bshipping (?:fee|cost)s?\b|\bpostage\b/g],
  ['上门费', /上门费|服务费|手续费|\bservice fee\b/g],
  ['违约金', /违约金|\bpenalty\b/g],
  ['押金', /押金|保证金|\bdeposit\b/g],
  ['质保', /质保|保修|\bwarranty\b|\bguarantee\b/g],
  ['回复', /回复|答复|回电|回访|联系您|\breply\b|\bcall you back\b|\bget back to you\b/g],
  ['处理', /处理|审核|核实|受理|解决|\bresolve[sd]?\b|\bprocess(?:ed|ing)?\b/g],
  ['开票', /开票|发票|\binvoices?\b/g],
  ['赔付', /赔付|赔偿|补偿|\bcompensation\b/g],
  ['优惠', /优惠|折扣|满减|立减|红包|券|\bdiscount\b|\bvoucher\b|\bcoupon\b/g],
  ['有效期', /有效期|过期|\bexpires?\b|\bvalid\b/g],
  ['营业时间', /营业时间|工作时间|服务时间|上班|\bopen(?:ing hours)?\b/g],
  ['热线', /热线|客服电话|拨打|\bhotline\b/g]
]

interface Given extends Promised {
  readonly script: Script
  readonly topic: Topic
}

/** What a figure is for: its name here, and the word of the script. */
interface Topic {
  readonly name: string
  readonly word: string
}

/**
 * Scripts of one scenario that give different figures for the same thing, however differently they are worded. A figure
 * belongs to the topic that stands nearest to it between two punctuation marks.
 */
export function* differentFigures(library: readonly Script[]): Generator<ScriptProblem> {
  const first = new Map<string, Given[]>()
  for (const script of library) {
    if (script.scenario === undefined) continue
    const own = new Map<string, Given[]>()
    for (const given of figuresOf(script)) {
      const key = `${fold(script.scenario)}\0${given.topic.name}\0${given.kind}`
      own.set(key, [...(own.get(key) ?? []), given])
    }
    for (const [key, mine] of own) {
      const known = first.get(key)
      if (!known) first.set(key, mine)
      else if (!mine.some(({ value }) => known.some(other => other.value === value))) yield tellFigures(mine[0]!, known[0]!)
    }
  }
}

function tellFigures(here: Given, there: Given): ScriptProblem {
  const quote = ({ script, from, to }: Given): string => script.text.slice(from, to)
  const values = { here: quote(here), there: quote(there), topic: here.topic.word, where: whereIs(there.script) }
  const related = [{ place: there.script.placeOf(there.from, there.to), message: there.script.text }]
  return tell('scripts/different-figures', here.script, [here.from, here.to], values, { related })
}

function figuresOf(script: Script): readonly Given[] {
  const plain = plainText(script.text)
  return findPromises(script.text, script.slots).flatMap(promised => {
    const from = Math.max(...[...plain.slice(0, promised.from).matchAll(/[,，。;；!！?？\n]|\.(?!\d)/g)].map(({ index }) => index + 1), 0)
    const rest = /[,，。;；!！?？\n]|\.(?!\d)/.exec(plain.slice(promised.to))
    const clause = plain.slice(from, rest ? promised.to + rest.index : undefined)
    const topic = nearestTopic(clause, promised.from - from, promised.to - from)
    return topic === undefined ? [] : [{ ...promised, script, topic }]
  })
}

function nearestTopic(clause: string, from: number, to: number): Topic | undefined {
  let best: Topic | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [name, names] of topics) {
    for (const match of clause.matchAll(names)) {
      const distance = Math.max(from - match.index - match[0].length, match.index - to, 0)
      if (distance < least) [best, least] = [{ name, word: match[0] }, distance]
    }
  }
  return best
}
