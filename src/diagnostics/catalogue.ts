import { calendarCodes } from './codes-calendar.ts'
import { convertCodes } from './codes-convert.ts'
import { diffCodes } from './codes-diff.ts'
import { formatCodes } from './codes-format.ts'
import { inputCodes } from './codes-input.ts'
import { lintCodes } from './codes-lint.ts'
import { scriptJudgeCodes } from './codes-scripts-judge.ts'
import { scriptsCodes } from './codes-scripts.ts'
import { overrideCodes } from './codes-override.ts'
import { reportCodes } from './codes-report.ts'
import { standardCodes } from './codes-standard.ts'
import { testCodes } from './codes-test.ts'
import { usageCodes } from './codes-usage.ts'
import { waiverCodes } from './codes-waivers.ts'

/** Every stable code with its message and hint. A code, once released, keeps its meaning. */
export const catalogue: typeof standardCodes &
  typeof calendarCodes &
  typeof lintCodes &
  typeof inputCodes &
  typeof convertCodes &
  typeof scriptsCodes &
  typeof overrideCodes &
  typeof formatCodes &
  typeof testCodes &
  typeof scriptJudgeCodes &
  typeof reportCodes &
  typeof diffCodes &
  typeof usageCodes &
  typeof waiverCodes = {
  ...standardCodes,
  ...calendarCodes,
  ...lintCodes,
  ...inputCodes,
  ...convertCodes,
  ...scriptsCodes,
  ...overrideCodes,
  ...formatCodes,
  ...testCodes,
  ...scriptJudgeCodes,
  ...reportCodes,
  ...diffCodes,
  ...usageCodes,
  ...waiverCodes
}

export type Code = keyof typeof catalogue

export const codes: readonly Code[] = Object.keys(catalogue) as Code[]
