import type { Wording } from './wording.ts'

/** What can be wrong with a file of tests. */
export const testCodes = {
  'test/expects-nothing': {
    text: { en: 'case "{value}" expects nothing', zh: '用例“{value}”没有写期望' },
    hint: {
      en: 'say what must come of it: expect: { criterion.id: pass }, score or band',
      zh: '请写明应有的结果：expect: { 准则标识: pass }、score 或 band'
    }
  },
  'test/unknown-criterion': {
    text: {
      en: 'the standard {standard} has no criterion "{value}"',
      zh: '标准 {standard} 中没有准则“{value}”'
    },
    hint: { en: 'write its id as the standard does', zh: '请按标准中的标识填写' }
  },
  'test/unknown-band': {
    text: {
      en: 'the standard {standard} has no band "{value}"; known: {allowed}',
      zh: '标准 {standard} 中没有等级“{value}”；已有：{allowed}'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
