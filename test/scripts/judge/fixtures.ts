import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Lang } from '../../../src/diagnostics/wording.ts'
import { readLibrary } from '../../../src/scripts/read/read-library.ts'
import type { ScriptContext } from '../../../src/scripts/rule.ts'
import type { Script } from '../../../src/scripts/script.ts'
import { loadStandard } from '../../../src/standard/load.ts'

const home = resolve(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(home, path), 'utf8')

/** A library of the fixtures, which has nothing that cannot be read. */
export async function fixtureLibrary(name: string): Promise<readonly Script[]> {
  const path = `fixtures/scripts/judged/${name}`
  const source = {
    name: path,
    async *open() {
      yield readFileSync(join(home, path))
    }
  }
  const { scripts, problems } = await readLibrary([source as never])
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return scripts
}

/** Shipped standards as rules see them. */
export function shippedContext(names: readonly string[], lang: Lang): ScriptContext {
  const loaded = names.map(name => {
    const file = `rules/${name}.yaml`
    const { standard, written, problems } = loadStandard(file, read(file), lang, part => ({
      file: `rules/lexicons/${part}.yaml`,
      text: read(`rules/lexicons/${part}.yaml`)
    }))
    if (!standard || !written) throw new Error(JSON.stringify(problems))
    return { standard, written }
  })
  return {
    standards: loaded.map(({ standard }) => standard),
    written: loaded.map(({ written }) => written),
    lang,
    options: { rate: 240, wordRate: 150, similar: 0.9 }
  }
}
