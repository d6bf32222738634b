import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { scriptsCodes } from '../../src/diagnostics/codes-scripts.ts'
import { langs } from '../../src/diagnostics/wording.ts'
import { home, linecheck } from '../cli/run.ts'

const folder = 'fixtures/scripts'

/** What is run on the shipped libraries, and the file that tells what it says. */
const runs: Readonly<Record<string, readonly string[]>> = {
  hotline: [`${folder}/hotline.md`],
  shop: [`${folder}/shop.yaml`, '--max-characters', '40'],
  'after-sales': [`${folder}/after-sales.gb18030.csv`, '--show-columns'],
  store: [`${folder}/store.xlsx`, '--max-characters', '60'],
  'call-centre': [`${folder}/call-centre.txt`, '--max-seconds', '8', '--slots', `${folder}/slots`],
  mistakes: [`${folder}/mistakes/*`],
  nothing: [`${folder}/mistakes/nothing.md`]
}

describe('the shipped libraries', () => {
  const said = new Map<string, string>()

  beforeAll(async () => {
    for (const [name, args] of Object.entries(runs)) {
      for (const lang of langs) {
        const { exit, out, err } = await linecheck(['scripts', ...args, '--lang', lang])
        said.set(`${name}.${lang}.out`, `${err}${out}exit ${exit}\n`)
      }
    }
  })

  for (const name of Object.keys(runs)) {
    for (const lang of langs) {
      it(`are told of: ${name} (${lang})`, () => {
        const golden = join(home, folder, 'expected', `${name}.${lang}.out`)
        const text = said.get(`${name}.${lang}.out`)!
        if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text)
        expect(text).toBe(readFileSync(golden, 'utf8'))
      })
    }
  }

  it('show every mistake that a library can have', () => {
    const text = [...said.values()].join('\n')
    expect(Object.keys(scriptsCodes).filter(code => !text.includes(`[${code}]`))).toEqual([])
  })
})
