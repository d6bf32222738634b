import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { langs } from '../../../src/diagnostics/wording.ts'
import { sharedFormats } from '../../../src/report/items/index.ts'
import { folderWith, home, linecheck } from '../../cli/run.ts'

// What each format makes of an audit of one small log: byte for byte, but for line ends that a checkout may have changed.
// To take over a change that is meant: UPDATE_GOLDEN=1 npx vitest run test/report/items/golden.test.ts

const folder = join(home, 'fixtures/reports/items')
const files = Object.fromEntries(
  ['desk.yaml', 'desk.ndjson'].map(name => [name, readFileSync(join(folder, name), 'utf8')])
)

const goldens = langs.flatMap(lang =>
  sharedFormats.map(({ name, extensions }) => ({
    lang,
    name,
    file: `desk.${lang}${extensions[0] ?? `.${name}.txt`}`
  }))
)

test.each(goldens)('$file', async ({ lang, name, file }) => {
  const { out } = await linecheck(
    ['audit', 'desk.ndjson', '-s', 'desk.yaml', '-f', name, '--lang', lang, '--fail-on', 'fatal'],
    { cwd: folderWith(files) }
  )
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(join(folder, file), out)
  expect(out).toBe(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'))
})
