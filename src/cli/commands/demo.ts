import { join } from 'node:path'
import type { ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import type { CommonOptions } from '../settings.ts'
import { runAudit } from './audit.ts'

/** `linecheck demo`: audits the shipped example and shows its scorecards. */
export async function runDemo(options: CommonOptions, io: Io): Promise<ExitCode> {
  const input = join(io.home, 'fixtures', 'hotline-log', 'turns.gb18030.csv')
  const standard = join(io.home, 'rules', 'telecom-hotline.yaml')
  return runAudit([input], { ...options, standard: [standard], suppress: false }, io)
}
