import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { home } from '../cli/run.ts'

const example = join(home, 'fixtures', 'pull-request')

/** A repository of git that holds a standard, a library of scripts and a sample of contacts. */
export interface Repository {
  readonly folder: string
  /** Commits what the pull request changes. */
  readonly change: () => void
}

/** The repository before the pull request, as `origin/main`; gone when the test is over. */
export function createRepository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'linecheck-ci-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder
    })
  cpSync(join(example, 'before'), folder, { recursive: true })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'Standard and scripts')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  return {
    folder,
    change() {
      cpSync(join(example, 'after'), folder, { recursive: true })
      git('commit', '-qam', 'Reassure callers in the greeting')
    }
  }
}
