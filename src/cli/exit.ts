/** What the shell is told. */
export const exitCodes = {
  /** Everything went well. */
  clean: 0,
  /** The verdict is negative: a demand was not met, an example failed, a standard has mistakes. */
  negative: 1,
  /** The command, a standard or an input cannot be used, or nothing was audited. */
  unusable: 2,
  /** A bug of linecheck. */
  bug: 3
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
