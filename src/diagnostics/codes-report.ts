import type { Wording } from './wording.ts'

/** What users should know of reports that were written. */
export const reportCodes = {
  'report/too-many-results': {
    text: {
      en: '{count} results in one SARIF file; GitHub takes at most {allowed} and would refuse it',
      zh: '一个 SARIF 文件中有 {count} 条结果；GitHub 最多接受 {allowed} 条，会拒收此文件'
    },
    hint: {
      en: 'all of them are in the file; write one for less of the input at a time',
      zh: '文件中保留了全部结果；请缩小每次处理的范围，分多个文件生成'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
