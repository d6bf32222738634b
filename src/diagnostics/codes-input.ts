import type { Wording } from './wording.ts'

/** What can be wrong with an input. */
export const inputCodes = {
  'input/not-found': {
    text: { en: 'no such file or folder: {path}', zh: '找不到文件或文件夹:{path}' },
    hint: {
      en: 'check the path, or quote a glob so that the shell leaves it alone',
      zh: '请检查路径;通配符请加引号'
    }
  },
  'input/unreadable': {
    text: { en: 'cannot read {path}: {reason}', zh: '无法读取 {path}:{reason}' }
  },
  'input/no-files': {
    text: { en: 'no input files in {path}', zh: '{path} 中没有可读取的文件' }
  },
  'input/empty': {
    text: { en: 'the input is empty: {path}', zh: '输入为空:{path}' }
  },
  'input/nothing-audited': {
    text: { en: 'no contact was found in the input', zh: '输入中没有任何联络记录' }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
