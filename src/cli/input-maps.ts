import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ProblemError } from '../diagnostics/problem.ts'
import { fieldOf, type InputMap, type InputOptions, mergeMaps, parseMapFile } from '../input/index.ts'
import type { Io } from './io.ts'

/**
 * What the options `--map` say together: each is `field=column`, or a file of such. Later ones win, field by field.
 */
export async function readMaps(
  maps: readonly string[] | undefined,
  io: Io
): Promise<Pick<InputOptions, 'map' | 'mapping'>> {
  if (!maps) return {}
  const { map, ...mapping } = mergeMaps(await Promise.all(maps.map(text => readMap(text, io))))
  return { map, mapping }
}

/** A text with a `=` is never a file. */
export function isMapFile(text: string): boolean {
  return text.indexOf('=') <= 0
}

async function readMap(text: string, io: Io): Promise<InputMap> {
  if (!isMapFile(text)) {
    const at = text.indexOf('=')
    const [name, path] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
    if (name === 'turns' || name === 'contacts') return { map: {}, [name]: path }
    return { map: { [fieldOf(name)]: path } }
  }
  let content: string
  try {
    content = await readFile(resolve(io.cwd, text), 'utf8')
  } catch {
    throw new ProblemError([
      { code: 'input/no-map-file', severity: 'error', place: { file: text }, values: { path: text } }
    ])
  }
  return parseMapFile(content, text)
}
