import type { ValueKind } from './field-values.ts'
import { foldName } from './fold-name.ts'

/**
 * What a column of a log, or a header line of a text transcript, can be. `person` fields hold an id or a name,
 * whichever the values look like. `transcript` is the whole talk in one cell.
 */
export const coreFields = [
  'id',
  'agent',
  'agent_name',
  'agent_person',
  'team',
  'role',
  'text',
  'transcript',
  'time',
  'start',
  'end',
  'date',
  'started',
  'channel',
  'customer',
  'customer_name',
  'customer_person'
] as const

export type CoreField = (typeof coreFields)[number]

/** The names that exports use, the surest first: of two columns for one field the one named earlier here wins. */
const coreAliases: Readonly<Record<CoreField, string>> = {
  id: `会话ID 会话编号 会话号 会话标识 会话流水号 对话ID 对话编号 对话号 通话ID 通话编号 通话流水号 呼叫ID 呼叫编号 呼叫流水号
    联络ID 联络编号 接触ID 接触流水号 服务流水号 咨询编号 咨询ID 录音编号 录音ID 录音文件名 工单号 工单编号 工单ID 业务流水号 流水号
    拜访编号 记录编号 记录ID conversation_id conv_id call_id session_id contact_id chat_id dialog_id dialogue_id interaction_id
    ticket_id ticket_no case_id case_no thread_id visit_id recording_id record_id call_no call_number call_ref call_uuid ucid uuid guid
    conversation session dialog call contact 会话 通话 联络 对话 编号 id 话单ID 会话流水 通话ID号 呼叫标识 呼叫唯一标识 来电编号 服务编号 服务单号 通话记录ID chatid sessionid convid call_sid contact_no reference_no ref_no`,
  agent: `工号 坐席工号 座席工号 客服工号 员工工号 员工编号 员工号 坐席ID 座席ID 客服ID 坐席编号 座席编号 客服编号 坐席号 座席号
    坐席账号 客服账号 员工ID 员工账号 子账号 客服子账号 接待客服ID 人员编号 agent_id agent_no agent_number agent_code agent_login
    agent_account staff_id employee_id employee_no operator_id rep_id advisor_id assignee_id csr_id 客服帐号 坐席帐号 座席账号 坐席分机 分机号 接待工号 受理工号 处理人工号 agent_extension user_login`,
  agent_name: `客服姓名 坐席姓名 座席姓名 员工姓名 客服名称 客服名 坐席名称 坐席名 座席名称 接待客服姓名 客服昵称 坐席昵称 客服花名
    agent_name agent_full_name staff_name employee_name operator_name rep_name advisor_name assignee_name csr_name 坐席员姓名 话务员姓名 接待人姓名 处理人姓名 受理人姓名 服务人员姓名 接待员姓名 座席员姓名`,
  agent_person: `坐席 座席 客服 接待客服 客服人员 坐席人员 座席人员 接待人员 接待人 员工 服务人员 agent staff employee operator
    representative rep advisor assignee csr 坐席员 座席员 话务员 接线员 受理人 处理人 接待员 客服代表 客服专员`,
  team: `班组 技能组 客服组 坐席组 小组 组别 组名 团队 所属班组 所属组 所属团队 组 部门 team team_name agent_team agent_group group
    group_name skill_group department 所属技能组 技能队列 队列 队列名称 坐席班组 座席组 座席班组 业务组 客服团队 部门名称 所属部门 queue queue_name department_name`,
  role: `角色 说话人角色 发言人角色 发送方角色 发送者角色 发言角色 对话角色 发送方类型 发送者类型 发送人类型 消息角色 发送方 发送人
    发送者 消息发送方 消息发送者 说话人 说话者 发言人 发言方 发言者 讲话人 说话方 身份 role speaker_role participant_role sender_role
    author_role sender_type author_type speaker_type participant sender speaker author from spoken_by by who party 谁 发言者角色 说话者角色 发送角色 消息来源 会话角色 speaker_type speaker_label speaker_id sender_name from_role`,
  text: `内容 消息内容 消息文本 消息 文本 文本内容 说话内容 发言内容 发送内容 对话文本 转写文本 识别文本 识别结果 语句 句子 话术
    发言 text message message_text message_body message_content content contents utterance body msg sentence words plain_text
    display_text original_text 消息正文 正文 聊天文本 回复内容 说话文本 转写内容 转写结果 语音识别结果 对话文字 message_content_text transcript_text`,
  transcript: `对话内容 聊天内容 会话内容 通话内容 聊天记录 对话记录 会话记录 沟通记录 通话文本 会话文本 对话全文 会话全文 转写全文
    全文 transcript dialogue full_text conversation_text chat_log chat_history 会话详情 对话详情 聊天详情 沟通内容 会话文字 通话转写 通话录音文本 录音文本 录音转写 chat_transcript call_transcript conversation_log full_transcript`,
  time: `发送时间 消息时间 发言时间 说话时间 聊天时间 时间 时间戳 发生时间 unix_time timestamp time ts sent_at send_time sent_time
    message_time msg_time event_time datetime date_time epoch unix_timestamp absolute_time 消息发送时间 聊天发送时间 发送日期时间 消息发送日期 created_time message_timestamp sent_date`,
  start: `开始 开始时间 起始 起始时间 开始时刻 起始时刻 开始偏移 start start_time start_offset starts begin begin_time
    begin_offset begins offset`,
  end: `结束 结束时间 终止 终止时间 结束时刻 结束偏移 end end_time end_offset ends finish finish_time stop`,
  date: `日期 发送日期 消息日期 会话日期 通话日期 date call_date chat_date`,
  started: `会话开始时间 通话开始时间 呼叫开始时间 会话开始 通话开始 会话创建时间 会话时间 进线时间 来电时间 呼叫时间 呼入时间
    接入时间 拜访时间 started started_at conversation_start session_start call_start call_start_time chat_start
    session_start_time conversation_start_time call_time call_datetime contact_start initiation_timestamp visited_at 会话创建日期 接起时间 开始通话时间 来电日期时间 咨询时间 接待开始时间 服务开始时间 工单时间 chat_started conversation_time`,
  channel: `渠道 渠道类型 服务渠道 接入渠道 联络渠道 咨询渠道 来源渠道 媒体类型 channel channel_type contact_channel medium
    media_type 接入方式 渠道名称 channel_name source_channel`,
  customer: `客户ID 客户编号 客户号 客户账号 用户ID 用户编号 会员ID 会员号 会员编号 买家ID 访客ID 顾客ID customer_id customer_no
    customer_number customer_code client_id user_id buyer_id member_id visitor_id caller_id openid `,
  customer_name: `客户姓名 客户名称 客户名 客户昵称 用户姓名 用户名称 用户名 用户昵称 会员名 会员昵称 买家昵称 买家旺旺 旺旺号
    访客名称 访客昵称 顾客姓名 customer_name client_name user_name buyer_name caller_name visitor_name 买家名称 微信昵称 `,
  customer_person: `客户 顾客 买家 用户 访客 会员 customer client buyer caller visitor user`
}

