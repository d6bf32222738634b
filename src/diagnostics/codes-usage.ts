import type { Wording } from './wording.ts'

/** What can be wrong with a command. */
export const usageCodes = {
  'usage/command': { text: { en: '{reason}', zh: '命令有误：{reason}' } },
  'usage/no-standard': {
    text: {
      en: 'no standard given, and no linecheck.yaml in this folder or above',
      zh: '没有指定标准，当前文件夹及上级也没有 linecheck.yaml'
    },
    hint: {
      en: 'use -s FILE, or -s telecom-hotline for one that is shipped',
      zh: '请用 -s 文件，或用 -s telecom-hotline 指定自带的标准'
    }
  },
  'usage/output-format': {
    text: {
      en: 'cannot tell the format of {value} by its ending; known: {allowed}',
      zh: '无法从 {value} 的扩展名判断格式；可用：{allowed}'
    }
  },
  'usage/report-name': {
    text: {
      en: 'no report is called "{value}"; there are {allowed}',
      zh: '没有名为“{value}”的报告格式；可用：{allowed}'
    }
  },
  'usage/no-path': {
    text: { en: 'no file after "{value}"', zh: '“{value}”后面没有文件' },
    hint: { en: 'is a variable of the shell empty?', zh: '是否引用了空的环境变量？' }
  },
  'usage/unwritable': {
    text: { en: 'cannot write {path}: {reason}', zh: '无法写入 {path}：{reason}' }
  },
  'usage/not-utf8': {
    text: {
      en: '{path} is not UTF-8 text; it is left as it is',
      zh: '{path} 不是 UTF-8 文本，保持原样'
    },
    hint: {
      en: 'save it as UTF-8 in your editor',
      zh: '请在编辑器中另存为 UTF-8'
    }
  },
  'usage/output-is-input': {
    text: {
      en: 'writing {path} would destroy {value}, which is read here',
      zh: '写入 {path} 会覆盖本次要读取的 {value}'
    },
    hint: {
      en: 'write to another file, outside of the folders that are read',
      zh: '请写入其他文件，并且不要放在要读取的文件夹内'
    }
  },
  'usage/output-twice': {
    text: {
      en: '{path} and {value} are the same file, which holds one report only',
      zh: '{path} 与 {value} 是同一个文件，只能写入一份报告'
    },
    hint: { en: 'write each report to a file of its own', zh: '请将各份报告写入不同的文件' }
  },
  'usage/file-exists': {
    text: { en: '{path} exists already', zh: '{path} 已存在' },
    hint: { en: 'choose another name, or use --force', zh: '请换一个文件名，或使用 --force' }
  },
  'usage/no-criterion': {
    text: { en: 'no criterion matches "{value}"', zh: '没有与“{value}”相符的准则' }
  },
  'usage/explain-what': {
    text: { en: 'nothing to explain', zh: '没有指定要解释的内容' },
    hint: {
      en: 'name a criterion or a diagnostic code, or a contact with --contact',
      zh: '请写准则标识或诊断代码，或用 --contact 指定记录'
    }
  },
  'usage/explain-input': {
    text: { en: 'no input to find the contact "{value}" in', zh: '没有指定输入，无从查找记录“{value}”' },
    hint: { en: 'name the files that hold it', zh: '请写明记录所在的文件' }
  },
  'usage/review-what': {
    text: { en: 'no contacts to mark', zh: '没有指定要评分的记录' },
    hint: {
      en: 'name the inputs, or use --template for an empty sheet',
      zh: '请写明输入，或用 --template 生成空白评分表'
    }
  },
  'usage/no-contact': {
    text: { en: 'no contact in the input is called "{value}"', zh: '输入中没有编号为“{value}”的记录' },
    hint: { en: 'ids stand in the reports of linecheck audit', zh: '编号见 linecheck audit 的报告' }
  },
  'usage/max-band': {
    text: {
      en: '"{value}" is no band with the most contacts that may lie in it',
      zh: '“{value}”不是“等级=上限”的写法'
    },
    hint: {
      en: 'write --max-band Poor=0 or --max-band Poor=5%',
      zh: '请写 --max-band 不合格=0 或 --max-band 不合格=5%'
    }
  },
  'usage/min-band': {
    text: {
      en: '"{value}" is no band with the least share of contacts that must lie in it',
      zh: '“{value}”不是“等级=最低占比”的写法'
    },
    hint: { en: 'write --min-band Excellent=30%', zh: '请写 --min-band 优秀=30%' }
  },
  'usage/unknown-band': {
    text: {
      en: 'no standard has a band "{value}"; bands: {allowed}',
      zh: '标准中没有“{value}”这一等级；可用：{allowed}'
    }
  },
  'usage/no-pass-mark': {
    text: {
      en: '{value} asks for what passed, but no standard has a pass mark',
      zh: '{value} 考核合格率，但标准没有合格线'
    },
    hint: { en: 'set scoring.pass in the standard', zh: '请在标准中写 scoring.pass' }
  },
  'usage/not-together': {
    text: { en: '{value} does not go with {allowed}', zh: '{value} 不能与 {allowed} 同用' }
  },
  'usage/needs-option': {
    text: { en: '{value} means nothing without {allowed}', zh: '{value} 须与 {allowed} 同用' }
  },
  'usage/no-code': {
    text: { en: 'no diagnostic is called "{value}"', zh: '没有名为“{value}”的诊断代码' },
    hint: {
      en: 'codes stand in brackets in messages, such as {allowed}',
      zh: '代码见消息中的方括号，例如 {allowed}'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
