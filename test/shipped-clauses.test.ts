import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadStandard } from '../src/standard/load.ts'
import { home } from './cli/run.ts'

/** Every shipped standard with the prefix of its clauses and how many there are. */
const clauses: Readonly<Record<string, readonly [string, number]>> = {
  'telecom-hotline': ['TEL', 23],
  'enterprise-desk': ['ENT', 10],
  'property-desk': ['PRO', 9],
  'ecommerce-presales': ['PRE', 17],
  'ecommerce-aftersales': ['AFT', 9],
  callback: ['CBK', 9],
  'five-prohibitions': ['PRH', 5],
  'contact-centre-kpi': ['KPI', 9],
  'key-accounts': ['KEY', 8],
  'hotel-business-centre': ['HTL', 7],
  'renovation-service': ['REN', 9],
  'script-wording': ['WRD', 12],
  servqual: ['SVQ', 3],
  'english-call-centre': ['ENG', 15]
}

/** ENT-10 asks standards themselves to be explicit, measurable, feasible and timely: that is what `lint` judges. */
const elsewhere = new Set(['ENT-10'])

const rules = join(home, 'rules')

const find = (name: string, from: string) => {
  const paths = [
    join(rules, `${name}.yaml`),
    join(rules, 'lexicons', `${name}.yaml`),
    join(rules, 'calendars', `${name}.yaml`)
  ]
  for (const file of [join(from, '..', name), ...paths]) {
    try {
      return { file, text: readFileSync(file, 'utf8') }
    } catch {
      // Looked for in the next place.
    }
  }
  return undefined
}

describe('the shipped standards', () => {
  it('are these', () => {
    const files = readdirSync(rules).filter(name => name.endsWith('.yaml'))
    expect(files.sort()).toEqual(
      Object.keys(clauses)
        .map(name => `${name}.yaml`)
        .sort()
    )
  })

  it.each(Object.entries(clauses))('%s judges each of its clauses', (name, [prefix, count]) => {
    const file = join(rules, `${name}.yaml`)
    const { standard, problems } = loadStandard(file, readFileSync(file, 'utf8'), 'zh', find)
    expect(problems).toEqual([])
    const cited = new Set([
      ...standard!.criteria.flatMap(criterion => criterion.clause),
      ...standard!.metrics.flatMap(metric => metric.header.clause)
    ])
    const wanted = Array.from({ length: count }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`)
    expect(wanted.filter(clause => !cited.has(clause) && !elsewhere.has(clause))).toEqual([])
  })

  it.each(Object.keys(clauses))('%s names a clause, a dimension and advice for every criterion', name => {
    const file = join(rules, `${name}.yaml`)
    const { standard } = loadStandard(file, readFileSync(file, 'utf8'), 'zh', find)
    const bare = standard!.criteria.filter(
      ({ clause, advice }, i) =>
        clause.length === 0 || !advice || standard!.plan.criteria[i]?.dimension === undefined
    )
    expect(bare.map(({ id }) => id)).toEqual([])
  })
})
