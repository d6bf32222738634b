import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The shipped JSON Schema of standards, from the folder that linecheck lies in. */
const schemaPath = 'rules/linecheck.schema.json'

/**
 * The first line of a standard, by which editors find its schema; empty where no schema is shipped. Where linecheck is
 * installed in the project of the file, or the file lies in a clone, the path leads there from the file, so that it
 * holds for all who share the project; else it is that of this machine.
 */
export function nameSchema(file: string, home: string): string {
  const folder = dirname(file)
  const installed = findInstalled(folder)
  const schema = installed ?? join(home, schemaPath)
  if (!existsSync(schema)) return ''
  const shared = installed !== undefined || isWithin(folder, home)
  const path = shared ? relative(folder, schema).replaceAll(sep, '/') : schema
  // Editors read the name up to the first blank.
  const name = /\s/.test(path) ? pathToFileURL(schema).href : path
  return `# yaml-language-server: $schema=${name}\n`
}

/** The schema of the linecheck that a project above a folder has among its packages, wherever that links to. */
function findInstalled(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const schema = join(at, 'node_modules', 'linecheck', schemaPath)
    if (existsSync(schema)) return schema
    if (dirname(at) === at) return undefined
  }
}

/** Also false across the drives of Windows, between which no relative path leads. */
function isWithin(folder: string, project: string): boolean {
  const path = relative(project, folder)
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !/^[a-z]:/i.test(path))
}
