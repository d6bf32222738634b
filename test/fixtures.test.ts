import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { home, linecheck } from './cli/run.ts'

/**
 * The shipped examples carry labels that people gave them by reading, clause by clause. What the shipped standards
 * say of them must agree.
 */
const themes: readonly { readonly folder: string; readonly input: string; readonly standard: string }[] = [
  { folder: 'good-call', input: 'call.txt', standard: 'telecom-hotline' },
  { folder: 'bad-call', input: 'call.txt', standard: 'telecom-hotline' },
  { folder: 'silent-call', input: 'call.txt', standard: 'telecom-hotline' },
  { folder: 'shop-chat', input: 'chats.ndjson', standard: 'telecom-hotline' },
  { folder: 'shop-chat', input: 'chats.ndjson', standard: 'ecommerce-presales' },
  { folder: 'shop-chat', input: 'chats.ndjson', standard: 'ecommerce-aftersales' },
  { folder: 'shop-presales', input: 'contacts.ndjson', standard: 'ecommerce-presales' },
  { folder: 'shop-aftersales', input: 'contacts.ndjson', standard: 'ecommerce-aftersales' },
  { folder: 'hotline-log', input: 'turns.gb18030.csv', standard: 'telecom-hotline' },
  { folder: 'enterprise-desk', input: 'contacts.ndjson', standard: 'enterprise-desk' },
  { folder: 'property-desk', input: 'contacts.ndjson', standard: 'property-desk' },
  { folder: 'callback', input: 'contacts.ndjson', standard: 'callback' },
  { folder: 'hotel-business-centre', input: 'contacts.ndjson', standard: 'hotel-business-centre' },
  { folder: 'hotline-log', input: 'turns.gb18030.csv', standard: 'enterprise-desk' },
  { folder: 'bad-call', input: 'call.txt', standard: 'enterprise-desk' },
  { folder: 'good-call', input: 'call.txt', standard: 'enterprise-desk' },
  { folder: 'english-log', input: 'turns.csv', standard: 'english-call-centre' },
  { folder: 'prohibitions-log', input: 'contacts.ndjson', standard: 'five-prohibitions' },
  { folder: 'key-accounts-log', input: 'contacts.ndjson', standard: 'key-accounts' },
  { folder: 'renovation-log', input: 'contacts.ndjson', standard: 'renovation-service' },
  { folder: 'script-wording', input: 'contacts.ndjson', standard: 'script-wording' },
  {
    folder: 'disclosure-calls',
    input: 'contacts.ndjson',
    standard: join('fixtures', 'disclosure-calls', 'standard.yaml')
  }
]

/**
 * Where the standards and the labels are known to differ, and why. A difference that goes away must go from here too.
 */
const differences: Readonly<Record<string, string>> = {
  'GOOD-01 TEL-16': 'looking something up is taken for not knowing it, and well handled',
  'XH0304-01 TEL-16': 'passing on a suggestion is taken for not knowing, and well handled',
  'XH0302-03 TEL-16': 'sending the customer to look for himself is taken for passing the buck',
  'XH0305-08 TEL-16': 'sending the customer to the shop is taken for passing the buck',
  'XH0307-04 TEL-16': 'a flat refusal is taken for an answer that ends in "no"',
  'XH0307-02 TEL-04': 'a name with a rare character, spelled out by the customer, is not seen as a name',
  'EN-11 ENG-03': 'leaving the line without a word shows in the silence only',
  'EN-16 ENG-08': 'an unusual way to ask for further wishes',
  'EN-22 ENG-10': '"calm down" is taken for a lack of respect'
}

interface Label {
  readonly contact: string
  readonly clause: string
  readonly expected: string
}

interface Line {
  readonly contact: string
  readonly criteria: readonly {
    readonly id: string
    readonly clause: readonly string[]
    readonly status: string
  }[]
}

/** A clause fails when a criterion that cites it fails, passes when one passes, else is what is left. */
function verdictOf(line: Line, clause: string): string {
  const statuses = line.criteria
    .filter(criterion => criterion.clause.includes(clause))
    .map(({ status }) => status)
  return ['fail', 'pass', 'unknown', 'na'].find(status => statuses.includes(status)) ?? 'not covered'
}

describe.each(themes)('$folder by $standard', ({ folder, input, standard }) => {
  it('is judged as people judged it', async () => {
    const path = join('fixtures', folder, input)
    const { exit, out, err } = await linecheck(['audit', path, '-s', standard, '-f', 'ndjson', '-q'])
    expect(err).toBe('')
    expect(exit).toBe(0)
    const lines = new Map(
      out
        .trimEnd()
        .split('\n')
        .map(text => JSON.parse(text) as Line)
        .map(line => [line.contact, line])
    )
    const labels: Label[] = parse(readFileSync(join(home, 'fixtures', folder, 'labels.csv')), {
      columns: true,
      bom: true
    })
    expect(labels.length).toBeGreaterThan(0)
    // The examples are labelled by clauses of other standards too.
    const judged = labels
      .map(label => ({ ...label, actual: verdictOf(lines.get(label.contact)!, label.clause) }))
      .filter(label => label.actual !== 'not covered')
    const wrong = judged.filter(label => label.actual !== label.expected)
    const unexpected = wrong
      .filter(label => !(`${label.contact} ${label.clause}` in differences))
      .map(label => `${label.contact} ${label.clause}: expected ${label.expected}, got ${label.actual}`)
    expect(unexpected).toEqual([])
    const here = (name: string): boolean => judged.some(label => `${label.contact} ${label.clause}` === name)
    const gone = Object.keys(differences)
      .filter(here)
      .filter(name => !wrong.some(label => `${label.contact} ${label.clause}` === name))
    expect(gone).toEqual([])
  })
})
