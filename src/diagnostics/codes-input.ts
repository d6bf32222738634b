import type { Wording } from './wording.ts'

/** What can be wrong with an input. */
export const inputCodes = {
  'input/not-found': {
    text: { en: 'no such file or folder: {path}', zh: '找不到文件或文件夹：{path}' },
    hint: {
      en: 'check the path, or quote a glob so that the shell leaves it alone',
      zh: '请检查路径；通配符请加引号'
    }
  },
  'input/unreadable': {
    text: { en: 'cannot read {path}: {reason}', zh: '无法读取 {path}：{reason}' }
  },
  'input/no-files': {
    text: { en: 'no input files in {path}', zh: '{path} 中没有可读取的文件' },
    hint: { en: 'looked for: {allowed}', zh: '可识别的扩展名：{allowed}' }
  },
  'input/empty': {
    text: { en: 'the input is empty: {path}', zh: '输入为空：{path}' }
  },
  'input/bad-option': {
    text: {
      en: '{option} does not know "{value}"; allowed: {allowed}',
      zh: '{option} 不支持“{value}”；可用：{allowed}'
    }
  },
  'input/more': {
    text: { en: '{count} more problem(s) were not shown', zh: '另有 {count} 个问题未显示' },
    hint: { en: 'see them all with --max-shown', zh: '可用 --max-shown 查看全部' }
  },
  'input/nothing-audited': {
    text: { en: 'no contact was found in the input', zh: '输入中没有任何联络记录' }
  },
  'input/not-text': {
    text: { en: '{path} is not a text file but {kind}', zh: '{path} 不是文本文件，而是 {kind}' },
    hint: {
      en: 'save or export it as CSV (UTF-8) and pass that file',
      zh: '请另存为或导出为 CSV（UTF-8）后再读取'
    }
  },
  'input/unknown-format': {
    text: {
      en: 'cannot tell the format of {path}; known formats: {allowed}',
      zh: '无法识别 {path} 的格式；已支持：{allowed}'
    },
    hint: { en: 'name the format with --from', zh: '请用 --from 指定格式' }
  },
  'input/unknown-encoding': {
    text: {
      en: 'cannot tell the encoding of {path}: neither UTF-8 nor GB18030 fits',
      zh: '无法判断 {path} 的编码：既不像 UTF-8，也不像 GB18030'
    },
    hint: {
      en: 'name the encoding with --encoding, e.g. {allowed}',
      zh: '请用 --encoding 指定编码，如 {allowed}'
    }
  },
  'input/bad-bytes': {
    text: {
      en: '{count} byte sequence(s) are not valid {encoding}, the first one here; each was replaced by U+FFFD',
      zh: '有 {count} 处字节不符合 {encoding} 编码（此处为第一处），均已替换为 U+FFFD'
    }
  },
  'input/bad-gzip': {
    text: {
      en: 'the gzip data of {path} is cut short or damaged; only what comes before is used',
      zh: '{path} 的 gzip 数据不完整或已损坏，仅使用损坏之前的内容'
    }
  },
  'input/no-columns': {
    text: {
      en: 'none of the columns is known; columns found: {columns}',
      zh: '没有可识别的列；找到的列：{columns}'
    },
    hint: {
      en: 'say which column is which, e.g. --map id=COLUMN --map role=COLUMN --map text=COLUMN; without a header row use #1, #2, ...',
      zh: '请指定各列含义，例如 --map id=列名 --map role=列名 --map text=列名；没有表头时用 #1、#2……'
    }
  },
  'input/missing-column': {
    text: {
      en: 'this looks like a log of turns, but no column holds the {field}; columns found: {columns}',
      zh: '这看起来是逐句的对话记录，但没有 {field} 列；找到的列：{columns}'
    },
    hint: { en: 'name it with --map {field}=COLUMN', zh: '请用 --map {field}=列名 指定' }
  },
  'input/unknown-column': {
    text: {
      en: 'no column "{value}"; columns found: {columns}',
      zh: '没有名为“{value}”的列；找到的列：{columns}'
    }
  },
  'input/unknown-field': {
    text: {
      en: 'unknown field "{value}" in --map; allowed: {allowed}',
      zh: '--map 中的字段“{value}”未知；可用：{allowed}'
    }
  },
  'input/too-many-cells': {
    text: {
      en: 'the row has {count} cells where the header has {expected}; the row was skipped',
      zh: '该行有 {count} 个单元格，而表头只有 {expected} 列；已跳过该行'
    },
    hint: {
      en: 'a cell that contains the delimiter must stand in quotes',
      zh: '含有分隔符的单元格必须加引号'
    }
  },
  'input/too-few-cells': {
    text: {
      en: 'the row has {count} cells where the header has {expected}',
      zh: '该行只有 {count} 个单元格，而表头有 {expected} 列'
    }
  },
  'input/open-quote': {
    text: {
      en: 'a quoted cell that begins in this row is never closed; the row was skipped',
      zh: '该行有一个引号没有闭合；已跳过该行'
    },
    hint: {
      en: 'write a quote inside a cell twice and put the cell in quotes: "5"" screen"',
      zh: '单元格内的引号要写两次，并给整个单元格加引号，如 "5"" 屏"'
    }
  },
  'input/no-id': {
    text: {
      en: 'the row names no contact ("{value}" is empty); skipped',
      zh: '该行没有联络编号（“{value}”为空）；已跳过'
    }
  },
  'input/unknown-role': {
    text: {
      en: 'cannot tell who "{value}" is; known: {allowed}; skipped',
      zh: '无法判断“{value}”是谁；可识别：{allowed}；已跳过'
    },
    hint: {
      en: 'name the agents with --agents, by name or id',
      zh: '请用 --agents 列出客服的姓名或工号'
    }
  },
  'input/no-speaker': {
    text: { en: 'no speaker: "{value}"; skipped', zh: '没有说话人：“{value}”；已跳过' },
    hint: {
      en: 'begin the line with the speaker and a colon: "A: ..." or "C: ..."',
      zh: '请在行首写明说话人和冒号：“客服：……”或“客户：……”'
    }
  },
  'input/bad-time': {
    text: {
      en: 'cannot read "{value}" in column "{column}" as a time; the row is used without it',
      zh: '无法把“{column}”列中的“{value}”读作时间；该行仍使用，但没有时间'
    }
  },
  'input/ambiguous-date': {
    text: {
      en: 'dates such as "{value}" in column "{column}" are read as month/day/year',
      zh: '“{column}”列中“{value}”这样的日期按“月/日/年”读取'
    },
    hint: { en: 'export them as 2026-03-02 to be sure', zh: '建议导出为 2026-03-02 这样的格式' }
  },
  'input/bad-json': {
    text: { en: 'not valid JSON', zh: 'JSON 语法错误' }
  },
  'input/bad-contact': {
    text: {
      en: '{path}: {value} is not allowed here; allowed: {allowed}',
      zh: '{path}：不允许 {value}；可用：{allowed}'
    }
  },
  'input/marks-columns': {
    text: {
      en: 'the sheet of marks has no column for: {missing}; columns found: {columns}',
      zh: '评分表缺少列：{missing}；找到的列：{columns}'
    },
    hint: {
      en: 'one row for each mark, with the columns contact, criterion, mark, by, note',
      zh: '每行一个评分，列为：会话编号、准则、评分、质检员、备注'
    }
  },
  'input/marks-row': {
    text: {
      en: 'the row names no {field}: {value}; skipped',
      zh: '该行没有写明 {field}：{value}；已跳过'
    }
  },
  'input/mark-standard': {
    text: {
      en: 'no standard of this run is called "{value}": {allowed}; the mark is not used',
      zh: '本次没有使用名为“{value}”的标准：{allowed}；该评分未采用'
    }
  },
  'input/mark-criterion': {
    text: {
      en: 'no criterion is called "{value}"; those that take marks: {allowed}; the mark is not used',
      zh: '没有名为“{value}”的准则；可人工评分的有：{allowed}；该评分未采用'
    }
  },
  'input/mark-unused': {
    text: {
      en: 'the criterion "{value}" is not judged by a person; the mark is not used',
      zh: '准则“{value}”不是人工评分项；该评分未采用'
    },
    hint: { en: 'only criteria with "manual" take marks', zh: '只有写了 manual 的准则才接受人工评分' }
  },
  'input/bad-mark': {
    text: {
      en: 'the mark "{value}" is not one of: {allowed}; it is not used',
      zh: '评分“{value}”无效；可用：{allowed}；该评分未采用'
    }
  },
  'input/mark-twice': {
    text: {
      en: '{contact} was marked for {criterion} already at {place}; the later mark counts',
      zh: '{contact} 的 {criterion} 已在 {place} 评过；以后一次为准'
    }
  },
  'input/mark-contact': {
    text: {
      en: 'no contact of the input is called "{value}"; its {count} mark(s) are not used',
      zh: '输入中没有编号为“{value}”的联络记录；其 {count} 个评分未采用'
    }
  },
  'input/spill': {
    text: {
      en: 'cannot keep temporary files in {path}: {reason}',
      zh: '无法在 {path} 中保存临时文件：{reason}'
    },
    hint: {
      en: 'the log is larger than the memory allowed; point TMPDIR at a disk with room for it',
      zh: '日志超出允许的内存；请把 TMPDIR 指向空间足够的磁盘'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
