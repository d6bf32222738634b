import { foldName } from '../../input/index.ts'

/** What a library says of a script. */
export const scriptFields = [
  'id',
  'title',
  'scenario',
  'channel',
  'by',
  'text',
  'satisfies',
  'seconds',
  'customer',
  'slots'
] as const

export type ScriptField = (typeof scriptFields)[number]

/** What libraries call it: columns of tables, keys of YAML, keys of lines and comments. The surest name first. */
const names: Readonly<Record<ScriptField, string>> = {
  id: 'id 编号 话术编号 话术ID script_id code no',
  title: 'title 标题 话术标题 话术名称 名称 主题 name subject',
  scenario: `scenario 场景 适用场景 使用场景 话术场景 业务场景 服务场景 一级场景 二级场景 三级场景 场景分类 环节 服务环节 节点 流程节点
    分类 话术分类 一级分类 二级分类 三级分类 类别 话术类别 类型 话术类型 scene situation category section stage step`,
  channel: 'channel 渠道 适用渠道 使用渠道 服务渠道 渠道类型 medium',
  by: 'by 角色 说话人 使用者 role speaker who',
  text: `text 话术 话术内容 标准话术 参考话术 推荐话术 应答话术 回复话术 客服话术 话术文本 script 内容 回复 回复内容 标准回复 快捷回复 回答 答案
    标准答案 应答 应答内容 文案 话术正文 正文 script_text content reply answer response wording message agent agent_says utterance`,
  satisfies: `satisfies 条款 对应条款 条款号 标准条款 规范条款 依据条款 对应标准 准则 对应准则 clause clauses criterion criteria
    standard requirement`,
  seconds: 'seconds 时长 限时 时限 秒数 建议时长 最长时长 话术时长 max_seconds time_limit duration',
  customer: `customer 客户 客户说 客户话术 客户问题 客户提问 客户问 用户问题 用户问 顾客问题 买家问题 常见问题 标准问题 标准问 问题 触发 触发语
    customer_says question trigger query`,
  slots: 'slots 变量 槽位 占位符 参数 变量名 variables placeholders parameters'
}

const fieldsByName: ReadonlyMap<string, { readonly field: ScriptField; readonly rank: number }> = new Map(
  scriptFields.flatMap(field =>
    names[field].split(/\s+/).map((name, rank) => [foldName(name), { field, rank }] as const)
  )
)

/** What a column or key stands for, and how sure that is: 0 is the surest name. A unit at its end does not count. */
export function meaningOfName(
  name: string
): { readonly field: ScriptField; readonly rank: number } | undefined {
  const stem = name.replace(/[\s_]*[(（]\s*(?:s|secs?|seconds|秒)\s*[)）]\s*$/i, '')
  return fieldsByName.get(foldName(stem))
}

/** Names for remarks to people, which a YAML library may hold without being told of them. */
const remarks = new Set(
  ['备注', '说明', '注意事项', 'note', 'notes', 'remark', 'remarks', 'comment'].map(foldName)
)

export function isRemark(name: string): boolean {
  return remarks.has(foldName(name)) || name.startsWith('x-')
}
