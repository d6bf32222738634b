import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../src/diagnostics/problem.ts'
import { anyContacts } from './arbitrary.ts'
import { encode, encodings } from './encode.ts'
import { type HowToRead, read } from './read.ts'
import { formatNames } from '../../src/input/index.ts'
import { formatTranscript } from './format-transcript.ts'
import { writeWorkbook } from './workbook.ts'
import { headerOf, rowsOf, writeNdjson, writeRows } from './write.ts'

/** Reads, or ends with problems; anything else is a bug. `read` checks that every row is accounted for. */
async function survive(bytes: Uint8Array, how: HowToRead): Promise<void> {
  try {
    await read(bytes, how)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    expect(error.problems).toHaveLength(1)
  }
}

const ways = fc.record(
  {
    from: fc.constantFrom(...formatNames),
    encoding: fc.constantFrom('utf-8', 'gb18030', 'utf-16le'),
    agents: fc.constant(['1001']),
    chunks: fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 3 })
  },
  { requiredKeys: [] }
)

describe('whatever the bytes are, reading ends in contacts or a problem', () => {
  it('for noise', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), ways, survive), { numRuns: 200 })
  })

  it('for workbooks that were damaged', async () => {
    const rows = [
      ['id', 'role', 'text'],
      ...Array.from({ length: 40 }, (_, i) => [`T${i % 7}`, 'agent', `hi ${i}`])
    ]
    const good = writeWorkbook([{ name: 'a', rows }])
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
      maxLength: 9
    })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(good.length), async (edits, length) => {
        const bytes = Buffer.from(good)
        for (const [at, byte] of edits) bytes[at] = byte
        await survive(bytes, {})
        await survive(bytes.subarray(0, length), {})
      }),
      { numRuns: 60 }
    )
  })

  it('for inputs that were damaged', async () => {
    const logs = anyContacts().chain(contacts =>
      fc.constantFrom(
        writeRows([headerOf(contacts[0]!), ...contacts.flatMap(rowsOf)]),
        writeNdjson(contacts),
        JSON.stringify(contacts, null, 1),
        contacts.map(formatTranscript).join('')
      )
    )
    const damage = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })),
      { maxLength: 6 }
    )
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.constantFrom(...encodings),
        fc.boolean(),
        damage,
        ways,
        async (log, encoding, packed, edits, how) => {
          const plain = encode(log, encoding)
          const bytes = Buffer.from(packed ? gzipSync(plain) : plain)
          for (const [place, byte] of edits) bytes[Math.floor(place * (bytes.length - 1))] = byte
          await survive(bytes, how)
        }
      ),
      { numRuns: 200 }
    )
  })
})
