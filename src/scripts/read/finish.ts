import { parseSeconds } from '../../text/quantity.ts'
import { foldName } from '../../input/index.ts'
import { findSlots, type SlotKnowledge } from '../slots.ts'
import type { Script } from '../script.ts'
import { shown } from './declared-slots.ts'
import type { ReadEnv, ScriptDraft } from './draft.ts'
import type { ScriptField } from './fields.ts'
import type { PlacedText } from './placed-text.ts'

const speakers: Readonly<Record<string, 'agent' | 'bot'>> = Object.fromEntries([
  ...'agent 客服 坐席 座席 人工 人工客服 员工 话务员 rep staff human'
    .split(' ')
    .map(name => [name, 'agent'] as const),
  ...'bot 机器人 智能客服 小助手 语音机器人 ivr robot chatbot'.split(' ').map(name => [name, 'bot'] as const)
])

/** A draft whose sayings were understood; its slots are found when the whole library is known. */
export type HalfScript = Omit<Script, 'id' | 'slots'> & {
  readonly id?: PlacedText | undefined
  readonly number: number
}

/** Makes sense of what a library says of a script: times in seconds, lists of clauses, who speaks. */
export function understand(draft: ScriptDraft, number: number, env: ReadEnv): HalfScript {
  const { said, text, place, declared } = draft
  const bad = (field: ScriptField, value: PlacedText, allowed: string): undefined => {
    const where = value.placeOf(0, value.text.length)
    const values = { field, value: shown(value.text), allowed }
    env.report({ code: 'scripts/bad-value', severity: 'error', place: where, values })
    return undefined
  }
  const seconds =
    said.seconds && (readSeconds(said.seconds.text) ?? bad('seconds', said.seconds, '10, 10s, 1:30, 1分20秒'))
  const by = said.by && (speakers[foldName(said.by.text)] ?? bad('by', said.by, 'agent, bot, 客服, 机器人'))
  const satisfies = said.satisfies?.text.split(/[,，;；、\s|]+/).filter(id => id !== '')
  return {
    number,
    id: said.id,
    text: text.text,
    place,
    placeOf: (from, to) => text.placeOf(from, to),
    by: by ?? 'agent',
    satisfies: [...new Set(satisfies)],
    ...(said.satisfies && { placeOfSatisfies: said.satisfies.placeOf(0, said.satisfies.text.length) }),
    ...(said.title && { title: said.title.text }),
    ...(said.scenario && { scenario: said.scenario.text }),
    ...(said.channel && { channel: said.channel.text }),
    ...(said.customer && { customer: said.customer.text }),
    ...(seconds !== undefined && { seconds }),
    ...(declared && { declared })
  }
}

function readSeconds(text: string): number | undefined {
  const seconds = parseSeconds(text) ?? parseSeconds(text.replace(/(?:以内|之内|内|左右)$/, ''))
  return seconds !== undefined && seconds > 0 ? seconds : undefined
}

/**
 * The scripts of a library with ids of their own and their slots. A script without an id is called by its file and its
 * number there; an id that is given twice is told of.
 */
export function finishScripts(
  files: readonly { readonly stem: string; readonly halves: readonly HalfScript[]; readonly env: ReadEnv }[],
  knowledge: SlotKnowledge
): readonly Script[] {
  const ids = new Map<string, HalfScript>()
  const given = new Set(files.flatMap(({ halves }) => halves.flatMap(({ id }) => (id ? [id.text] : []))))
  return files.flatMap(({ stem, halves, env }) =>
    halves.map(half => {
      const { id: own, number, ...rest } = half
      const first = own && ids.get(own.text)
      if (own && first) {
        const { file, line } = first.id!.placeOf(0, own.text.length)
        const values = { value: own.text, where: `${file}:${line}` }
        env.report({
          code: 'scripts/duplicate-id',
          severity: 'error',
          place: own.placeOf(0, own.text.length),
          values
        })
      }
      let id = own && !first ? own.text : `${own?.text ?? stem}#${number}`
      while (ids.has(id) || (id !== own?.text && given.has(id))) id += "'"
      ids.set(id, half)
      return { ...rest, id, slots: findSlots(half.text, knowledge, half.declared) }
    })
  )
}
