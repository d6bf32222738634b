import type { ExitCode } from '../exit.ts'

/** What the user asked for: a command that is ready to run. */
export type Chosen = () => Promise<ExitCode>

/** Called with the command that the arguments name. */
export type Choose = (chosen: Chosen) => void
