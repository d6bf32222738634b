import type { Speaker } from '../model/contact.ts'
import { foldName } from './fold-name.ts'

/** What exports call the speakers. A longer word wins over a shorter one that it begins with. */
const words: Readonly<Record<Speaker, string>> = {
  agent: `客服 坐席 座席 席位 客服人员 坐席人员 座席人员 人工 人工客服 人工坐席 人工座席 在线客服 客服代表 客服专员 客服经理
    客户经理 客户代表 客户服务 客户服务人员 客户服务代表 用户服务 服务人员 服务员 工作人员 接待 接待人员 接待员 话务员 接线员 专员
    业务员 销售 顾问 导购 店员 前台 员工 店铺 商家 卖家 店家 店主 店小二 小二 掌柜 商户
    agent staff seller merchant shop store vendor assistant representative rep operator advisor adviser associate
    employee csr clerk salesperson salesman consultant support service customerservice customersupport customercare
    customersuccess callcenteragent humanagent internal a`,
  customer: `客户 买家 顾客 用户 访客 来电者 来电人 消费者 会员 客人 旅客 宾客 乘客 业主 买方 投诉人 咨询人
    customer cust client user caller buyer visitor guest consumer enduser external shopper passenger c`,
  bot: `机器人 智能客服 智能机器人 机器客服 机器人客服 客服机器人 商家机器人 语音机器人 智能助手 智能助理 自动回复 商家自动回复
    店铺自动回复 客服自动回复 bot robot chatbot virtualagent virtualassistant automatedagent voicebot ivr`,
  system: `系统 系统消息 系统通知 系统提示 平台 平台消息 通知 提示 system systemmessage notification notice platform event`
}

const known: ReadonlyMap<string, Speaker> = new Map(
  (Object.keys(words) as Speaker[]).flatMap(by =>
    words[by]
      .split(/\s+/)
      .filter(word => word !== '')
      .map(word => [foldName(word), by] as const)
  )
)

/** The words that a message names as examples of what is known. */
export const speakerExamples =
  '客服, 坐席, 商家, 客户, 买家, 用户, 机器人, 系统, agent, staff, customer, client, bot, system'

/** Words that also begin lines of what agents write ("Support: 400-...", "会员: 金卡"). */
const doubtful: ReadonlySet<string> = new Set(
  'service support event notice notification platform internal external 提示 通知 平台 会员 前台 销售 顾问'.split(
    ' '
  )
)

/** As `speakerOf`, for the beginning of a line that may be no speaker's. */
export function speakerAtLine(label: string): Speaker | undefined {
  const folded = foldName(label)
  return doubtful.has(folded) ? undefined : known.get(folded)
}

const LONGEST_WORD = Math.max(...[...known.keys()].map(word => word.length))
const han = /^\p{Script=Han}/u

/** Who a role word stands for: `客服`, `Agent`, `customer_service`. Undefined for names and codes. */
export function speakerOf(role: string): Speaker | undefined {
  return known.get(foldName(role))
}

/**
 * Also role words with a name or number after them: `客服小周`, `坐席-1001`, `Agent 2`, `客户(王先生)`. For cells
 * that hold a speaker for certain; in running text `客户说` would be one too.
 */
export function speakerLike(role: string): Speaker | undefined {
  const folded = foldName(role)
  const exact = known.get(folded)
  if (exact) return exact
  if (folded.includes('机器人')) return 'bot'
  if (han.test(folded)) {
    for (let length = Math.min(LONGEST_WORD, folded.length - 1); length >= 2; length--) {
      const by = known.get(folded.slice(0, length))
      if (by) return by
    }
    return undefined
  }
  const parts = role.split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\p{N})/u).filter(part => part !== '')
  for (let count = parts.length - 1; count >= 1; count--) {
    const by = known.get(foldName(parts.slice(0, count).join('')))
    if (by && (count > 1 || parts[0]!.length > 1)) return by
  }
  return undefined
}
