import { stringify } from 'yaml'
import { createView } from '../../src/checks/view.ts'
import { renderProblem } from '../../src/diagnostics/render.ts'
import type { Contact, FieldValue, Speaker, Turn } from '../../src/model/contact.ts'
import type { Evidence, Outcome } from '../../src/model/evaluation.ts'
import { loadStandard } from '../../src/standard/load.ts'

const speakers: Readonly<Record<string, Speaker>> = { A: 'agent', C: 'customer', B: 'bot', S: 'system' }

/** A contact from lines such as `A: 您好` or, with seconds, `3-5.5 C: 你好` and `8 A: 好的`. */
export function contact(
  lines: readonly string[],
  fields: Readonly<Record<string, FieldValue>> = {}
): Contact {
  const turns = lines.map((line): Turn => {
    const match = /^(?:([\d.]+)(?:-([\d.]+))? )?([ACBS]): (.*)$/.exec(line)
    if (!match) throw new Error(`no turn: ${line}`)
    const ms = (text: string | undefined): number | undefined =>
      text === undefined ? undefined : Number(text) * 1000
    return { by: speakers[match[3]!]!, text: match[4]!, start: ms(match[1]), end: ms(match[2]) }
  })
  return { id: 'T-1', agent: { id: '1001' }, customer: {}, fields, turns }
}

interface Around {
  readonly fields?: Readonly<Record<string, FieldValue>>
  readonly vars?: Readonly<Record<string, unknown>>
  readonly lexicons?: Readonly<Record<string, unknown>>
  /** Fields that the standard declares. */
  readonly declared?: Readonly<Record<string, string>>
  /** Criteria that stand beside it. */
  readonly beside?: readonly object[]
  /** What a person marked. */
  readonly mark?: string
}

/** Judges one contact by one criterion, given as the keys that YAML would hold. */
export function judge(criterion: object, lines: readonly string[], around: Around = {}): Outcome {
  const text = stringify({
    linecheck: 1,
    id: 'test',
    vars: around.vars ?? {},
    lexicons: around.lexicons ?? {},
    fields: around.declared ?? {},
    sections: [{ id: 's', criteria: [{ id: 'c', ...criterion }, ...(around.beside ?? [])] }]
  })
  const { standard, problems } = loadStandard('test.yaml', text, 'en')
  if (!standard) throw new Error(problems.map(problem => renderProblem(problem, 'en', text)).join('\n'))
  const { mark } = around
  const marked = (id: string) => (mark === undefined ? undefined : { contact: 'T-1', criterion: id, mark })
  return standard.criteria[0]!.judge(
    createView(contact(lines, around.fields), standard.vars, standard.prefilter, marked)
  )
}

export function statusOf(
  criterion: object,
  lines: readonly string[],
  around: Around = {}
): Outcome['status'] {
  return judge(criterion, lines, around).status
}

export function evidenceOf(outcome: Outcome): readonly Evidence[] {
  return 'evidence' in outcome ? outcome.evidence : []
}

export function quotesOf(outcome: Outcome): readonly string[] {
  return evidenceOf(outcome).flatMap(evidence =>
    'quote' in evidence ? [`${evidence.turn}:${evidence.quote}`] : []
  )
}
