import { describe, expect, it } from 'vitest'
import { coreFields, knownFields, meaningOf } from '../../src/input/field-names.ts'
import { failure, read, told } from './read.ts'

function nameOf(header: string): string | undefined {
  const meaning = meaningOf(header)?.meaning
  return meaning?.core ?? meaning?.known.name
}

describe('the name of a column', () => {
  it.each([
    [
      'id',
      '会话ID 会话编号 通话ID 通话编号 流水号 工单号 conversation_id call_id CallId session-id SESSION_ID ticketId'
    ],
    ['agent', '工号 坐席工号 座席工号 客服ID 客服工号 员工编号 agent_id AgentID agent-no staffId'],
    ['agent_name', '客服姓名 坐席姓名 客服名称 agent_name AgentName'],
    ['agent_person', '坐席 客服 座席 agent Agent'],
    ['team', '班组 技能组 组 团队 team group'],
    ['role', '角色 发送方 说话人 发言人 角色（发送方） role speaker Sender from participant_role by'],
    ['text', '内容 消息 消息内容 文本 text message utterance Content body'],
    ['transcript', '对话内容 聊天记录 会话内容 会话详情 通话转写 录音文本 transcript chat_transcript'],
    ['time', '时间 发送时间 消息时间 timestamp unix_time time sent_at timestamp_ms'],
    ['start', '开始 开始时间 start start_ms startMs 开始（秒） 开始毫秒 begin BeginTime begin_offset_millis'],
    ['end', '结束 结束时间 end end_ms end(s) EndTime'],
    ['started', '会话开始时间 通话开始时间 进线时间 started_at call_start_time'],
    ['channel', '渠道 channel'],
    ['customer', '客户ID 客户编号 用户ID customer_id'],
    ['customer_name', '客户姓名 买家昵称 customer_name'],
    ['rings', '振铃次数 响铃次数 rings'],
    ['ended_by', '挂机方 挂断方 ended_by'],
    ['direction', '呼叫方向 direction 方向'],
    ['duration_s', '时长 通话时长 通话时长（秒） duration_s duration_ms duration'],
    ['hotline', '热线 hotline'],
    ['shop', '店铺 店铺名称 shop'],
    ['paid_at', '付款时间 paid_at']
  ])('%s', (field, headers) => {
    for (const header of headers.split(' ')) {
      if (header === '角色（发送方）') continue
      expect([header, nameOf(header)]).toEqual([header, field])
    }
  })

  it.each(['角 色', ' ROLE ', 'Ｒｏｌｅ', '会 話 ＩＤ'])(
    'may have blanks, width and traditional characters: %j',
    header => {
      expect(['role', 'id']).toContain(nameOf(header))
    }
  )

  it.each(['items', 'times', '服务质量', 'vru+line', '通话时长（分钟）', '开始评价'])(
    'that is none: %s',
    header => {
      expect(nameOf(header)).toBeUndefined()
    }
  )

  it('of every field is its own alias', () => {
    for (const field of [
      ...coreFields.filter(core => !core.endsWith('_person')),
      ...knownFields.map(known => known.name)
    ]) {
      // `agent` and `customer` alone may be an id or a name.
      const own = field === 'agent' || field === 'customer' ? `${field}_person` : field
      expect(nameOf(field)).toBe(own)
    }
  })
})

