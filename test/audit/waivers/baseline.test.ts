import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBatches } from '../../../src/audit/batches.ts'
import { createHomes } from '../../../src/audit/homes.ts'
import { createLanes } from '../../../src/audit/lanes.ts'
import type { AuditItem } from '../../../src/audit/run.ts'
import { createBaseline, listRecorded, type Baseline } from '../../../src/audit/waivers/baseline.ts'
import { readEntryLine } from '../../../src/audit/waivers/baseline-file.ts'
import {
  createTableBuilder,
  findInTable,
  type BaselineTable
} from '../../../src/audit/waivers/baseline-table.ts'
import { waiveFindings } from '../../../src/audit/waivers/findings.ts'
import type { Finding } from '../../../src/report/items/item.ts'
import { digestOf } from '../../../src/text/digest.ts'

interface Found {
  readonly rule: string
  readonly where: string
  readonly fingerprint: string
}

/** Findings of few rules and places, so that many are the same. */
const findings: fc.Arbitrary<readonly Found[]> = fc.array(
  fc
    .tuple(fc.constantFrom('a/x', 'a/y'), fc.constantFrom('T-1', 'T-2', '名 "3"\n'), fc.nat(2))
    .map(([rule, where, n]) => ({ rule, where, fingerprint: digestOf([rule, where, String(n)]) }))
)

function linesOf(found: readonly Found[]): readonly string[] {
  const baseline = createBaseline({ kind: 'record' })
  expect(found.every(each => baseline.holds(each))).toBe(true)
  const part = baseline.part()
  return part.kind === 'record' ? listRecorded(part.found) : []
}

function tableOf(lines: readonly string[]): BaselineTable {
  const builder = createTableBuilder()
  for (const line of lines) {
    const entry = readEntryLine(line)!
    builder.add(entry.what, entry.count)
  }
  return builder.finish()
}

const compareWith = (lines: readonly string[]): Baseline =>
  createBaseline({ kind: 'compare', table: tableOf(lines) })

describe('a baseline', () => {
  it('of what was found makes nothing of it new, in whatever order it comes', () => {
    fc.assert(
      fc.property(
        findings.chain(found =>
          fc.tuple(fc.constant(found), fc.shuffledSubarray([...found], { minLength: found.length }))
        ),
        ([found, again]) => {
          const baseline = compareWith(linesOf(found))
          expect(again.filter(each => !baseline.holds(each))).toEqual([])
        }
      )
    )
  })

  it('has the same lines in whatever order things were found, and in whatever parts', () => {
    fc.assert(
      fc.property(findings, fc.nat(), (found, cut) => {
        const lines = linesOf(found)
        expect(linesOf([...found].reverse())).toEqual(lines)
        expect([...lines].sort()).toEqual(lines)
        const at = found.length === 0 ? 0 : cut % found.length
        const [first, second] = [createBaseline({ kind: 'record' }), createBaseline({ kind: 'record' })]
        found.slice(0, at).forEach(each => first.holds(each))
        found.slice(at).forEach(each => second.holds(each))
        first.join(second.part())
        const part = first.part()
        expect(part.kind === 'record' && listRecorded(part.found)).toEqual(lines)
      })
    )
  })

  it('takes what is more than it records for new', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const baseline = compareWith(linesOf(before))
        const count = (list: readonly Found[], of: Found): number =>
          list.filter(each => each.fingerprint === of.fingerprint).length
        const fresh = now.filter(each => !baseline.holds(each))
        for (const each of now) {
          expect(count(fresh, each)).toBe(Math.max(0, count(now, each) - count(before, each)))
        }
      })
    )
  })

  it('finds every fingerprint and no other', () => {
    const fingerprints = fc.array(fc.integer({ min: 0, max: 40 }).map(n => digestOf([String(n)])))
    fc.assert(
      fc.property(fingerprints, list => {
        const builder = createTableBuilder()
        list.forEach(each => builder.add(each, 2))
        const table = builder.finish()
        for (let n = 0; n <= 40; n++) {
          const digest = digestOf([String(n)])
          const times = list.filter(each => each === digest).length
          expect(table.counts[findInTable(table, digest)] ?? 0).toBe(2 * times)
        }
      })
    )
  })

  it.each([
    '',
    '{',
    'null',
    '{"rule":"a","where":"b","what":"0123456789abcdef"}',
    '{"rule":"a","where":"b","what":"0123456789abcdef","count":0}',
    '{"rule":"a","where":"b","what":"0123456789abcdef","count":1.5}',
    '{"rule":"a","where":"b","what":"0123456789ABCDEF","count":1}',
    '{"rule":"a","where":"b","what":"0123456789abcdef","count":1,"quote":"您好"}'
  ])('has no entry such as %j', line => {
    expect(readEntryLine(line)).toBe(undefined)
  })
})

describe('findings', () => {
  const finding = (message: string, line: number): Finding => ({
    rule: 'lint/no-title',
    severity: 'warning',
    message,
    place: { file: 'a.yaml', line },
    fingerprint: digestOf([message])
  })

  it('are waived by a baseline wherever they moved to, and the surplus is not', () => {
    const place = { rule: 'lint/no-title', where: 'a.yaml' }
    const baseline = compareWith(linesOf([{ ...place, fingerprint: digestOf(['a']) }]))
    const waived = waiveFindings([finding('a', 9), finding('b', 2), finding('a', 12)], { baseline })
    expect(waived.map(each => each.waived?.kind)).toEqual(['baseline', undefined, undefined])
  })
})

describe('contacts of one id that a baseline speaks of', () => {
  it('are judged in one lane, in the order of the input', async () => {
    const builder = createTableBuilder()
    for (const id of ['T-1', 'T-2', 'T-3']) builder.add(digestOf([id]), 1)
    const judged: { readonly lane: number; readonly n: number; readonly id: string }[] = []
    const order: number[] = []
    const lanes = [0, 1, 2].map(lane => ({
      async run(items: readonly AuditItem[]): Promise<readonly AuditItem[]> {
        await new Promise(resolve => setTimeout(resolve, (lane * 7) % 5))
        for (const item of items) {
          if (item.kind === 'contact') judged.push({ lane, n: item.source!.line, id: item.contact.id })
        }
        return items
      }
    }))
    const deliver = (items: readonly AuditItem[]): void => {
      for (const item of items) if (item.kind === 'contact') order.push(item.source!.line)
    }
    const batches = createBatches(createLanes(lanes, deliver), createHomes(builder.finish()))
    const turns = Array.from({ length: 90 }, () => ({ by: 'agent' as const, text: '您好' }))
    for (let n = 0; n < 120; n++) {
      const id = n % 3 === 0 ? `T-${1 + ((n * 7) % 5)}` : `U-${n}`
      const contact = { id, agent: {}, customer: {}, fields: {}, turns }
      await batches.add({ kind: 'contact', contact, source: { file: 'a', line: n } })
    }
    await batches.settle()
    expect(order).toEqual(Array.from({ length: 120 }, (_, n) => n))
    // Which lanes come to work hangs on their timing; more than one does.
    expect(new Set(judged.map(({ lane }) => lane)).size).toBeGreaterThan(1)
    for (const id of ['T-1', 'T-2', 'T-3']) {
      const own = judged.filter(each => each.id === id)
      expect(own.length).toBeGreaterThan(5)
      expect(new Set(own.map(({ lane }) => lane)).size).toBe(1)
      expect(own.map(({ n }) => n)).toEqual(own.map(({ n }) => n).toSorted((a, b) => a - b))
    }
  })
})
