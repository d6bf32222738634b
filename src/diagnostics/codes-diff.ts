import type { Wording } from './wording.ts'

/** What can be wrong with two results or standards to compare. */
export const diffCodes = {
  'diff/what': {
    text: { en: 'nothing to compare with', zh: '没有指定与什么比较' },
    hint: {
      en: 'use --against with a standard or a saved result, --since with a revision of git, or --set',
      zh: '请用 --against 指定标准或已保存的结果，用 --since 指定 git 版本，或用 --set 修改取值'
    }
  },
  'diff/no-inputs': {
    text: { en: 'no contacts to compare on', zh: '没有指定用于比较的记录' },
    hint: {
      en: 'name the inputs; without them two saved results can be compared',
      zh: '请写明输入；不写输入时只能比较两份已保存的结果'
    }
  },
  'diff/not-a-result': {
    text: { en: '{path} is no result of linecheck audit', zh: '{path} 不是 linecheck audit 的结果' },
    hint: {
      en: 'saved results are made with -o FILE.outcomes, .ndjson or .json',
      zh: '结果可用 -o 文件.outcomes、.ndjson 或 .json 保存'
    }
  },
  'diff/bad-result': {
    text: { en: 'this line is no result: {reason}', zh: '此行不是结果：{reason}' },
    hint: { en: 'make the file anew', zh: '请重新生成该文件' }
  },
  'diff/cut-short': {
    text: { en: '{path} ends before its last line', zh: '{path} 不完整，缺少结尾' },
    hint: {
      en: 'the audit that made it did not finish; run it again',
      zh: '生成它的审核没有完成，请重新运行'
    }
  },
  'diff/other-standard': {
    text: {
      en: 'before: {before}; after: {after}: no standard is in both',
      zh: '之前：{before}；之后：{after}：没有共同的标准'
    },
    hint: { en: 'use --allow-unlike to compare them all the same', zh: '如确要比较，请用 --allow-unlike' }
  },
  'diff/only-before': {
    text: { en: '{value} is only before and is not compared', zh: '标准 {value} 仅在之前存在，未作比较' }
  },
  'diff/only-after': {
    text: { en: '{value} is only after and is not compared', zh: '标准 {value} 仅在之后存在，未作比较' }
  },
  'diff/other-contacts': {
    text: {
      en: 'not the same contacts: {before} only before, {after} only after, {both} in both; {example}',
      zh: '记录不一致：仅之前有 {before} 条，仅之后有 {after} 条，共有 {both} 条；{example}'
    },
    hint: {
      en: 'use --allow-unlike to compare those that are in both',
      zh: '如只比较共有的记录，请用 --allow-unlike'
    }
  },
  'diff/other-inputs': {
    text: {
      en: '{path} was made of other inputs: {reason}',
      zh: '{path} 是由其他输入生成的：{reason}'
    },
    hint: {
      en: 'audit the same files with the same options, or use --allow-unlike',
      zh: '请用相同的文件和选项审核，或使用 --allow-unlike'
    }
  },
  'diff/other-version': {
    text: {
      en: '{path} was made by linecheck {value}, this is {allowed}; outcomes may differ for that alone',
      zh: '{path} 由 linecheck {value} 生成，当前版本为 {allowed}；结果可能仅因版本而不同'
    },
    hint: { en: 'make it anew', zh: '请重新生成' }
  },
  'diff/revision': {
    text: { en: 'git cannot show {value}: {reason}', zh: 'git 无法读取 {value}：{reason}' },
    hint: {
      en: 'name a revision that has the file, such as HEAD~1 or origin/main; in CI fetch it first',
      zh: '请写出含有该文件的版本，例如 HEAD~1 或 origin/main；在 CI 中需先拉取'
    }
  },
  'diff/nothing-compared': {
    text: { en: 'no contact could be compared', zh: '没有可比较的记录' }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