/** A field that the standards know by this name, what exports call it, and how they write its values. */
export interface KnownField {
  readonly name: string
  readonly aliases: string
  readonly values: ValueKind
}

const field = (name: string, aliases = '', values: ValueKind = 'plain'): KnownField => ({
  name,
  aliases,
  values
})

/** The field names that standards share. */
export const knownFields: readonly KnownField[] = [
  field('rings', '振铃次数 响铃次数 振铃 振铃声数 ring_count'),
  field('direction', '方向 呼叫方向 通话方向 呼叫类型 呼入呼出 call_direction', 'direction'),
  field(
    'ended_by',
    '挂机方 挂断方 结束方 挂机人 挂断人 先挂机方 会话结束方 hangup_by hung_up_by disconnected_by',
    'speaker'
  ),
  field('duration_s', '时长 通话时长 会话时长 服务时长 接待时长 duration call_duration', 'seconds'),
  field('hold_s', '保持时长 通话保持时长 呼叫保持时长 hold_time hold_duration customer_hold_time', 'seconds'),
  field('hold_count', '保持次数 呼叫保持次数 number_of_holds'),
  field('longest_hold_s', '最长保持时长 longest_hold longest_hold_time longest_hold_duration', 'seconds'),
  field('created_at', '创建时间 建单时间 created create_time'),
  field('answered_at', '应答时间 接通时间 接听时间 answer_time'),
  field('resolved_at', '解决时间 办结时间 resolve_time'),
  field('hotline', '热线 热线名称 服务热线 热线号码'),
  field('shop', '店铺 店铺名 店铺名称 网店 店名 shop_name store store_name'),
  field('company', '公司 公司名称 单位 单位名称 企业 企业名称 company_name organization organisation'),
  field('fixed_price', '一口价 不议价', 'flag'),
  field('paid', '是否付款 已付款 是否已付款', 'flag'),
  field('paid_at', '付款时间 支付时间'),
  field('order_note', '订单备注 买家留言'),
  field('desk_told_at', '告知时间 通知前台时间'),
  field('price_paid', '实付金额 实付款 付款金额 成交价'),
  field('freight', '运费 邮费'),
  field('shipping_free', '是否包邮 包邮', 'flag'),
  field('promised_dispatch_at', '承诺发货时间 约定发货时间'),
  field('dispatched_at', '发货时间'),
  field('packed_at', '打包时间 打包完成时间'),
  field('order_pulled_at', '拉单时间 抓单时间 打单时间'),
  field('handed_to_aftersales_at', '转售后时间 移交售后时间'),
  field('refund_requested_at', '退款申请时间 申请退款时间'),
  field('compensation', '赔付金额 赔偿金额'),
  field('points_deducted', '扣分'),
  field('signed_at', '签收时间'),
  field('return_requested_at', '退货申请时间 申请退货时间'),
  field('return_accepted', '是否同意退货 同意退货', 'flag'),
  field('unused', '未使用 是否未使用', 'flag'),
  field('resaleable', '不影响二次销售 是否不影响二次销售', 'flag'),
  field('fault_proven', '质量问题属实 是否质量问题', 'flag'),
  field('fault_confirmed_at', '问题确认时间'),
  field('photos_received_at', '收到照片时间 收图时间'),
  field('return_freight_by', '退货运费承担方', 'party'),
  field('outward_freight_by', '发货运费承担方', 'party'),
  field('resolution', '处理结果 解决方案 处理方案'),
  field('deal_at', '成交时间'),
  field('claimed_at', '索赔时间'),
  field('authenticity', '鉴定结果 真伪'),
  field('event', '事件'),
  field('event_at', '事件时间'),
  field('member', '是否会员', 'flag'),
  field('is_holiday', '是否节假日', 'flag'),
  field('holiday', '节日 节假日'),
  field('record_result', '登记结果 回访结果'),
  field('record_satisfaction', '登记满意度 回访满意度'),
  field('record_suggestion', '登记建议 客户建议'),
  field('record_by', '登记人 记录人'),
  field('recorded_at', '登记时间 记录时间'),
  field('identity_verified', '是否核身 已核身 身份已核实', 'flag'),
  field('identity_verified_at', '核身时间 身份核实时间'),
  field('marketing_consent', '同意营销 营销授权', 'flag'),
  field('counterpart', '对方 对方单位'),
  field('tier', '客户等级 会员等级 客户级别'),
  field('kind', '业务类型 联络类型 工单类型'),
  field('in_person', '是否当面 当面', 'flag')
]

