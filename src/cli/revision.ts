import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { ProblemError } from '../diagnostics/problem.ts'
import { findShipped, shortPath, type ReadStandards } from './standards.ts'
import type { Io } from './io.ts'

/**
 * Reads standards, and what they extend, as they were at a revision of git. Shipped ones are not of the repository and
 * are taken as they are.
 * @throws ProblemError when git, the revision or the file is not there.
 */
export function readAtRevision(revision: string, io: Io): ReadStandards {
  return {
    text: path => {
      const found = showFile(revision, path, io)
      if ('text' in found) return found.text
      const shown = `${revision}:${shortPath(path, io.cwd)}`
      throw new ProblemError([
        { code: 'diff/revision', severity: 'error', values: { value: shown, reason: found.reason } }
      ])
    },
    find: (name, from) => {
      const beside = resolve(io.cwd, dirname(from), name)
      const found = showFile(revision, beside, io)
      if ('text' in found) return { file: shortPath(beside, io.cwd), text: found.text }
      const shipped = findShipped(name, io)
      if (!shipped) return { reason: `${revision}: ${found.reason}` }
      return { file: shortPath(shipped, io.cwd), text: readFileSync(shipped, 'utf8').replace(/^\uFEFF/, '') }
    }
  }
}

/** The most that a standard may hold; git's own limit for what it prints is a megabyte. */
const MOST_BYTES = 1 << 28

function showFile(
  revision: string,
  path: string,
  io: Io
): { readonly text: string } | { readonly reason: string } {
  const folder = nearestFolder(dirname(path))
  // A revision that looks like an option would be one.
  if (revision.startsWith('-')) return { reason: 'not a revision' }
  const name = relative(folder, path).split(sep).join('/')
  const shown = git(['show', `${revision}:./${name}`], folder, io)
  return 'text' in shown ? { text: shown.text.replace(/^\uFEFF/, '') } : shown
}

function git(
  args: readonly string[],
  cwd: string,
  io: Io
): { readonly text: string } | { readonly reason: string } {
  const env = { ...process.env, ...io.env, LC_ALL: 'C' }
  const { status, stdout, stderr, error } = spawnSync('git', [...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: MOST_BYTES
  })
  if (error) return { reason: (error as NodeJS.ErrnoException).code ?? error.message }
  return status === 0 ? { text: stdout } : { reason: stderr.trim().replace(/^fatal: /, '') }
}

/** The file may be gone since, and its folder with it. */
function nearestFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) if (existsSync(at) || dirname(at) === at) return at
}