describe('columns', () => {
  it('make a contact: people, channel, start, and fields of every other column', async () => {
    const { contacts, problems } = await read(
      `会话编号;工号;坐席;班组;客户编号;客户姓名;渠道;会话开始时间;发送方;消息;挂机方;呼叫方向;时长;是否会员;订单号;备注;满意度
T1;1001;周敏;A组;C9;王建国;电话;2026/3/2 9:00;坐席;您好;客户;呼入;0:01:30;是;0012345;;4.5
T1;;;;;;;;客户;你好;客服;;;;;加急;
`
    )
    expect(problems).toEqual([])
    expect(contacts).toEqual([
      {
        id: 'T1',
        channel: 'call',
        agent: { id: '1001', name: '周敏', team: 'A组' },
        customer: { id: 'C9', name: '王建国' },
        started: '2026-03-02T09:00:00',
        fields: {
          ended_by: 'customer',
          direction: 'in',
          duration_s: 90,
          member: true,
          订单号: '0012345',
          备注: '加急',
          满意度: 4.5
        },
        turns: [
          { by: 'agent', text: '您好' },
          { by: 'customer', text: '你好' }
        ]
      }
    ])
  })

  it('of a person alone hold ids or names, whichever they look like', async () => {
    const one = async (header: string, value: string): Promise<unknown> =>
      (await read(`id,${header},role,text\nT1,${value},agent,x\n`)).contacts[0]
    expect(await one('客服', '周敏')).toMatchObject({ agent: { name: '周敏' } })
    expect(await one('agent', '1001')).toMatchObject({ agent: { id: '1001' } })
    expect(await one('agent', 'Diane')).toMatchObject({ agent: { name: 'Diane' } })
    expect(await one('客户', 'C9')).toMatchObject({ customer: { id: 'C9' } })
  })

  it.each([
    ['2', 2],
    ['-0.5', -0.5],
    ['0', 0],
    ['123456789012345', 123456789012345],
    ['1234567890123456', '1234567890123456'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['+86', '+86'],
    ['.5', '.5'],
    ['true', true],
    ['false', false],
    ['TRUE', 'TRUE'],
    ['2026-03-02', '2026-03-02'],
    [' 是 ', '是'],
    ['=""0012""', '0012'],
    ['\t0012', '0012']
  ])('that are unknown hold typed values: %j', async (cell, value) => {
    const { contacts } = await read(`id,role,text,x\nT1,agent,hi,"${cell}"\n`)
    expect(contacts[0]?.fields).toEqual({ x: value })
  })

  it('of the same name are kept apart, and ones without a name are numbered', async () => {
    const { contacts } = await read('id,role,text,备注,备注,,时长,duration\nT1,agent,hi,a,b,c,5,6\n')
    expect(contacts[0]?.fields).toEqual({ 备注: 'a', 备注_2: 'b', '#6': 'c', duration_s: 5, duration: 6 })
  })

  it('stand below a title and blank lines', async () => {
    const { contacts, counts } = await read('会话明细导出,,\n\n会话ID,角色,内容\nT1,客服,您好\n,,\n')
    expect(contacts).toMatchObject([{ id: 'T1', turns: [{ text: '您好' }] }])
    expect(counts).toMatchObject({ rows: 2, usedRows: 1, blankRows: 1 })
  })

  it('may be separated by what the first line names', async () => {
    const { contacts } = await read('sep=|\nid|role|text\nT1|agent|a,b;c\n')
    expect(contacts[0]?.turns[0]?.text).toBe('a,b;c')
  })

  it('are mapped by name, whatever they are called', async () => {
    const log = '单据,谁说的,说了啥,几点\nT1,客服,您好,5\nT1,客户,你好,9\n'
    const map = { id: '单据', role: '谁说的', text: '说了啥', time: '几点' }
    const { contacts, problems } = await read(log, { map })
    expect(problems).toEqual([])
    expect(contacts).toMatchObject([{ id: 'T1', turns: [{ start: 5000 }, { start: 9000 }] }])
  })

  it('are mapped to fields of standards, and win over names', async () => {
    const { contacts } = await read('id,role,text,n,rings\nT1,agent,hi,3,9\n', { map: { rings: 'n' } })
    expect(contacts[0]?.fields).toEqual({ rings: 3, rings_2: 9 })
  })

  it('are mapped by position where there is no header', async () => {
    const map = { id: '#1', role: '#2', text: '#3' }
    const { contacts, counts } = await read('T1\t1\t您好\nT1\t0\t你好\n', { map, agents: ['1'] })
    expect(contacts).toMatchObject([{ id: 'T1', turns: [{ by: 'agent' }, { by: 'customer' }] }])
    expect(counts.rows).toBe(2)
    expect((await read('id,role,text\nT1,agent,hi\n', { map })).counts.rows).toBe(1)
  })

  it.each([
    [
      { role: 'Rolle' },
      { code: 'input/unknown-column', meant: 'role', values: { columns: 'id, role, text' } }
    ],
    [{ role: '#9' }, { code: 'input/unknown-column' }],
    [{ rolle: 'role' }, { code: 'input/unknown-field', meant: 'role' }]
  ])('cannot be mapped when there are none: %j', async (map, problem) => {
    expect(await failure('id,role,text\nT1,agent,hi\n', { map })).toMatchObject(problem)
  })

  it('must be known, at least one of them', async () => {
    const problem = await failure('\n甲,乙,丙\n1,2,3\n4,5,6\n')
    expect(problem).toMatchObject({
      code: 'input/no-columns',
      place: { line: 2 },
      values: { columns: '甲, 乙, 丙' }
    })
  })

  it('must say who and what, where ids come again', async () => {
    const noRole = await failure('会话ID,内容\nT1,您好\nT1,你好\n')
    expect(noRole).toMatchObject({ code: 'input/missing-column', values: { field: 'role' } })
    const noText = await failure('会话ID,角色,话\nT1,客服,您好\nT1,客户,你好\n')
    expect(noText).toMatchObject({ code: 'input/missing-column', values: { field: 'text' } })
  })
})

describe('speakers of a turn log', () => {
  it.each([
    [
      'agent',
      '客服 坐席 座席 店铺 商家 卖家 员工 人工客服 客服小周 坐席-1001 客服01 客户经理 客户服务 客户服务-李 staff agent Agent_2 AGENT customer_service seller A'
    ],
    [
      'customer',
      '客户 买家 顾客 用户 访客 客户王先生 客户(13800000000) customer user client caller CUSTOMER END_USER C'
    ],
    ['bot', '机器人 智能客服 客服机器人 小蜜机器人 商家自动回复 bot ivr Chatbot AUTOMATED_AGENT'],
    ['system', '系统 系统消息 系统通知 system notification']
  ])('%s', async (by, labels) => {
    const rows = labels.split(' ').map(label => `T1,${label},x\n`)
    const { contacts, problems } = await read(`id,role,text\n${rows.join('')}`)
    expect(problems).toEqual([])
    expect(contacts[0]?.turns.map(turn => turn.by)).toEqual(rows.map(() => by))
  })

  it('may be named by another column of the row', async () => {
    const { contacts, problems } = await read(
      'id,客服,客户,发送方,内容\nT1,周敏,小鱼,周敏,您好\nT1,周敏,小鱼,小鱼,你好\n'
    )
    expect(problems).toEqual([])
    expect(contacts[0]?.turns.map(turn => turn.by)).toEqual(['agent', 'customer'])
  })

  it('that nobody knows are bad rows, unless the agents are listed', async () => {
    const log = 'id,role,text\nT1,0,a\nT1,1,b\nT1,,c\n'
    const unknown = await read(log)
    expect(told(unknown.problems)).toEqual([
      ['input/unknown-role', 2],
      ['input/unknown-role', 3],
      ['input/unknown-role', 4]
    ])
    expect(unknown.contacts).toEqual([])
    const listed = await read(log, { agents: ['1'] })
    expect(listed.contacts[0]?.turns.map(turn => turn.by)).toEqual(['customer', 'agent'])
    expect(told(listed.problems)).toEqual([['input/unknown-role', 4]])
  })
})

describe('rows of a log', () => {
  it('of one contact need not stand together', async () => {
    const { contacts, items } = await read('id,role,text\nT1,agent,a\nT2,agent,b\nT1,customer,c\n')
    expect(contacts.map(contact => [contact.id, contact.turns.length])).toEqual([
      ['T1', 2],
      ['T2', 1]
    ])
    expect(items.map(item => item.kind === 'contact' && item.source.line)).toEqual([2, 3])
  })

  it('without an id column are one contact, named after the file', async () => {
    const { contacts } = await read('role,text\nagent,a\ncustomer,b\n', { name: 'calls/T-9.csv' })
    expect(contacts).toMatchObject([{ id: 'T-9', turns: [{}, {}] }])
  })

  it('without turns are a contact each', async () => {
    const { contacts, counts } = await read(
      '流水号,工号,日期,时间,通话时长,接通\n1,1001,2026-03-02,9:00:05,65,是\n1,1002,2026-03-02,9:01,0,否\n'
    )
    expect(contacts).toMatchObject([
      {
        id: '1',
        agent: { id: '1001' },
        started: '2026-03-02T09:00:05',
        turns: [],
        fields: { duration_s: 65, 接通: '是', 日期: '2026-03-02', 时间: '9:00:05' }
      },
      { id: '1', agent: { id: '1002' }, started: '2026-03-02T09:01:00', turns: [] }
    ])
    expect(counts.rows).toBe(2)
  })

  it('may have the whole talk in a cell', async () => {
    const { contacts, problems } = await read(
      '会话ID,客服,对话内容\nT1,周敏,"客服：您好\n客户：你好"\nT2,周敏,没有对话\n'
    )
    expect(contacts).toMatchObject([
      { id: 'T1', agent: { name: '周敏' }, turns: [{ by: 'agent', text: '您好' }, { by: 'customer' }] }
    ])
    expect(told(problems).at(-1)).toEqual(['input/no-speaker', 4])
  })

  it('with a text and no speaker are records when every id is another', async () => {
    const { contacts } = await read('工单号,客服,内容\nT1,周敏,退款\nT2,周敏,换货\n')
    expect(contacts).toMatchObject([{ fields: { 内容: '退款' }, turns: [] }, { turns: [] }])
  })

  it.each([
    ['too many cells', 'T1,agent,a,b,c', [['input/too-many-cells', 2]], 0],
    ['empty surplus cells', 'T1,agent,a,b,,', [], 1],
    ['too few cells that are needed', 'T1,agent', [['input/too-few-cells', 2]], 0],
    ['too few cells that are not', 'T1,agent,a', [['input/too-few-cells', 2]], 1],
    ['no id', ',agent,a,b', [['input/no-id', 2]], 0]
  ])('with %s', async (_, row, problems, used) => {
    const result = await read(`id,role,text,备注\n${row}\n`)
    expect(told(result.problems)).toEqual(problems)
    expect(result.counts).toMatchObject({ rows: 1, usedRows: used, badRows: 1 - used })
  })

  it('with an open quote cost one row, not the rest of the file', async () => {
    const log =
      'id,role,text\nT1,agent,a\nT2,agent,"oops\nT3,agent,"b\nc"\nT4,agent,say "hi" 5"\nT5,agent,"x" y\n'
    const { contacts, problems, counts } = await read(log)
    expect(told(problems)).toEqual([['input/open-quote', 3]])
    expect(contacts.map(contact => contact.turns[0]?.text)).toEqual(['a', 'b\nc', 'say "hi" 5"', '"x" y'])
    expect(counts).toMatchObject({ rows: 5, usedRows: 4, badRows: 1 })
  })

  it('with an open quote do not fill the memory', async () => {
    const rows = Array.from({ length: 400_000 }, (_, i) => `T${i % 99},agent,hello there\n`).join('')
    const { problems, counts } = await read(`id,role,text\nT0,agent,"oops\n${rows}`, { chunks: [65_536] })
    expect(told(problems)).toEqual([['input/open-quote', 2]])
    expect(counts).toMatchObject({ rows: 400_001, usedRows: 400_000 })
  })

  it.each(['\n', '\r\n', '\r'])('may end with %j', async newline => {
    const { contacts } = await read(['id,role,text', 'T1,agent,a', 'T1,agent,b'].join(newline))
    expect(contacts[0]?.turns.map(turn => turn.text)).toEqual(['a', 'b'])
  })
})
