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
  'input/long-row': {
    text: {
      en: 'the row is longer than 8 MiB, too long for a row of a table; skipped',
      zh: '该行超过 8 MiB，不可能是表格中的一行；已跳过'
    },
    hint: {
      en: 'is this another format, or are the line ends lost? see --from',
      zh: '是否为其他格式，或换行符已丢失？可用 --from 指定格式'
    }
  },
  'input/header-again': {
    text: {
      en: 'the header comes again here, as where exports were joined; it was skipped',
      zh: '此处再次出现表头（可能由多个导出文件拼接而成）；已跳过该行'
    }
  },
  'input/other-header': {
    text: {
      en: 'a header with other columns begins here; the rows below it are read by these names; not among the first ones, and not used: {columns}',
      zh: '此处开始了列不同的另一个表头；其下各行按新列名读取；首个表头中没有、因而未使用的列：{columns}'
    },
    hint: {
      en: 'pass the exports as files of their own to use all of their columns',
      zh: '如需使用全部列，请把各次导出作为单独的文件传入'
    }
  },
  'input/nul-bytes': {
    text: {
      en: '{count} NUL character(s) were taken out, the first one here',
      zh: '已去除 {count} 个 NUL 字符（此处为第一个）'
    },
    hint: {
      en: 'the file was perhaps cut while it was written; export it again to be sure',
      zh: '文件可能在写入时中断；建议重新导出'
    }
  },
  'input/times-back': {
    text: {
      en: '{count} turn(s) are earlier than the row above of the same contact, the first one here; turns are put in the order of their times wherever all of a contact have one',
      zh: '有 {count} 句的时间早于同一联络的上一行（此处为第一处）；只要某次联络的每句都有时间，就按时间排序'
    }
  },
  'input/repeated-id': {
    text: {
      en: '{count} row(s) carry an id that came before, the first one here: "{value}", as in line {line}; each row is kept as a contact of its own',
      zh: '有 {count} 行的编号此前已出现，此处为第一处：“{value}”，与第 {line} 行相同；每行仍各算一次联络'
    },
    hint: {
      en: 'if the rows are turns of one contact, name the columns with --map role=COLUMN --map text=COLUMN',
      zh: '如果这些行是同一次联络的各句，请用 --map role=列名 --map text=列名 指定'
    }
  },
  'input/rounded-id': {
    text: {
      en: 'the id "{value}" was rounded by a spreadsheet; contacts whose ids began alike may have become one',
      zh: '编号“{value}”已被电子表格四舍五入；开头相同的编号可能已混为一个'
    },
    hint: {
      en: 'export the column as text, or import the CSV with that column as text',
      zh: '请把该列按文本导出，或在导入 CSV 时将该列设为文本'
    }
  },
  'input/no-year': {
    text: {
      en: '"{value}" in column "{column}" names no year, which cannot be known; the row is used without the time',
      zh: '“{column}”列中的“{value}”没有年份，无法得知；该行仍使用，但没有时间'
    },
    hint: {
      en: 'export dates in full, such as 2026-03-02 15:05, or add a column with the date',
      zh: '请导出完整日期，如 2026-03-02 15:05，或另加一列日期'
    }
  },
  'input/bad-workbook': {
    text: {
      en: 'cannot read {path} as a workbook (xlsx): {reason}',
      zh: '无法把 {path} 读作工作簿（xlsx）：{reason}'
    },
    hint: {
      en: 'open it in a spreadsheet program and save it again, or save the sheet as CSV (UTF-8)',
      zh: '请用电子表格软件打开后另存，或把工作表另存为 CSV（UTF-8）'
    }
  },
  'input/workbook-size': {
    text: {
      en: '{path} holds {size} MB when unpacked; workbooks are read whole, up to {most} MB',
      zh: '{path} 解压后有 {size} MB；工作簿须整个读入，最多 {most} MB'
    },
    hint: {
      en: 'save the sheet as CSV (UTF-8), which is read row by row',
      zh: '请把工作表另存为 CSV（UTF-8），CSV 逐行读取，不受此限'
    }
  },
  'input/no-sheet': {
    text: {
      en: '{path} has no sheet "{value}"; sheets: {allowed}',
      zh: '{path} 中没有名为“{value}”的工作表；现有工作表：{allowed}'
    }
  },
  'input/other-sheets': {
    text: {
      en: 'only the sheet "{value}" is read; not read: {others}',
      zh: '仅读取工作表“{value}”；未读取：{others}'
    },
    hint: { en: 'name another one with --sheet', zh: '可用 --sheet 指定其他工作表' }
  },
  'input/read-turns': {
    text: { en: 'a turn a row; columns: {columns}', zh: '每行一句对话；各列含义：{columns}' }
  },
  'input/read-talks': {
    text: {
      en: 'a contact a row, with its talk in a cell; columns: {columns}',
      zh: '每行一次联络，整段对话在一个单元格中；各列含义：{columns}'
    }
  },
  'input/read-records': {
    text: {
      en: 'a contact a row, without its talk; columns: {columns}',
      zh: '每行一次联络，没有对话内容；各列含义：{columns}'
    }
  },
  'input/ambiguous-column': {
    text: {
      en: 'the {field} was taken from column "{value}" and not from: {others}',
      zh: '{field} 取自“{value}”列，而不是：{others}'
    },
    hint: { en: 'to choose another one: --map {field}=COLUMN', zh: '如需改用其他列：--map {field}=列名' }
  },
  'input/map-turns': {
    text: {
      en: 'the map says that turns stand at "{value}", but a table has a turn or a contact in each row; columns found: {columns}',
      zh: '映射文件指明各句位于“{value}”，但表格每行就是一句或一次联络；找到的列：{columns}'
    },
    hint: { en: 'leave out "turns" for tables', zh: '读取表格时请去掉 turns' }
  },
  'input/inferred-agent': {
    text: {
      en: 'nothing says who "{value}" is, but it speaks in {count} of the first {contacts} contacts and nobody else in many: taken for the agent, everyone else for a customer',
      zh: '没有信息说明“{value}”是谁，但前 {contacts} 次联络中有 {count} 次由其发言，其他人都不常出现：视为客服，其余视为客户'
    },
    hint: {
      en: 'say so with --agents, or name the role column with --map role=COLUMN',
      zh: '请用 --agents 明确指定，或用 --map role=列名 指定角色列'
    }
  },
  'input/name-pattern': {
    text: {
      en: '--name-pattern "{value}" cannot be used',
      zh: '--name-pattern“{value}”无法使用'
    },
    hint: {
      en: "write fields in braces with something between them, such as '{example}'; {} stands for anything",
      zh: "字段写在花括号里，相邻字段之间要有分隔，如 '{example}'；{} 表示任意内容"
    }
  },
  'input/name-mismatch': {
    text: {
      en: 'the name of the file does not fit --name-pattern "{value}"; nothing is taken from it',
      zh: '文件名不符合 --name-pattern“{value}”；未从文件名取得任何信息'
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
  'input/time-backwards': {
    text: {
      en: '{count} time(s) lie before the one above, the first of them here; turns are put in the order of their times where all have one',
      zh: '有 {count} 处时间早于上一句（此处为第一处）；全部句子都有时间时按时间重新排序'
    }
  },
  'input/end-before-start': {
    text: {
      en: '{count} turn(s) of {contact} end before they begin; they are used without the end',
      zh: '{contact} 有 {count} 句的结束时间早于开始时间；这些句子仍使用，但没有结束时间'
    }
  },
  'input/no-signature': {
    text: {
      en: 'the file does not begin with WEBVTT; it is read as if it did',
      zh: '文件开头没有 WEBVTT；仍按 WebVTT 读取'
    }
  },
  'input/caption-time': {
    text: {
      en: 'no times of a cue: "{value}"; the cue was skipped',
      zh: '无法读作字幕时间：“{value}”；已跳过该条字幕'
    },
    hint: {
      en: 'write 00:00:05.000 --> 00:00:07.500, the end after the start',
      zh: '应写作 00:00:05.000 --> 00:00:07.500，且结束晚于开始'
    }
  },
  'input/bad-json': {
    text: { en: 'not valid JSON', zh: 'JSON 语法错误' }
  },
  'input/bad-contact': {
    text: {
      en: '{path}: {value} is not allowed here; allowed: {allowed}',
      zh: '{path}：不允许 {value}；可用：{allowed}'
    },
    hint: {
      en: 'JSON of a form of its own is read with a map: --map FILE.yaml, or --map text=path',
      zh: '自有格式的 JSON 可用映射读取：--map 文件.yaml，或 --map text=路径'
    }
  },
  'input/bad-value': {
    text: {
      en: '{path}: {value} is not allowed here; allowed: {allowed}; it was left out',
      zh: '{path}：不允许 {value}；可用：{allowed}；已忽略该值'
    }
  },
  'input/bad-turn': {
    text: {
      en: '{path}: {value} is not allowed here; allowed: {allowed}; the turn was skipped',
      zh: '{path}：不允许 {value}；可用：{allowed}；已跳过该句'
    }
  },
  'input/agent-greets': {
    text: {
      en: 'the input does not say who is the agent; "{value}" is taken for it, who says "{quote}"',
      zh: '输入没有写明谁是客服；按“{quote}”这句话，把“{value}”当作客服'
    },
    hint: {
      en: 'name the agents with --agents, by the label in the input',
      zh: '请用 --agents 写明客服在输入中的标签'
    }
  },
  'input/agent-first': {
    text: {
      en: 'nothing tells who is the agent; "{value}" is taken for it, who speaks first',
      zh: '无法判断谁是客服；“{value}”最先说话，当作客服'
    },
    hint: {
      en: 'name the agents with --agents, by the label in the input',
      zh: '请用 --agents 写明客服在输入中的标签'
    }
  },
  'input/one-speaker': {
    text: {
      en: 'the input does not tell speakers apart; all of "{value}" is taken for what the agent says',
      zh: '输入没有区分说话人；“{value}”的全部内容都当作客服所说'
    },
    hint: {
      en: 'transcribe with speaker labels (diarization) or one channel for each side',
      zh: '转写时请开启说话人分离，或让客服与客户各占一个声道'
    }
  },
  'input/customer-first': {
    text: {
      en: 'the input does not say who is the customer; "{value}", who wrote first, is taken for it',
      zh: '输入没有写明谁是客户；“{value}”最先留言，当作客户'
    }
  },
  'input/no-customer': {
    text: {
      en: 'no customer takes part in "{value}"; its {count} message(s) are left out',
      zh: '“{value}”中没有客户参与；其中 {count} 条消息未采用'
    },
    hint: {
      en: 'when everybody is staff, name the agents with --agents: the others are then customers',
      zh: '若双方都是员工，请用 --agents 列出客服，其余的人视为客户'
    }
  },
  'input/no-map-file': {
    text: { en: 'no such map file: {path}', zh: '找不到映射文件：{path}' },
    hint: {
      en: 'write --map field=column, such as --map text=message, or name a YAML file of such',
      zh: '请写作 --map 字段=列名，例如 --map text=内容；或指定一个 YAML 映射文件'
    }
  },
  'input/map-syntax': {
    text: { en: 'the map file is not valid YAML: {reason}', zh: '映射文件的 YAML 语法有误：{reason}' }
  },
  'input/map-key': {
    text: {
      en: 'unknown key "{value}" in the map file; allowed: {allowed}',
      zh: '映射文件中的键“{value}”未知；可用：{allowed}'
    }
  },
  'input/map-value': {
    text: {
      en: '{name}: {value} is not allowed here; allowed: {allowed}',
      zh: '{name}：不允许 {value}；可用：{allowed}'
    }
  },
  'input/map-unused': {
    text: {
      en: '--map means nothing for {path}: the format "{format}" names its parts itself',
      zh: '--map 对 {path} 无效：格式“{format}”自带各部分的名称'
    },
    hint: {
      en: 'leave out --map for this file, or --from if it is JSON of another form',
      zh: '读取该文件时请去掉 --map；若它是其他结构的 JSON，请去掉 --from'
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
