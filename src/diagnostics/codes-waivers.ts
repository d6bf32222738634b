import type { Wording } from './wording.ts'

/** What can be wrong with suppressions and baselines. */
export const waiverCodes = {
  'suppress/not-found': {
    text: { en: 'cannot read the suppressions {path}: {reason}', zh: '无法读取豁免文件 {path}：{reason}' },
    hint: { en: 'name a YAML file', zh: '请指定一个 YAML 文件' }
  },
  'suppress/taken': {
    text: {
      en: 'suppressions are taken from {path}',
      zh: '已自动采用豁免文件 {path}'
    }
  },
  'suppress/no-reason': {
    text: { en: 'a suppression needs a reason', zh: '豁免必须写明理由' },
    hint: {
      en: 'say why it is in order, for whoever reads the report',
      zh: '请写明为何可以豁免，供看报告的人了解'
    }
  },
  'suppress/everything': {
    text: { en: 'this suppression holds of everything', zh: '这条豁免适用于所有问题' },
    hint: { en: 'say of what, by one of: {allowed}', zh: '请至少用其中一项限定范围：{allowed}' }
  },
  'suppress/unknown-rule': {
    text: { en: 'there is no rule "{value}"', zh: '没有名为“{value}”的规则' },
    hint: {
      en: 'write standard/criterion, a criterion, or a diagnostic code; * at the end stands for the rest',
      zh: '请写“标准/准则”、准则标识或诊断代码；末尾可用 * 代表其余部分'
    }
  },
  'suppress/expired': {
    text: {
      en: 'held until {until} and holds no longer: {reason}',
      zh: '豁免已于 {until} 到期，不再生效：{reason}'
    },
    hint: { en: 'take it out, or set a later day', zh: '请删去，或改为更晚的日期' }
  },
  'suppress/unused': {
    text: { en: 'nothing here needs this suppression: {reason}', zh: '这条豁免没有用到：{reason}' },
    hint: { en: 'take it out, or look at its keys for a slip', zh: '请删去，或检查各项是否写错' }
  },
  'baseline/no-file': {
    text: { en: '{option} needs --baseline FILE', zh: '{option} 须与 --baseline 文件 一起使用' },
    hint: { en: 'name the file to write', zh: '请指定要写入的文件' }
  },
  'baseline/not-found': {
    text: { en: 'cannot read the baseline {path}: {reason}', zh: '无法读取基线文件 {path}：{reason}' },
    hint: {
      en: 'make it with --update-baseline, which records all there is now',
      zh: '请用 --update-baseline 生成，它会记录目前的全部问题'
    }
  },
  'baseline/not-one': {
    text: { en: '{path} is no baseline', zh: '{path} 不是基线文件' },
    hint: {
      en: 'its first line is {"linecheck-baseline":1,...}; make it anew with --update-baseline',
      zh: '首行应为 {"linecheck-baseline":1,...}；可用 --update-baseline 重新生成'
    }
  },
  'baseline/bad-line': {
    text: { en: 'not an entry of a baseline: {value}', zh: '不是基线条目：{value}' },
    hint: {
      en: 'settle the conflict if there is one, or make it anew with --update-baseline',
      zh: '如有合并冲突请先解决，或用 --update-baseline 重新生成'
    }
  },
  'baseline/other-command': {
    text: {
      en: 'this baseline was made by linecheck {made}, not by linecheck {command}',
      zh: '这份基线由 linecheck {made} 生成，不能用于 linecheck {command}'
    },
    hint: { en: 'keep one file for each command', zh: '请为每个命令各用一个文件' }
  },
  'baseline/gone': {
    text: {
      en: '{count} finding(s) of the baseline {path} no longer occur',
      zh: '基线 {path} 中有 {count} 个问题已不再出现'
    },
    hint: {
      en: 'take them out with --prune-baseline; -v lists them',
      zh: '可用 --prune-baseline 清除；加 -v 逐条列出'
    }
  },
  'baseline/gone-entry': {
    text: { en: 'no longer occurs: {rule}, {where} ({count})', zh: '已不再出现：{rule}，{where}（{count}）' }
  },
  'baseline/written': {
    text: { en: '{path} written: {count} finding(s)', zh: '已写入 {path}：{count} 个问题' }
  },
  'baseline/pruned': {
    text: {
      en: '{path} written: {count} finding(s), {gone} taken out',
      zh: '已写入 {path}：{count} 个问题，清除 {gone} 个'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
