import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { home, linecheck } from '../cli/run.ts'

const lines = readFileSync(join(home, 'fixtures/hotline-log/contacts.ndjson'), 'utf8').trimEnd().split('\n')

interface Document {
  readonly evaluations: readonly { readonly contact: string }[]
  readonly [key: string]: unknown
}

async function audit(input: readonly string[]): Promise<Document> {
  const stdin = `${input.join('\n')}\n`
  const { err, out } = await linecheck(['audit', '-', '-s', 'telecom-hotline', '-f', 'json'], { stdin })
  expect(err).toBe('')
  const document = JSON.parse(out) as Document
  const evaluations = [...document.evaluations].sort((a, b) => (a.contact < b.contact ? -1 : 1))
  return { ...document, evaluations }
}

it('the order of contacts changes no evaluation and no scorecard', async () => {
  const expected = await audit(lines)
  const shuffled = fc.shuffledSubarray([...lines], { minLength: lines.length })
  await fc.assert(
    fc.asyncProperty(shuffled, async input => {
      expect(await audit(input)).toEqual(expected)
    }),
    { numRuns: 5 }
  )
})
