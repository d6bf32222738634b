import { makePerson } from '../../contact-draft.ts'
import type { Format } from '../../reader.ts'
import type { Moment } from '../../times.ts'
import { firstOf, listAt, momentAt, numberAt, spanAt, type Spot, textAt } from '../spot.ts'
import { joinedAt, statedFields } from './fields.ts'
import { documentFormat } from './format.ts'
import { roleTurns } from './talk.ts'

/** A result of Alibaba Cloud's 智能对话分析 (SCA). */
export const alibaba: Format = documentFormat({
  name: 'alibaba-sca',
  keys: [
    ['Dialogues.Words', 'Dialogues.Role'],
    ['Data.Dialogues.Words', 'Data.Dialogues.Role']
  ],
  convert: (file, { id, speakers }) => {
    const document = firstOf(file, 'Data').value === undefined ? file : firstOf(file, 'Data')
    const lines = listAt(document, 'Dialogues')
    const identity = (side: string): string | undefined => {
      const line = lines.find(item => speakers.of(textAt(item, 'Role') ?? '') === side)
      return line && textAt(line, 'Identity')
    }
    const name = textAt(document, 'FileMergeName', 'FileName')
    return {
      id: textAt(document, 'Vid', 'Tid') ?? name ?? id,
      agent: makePerson(identity('agent')),
      customer: makePerson(identity('customer')),
      started: startOf(lines),
      fields: statedFields({
        file_merge_name: name,
        total_score: numberAt(document, 'TotalScore'),
        hit_rules: joinedAt(document, 'HitRuleReviewInfoList', rule => textAt(rule, 'RuleName'))
      }),
      turns: roleTurns(
        lines.map(line => ({
          spot: line,
          label: textAt(line, 'Role') ?? '',
          by: undefined,
          text: textAt(line, 'Words'),
          start: spanAt(line, 1, 'Begin'),
          end: spanAt(line, 1, 'End')
        })),
        speakers
      )
    }
  }
})

/** Offsets count from the start of the recording, which the first line's clock gives away. */
function startOf(lines: readonly Spot[]): Moment | undefined {
  const line = lines[0]
  const moment = line && momentAt(line, 'BeginTime')
  return moment && { ...moment, ms: moment.ms - (spanAt(line, 1, 'Begin') ?? 0) }
}