/** What a name stands for: a part of a contact, or one of its fields. `rank` 0 is the surest name. */
export type Meaning =
  | { readonly core: CoreField; readonly rank: number }
  | { readonly core?: undefined; readonly known: KnownField; readonly rank: number }

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...knownFields.flatMap(known => ranked(`${known.name} ${known.aliases}`, rank => ({ known, rank }))),
  ...coreFields.flatMap(core => ranked(coreAliases[core], rank => ({ core, rank })))
])

function ranked(names: string, meaning: (rank: number) => Meaning): [string, Meaning][] {
  const words = names.split(/\s+/).filter(name => name !== '')
  return words.map((name, rank) => [foldName(name), meaning(rank)])
}

/** The unit of a column's times, when its header says so. */
export type Unit = 'ms' | 's'

const unitEnds: readonly (readonly [RegExp, Unit])[] = [
  [/[\s_.-]*[(（[]?\s*(?:ms|msec|millis|milliseconds|毫秒)\s*[)）\]]?$/i, 'ms'],
  [/(?:[\s_.-]*[(（[]\s*(?:s|secs?|seconds|秒)\s*[)）\]]|[\s_.-]+(?:s|secs?|seconds)|秒)$/i, 's']
]

const LONGEST_NAME = 60

/** What a header stands for: upper and lower case, width, spaces, underscores and a unit at its end do not count. */
export function meaningOf(header: string): { meaning: Meaning; unit: Unit | undefined } | undefined {
  if (header.length > LONGEST_NAME) return undefined
  const whole = meanings.get(foldName(header))
  for (const [end, unit] of unitEnds) {
    const stem = header.trim().replace(end, '')
    if (stem === header.trim()) continue
    const meaning = whole ?? meanings.get(foldName(stem))
    if (meaning) return { meaning, unit }
  }
  return whole && { meaning: whole, unit: undefined }
}

/** The names that a column can be mapped to. */
export const mappable: readonly string[] = [
  ...coreFields.filter(core => !core.endsWith('_person')),
  'talk',
  ...knownFields.map(known => known.name)
]

/** The meaning of a field that only the standard at hand knows. */
export function meaningOfOwn(name: string): Meaning {
  return { known: field(name), rank: -1 }
}

/** The meaning of a name that a column is mapped to; `talk` is a `transcript`. Undefined when there is no such field. */
export function meaningOfField(name: string): Meaning | undefined {
  const wanted = name === 'talk' ? 'transcript' : name
  const core = coreFields.find(candidate => candidate === wanted && mappable.includes(candidate))
  if (core) return { core, rank: -1 }
  const known = knownFields.find(candidate => candidate.name === name)
  return known && { known, rank: -1 }
}
