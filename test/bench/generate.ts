import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** Sentences of made-up calls; `{n}` becomes a number. Commas make the CSV writer quote some of them. */
const agentLines = [
  '您好，欢迎致电星河客服热线，工号{n}很高兴为您服务，请问有什么可以帮您？',
  '好的，请您稍等，我帮您查询一下。',
  '感谢您的耐心等待，您本月的账单是{n}元，其中套餐费{n}元，流量费{n}元。',
  '请问您的订单号是多少？',
  '非常抱歉给您带来不便，我已经为您登记，工单号{n}，会有专员在24小时内与您联系。',
  '您可以在手机上打开我的账户，点击账单查询，选择月份就能看到明细。',
  '请问还有其他可以帮您的吗？',
  '感谢您的来电，祝您生活愉快，再见。',
  '嗯，这个问题我需要跟后台确认一下',
  '王先生，您的宽带已经恢复，麻烦您重启一下路由器再试试。'
]
const customerLines = [
  '你好，我想查一下我的话费',
  '怎么这个月扣了这么多钱啊，上个月才{n}块',
  '好的，谢谢',
  '我家的宽带从昨天晚上就上不了网了，已经打了{n}次电话了，"马上处理"说了多少遍',
  '订单号是20260{n}',
  '那大概什么时候能好？',
  '没有了，谢谢你',
  '你们这个服务太差了，我要投诉',
  '嗯嗯',
  '那我再等等吧'
]

/** A small generator of numbers (Mulberry32), so that every run writes the same file. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface OpenCall {
  readonly id: string
  readonly agent: number
  clock: number
  left: number
  turn: number
}

/** Writes a turn log of about `bytes` bytes in which fifty calls run side by side, as a platform exports them. */
export async function generateLog(path: string, bytes: number): Promise<{ turns: number; contacts: number }> {
  const random = createRandom(20260302)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const stream = createWriteStream(path)
  let written = 0
  let turns = 0
  let contacts = 0
  const write = async (text: string): Promise<void> => {
    written += Buffer.byteLength(text)
    if (!stream.write(text)) await once(stream, 'drain')
  }
  const open = (): OpenCall => ({
    id: `C${String(++contacts).padStart(8, '0')}`,
    agent: 1001 + Math.floor(random() * 60),
    clock: 0,
    left: 6 + Math.floor(random() * 20),
    turn: 0
  })
  await write('会话ID,工号,角色,开始,结束,内容\n')
  const calls = Array.from({ length: 50 }, open)
  let rows = ''
  while (written < bytes) {
    const at = Math.floor(random() * calls.length)
    const call = calls[at]!
    const isAgent = call.turn % 2 === 0
    const line = (call.turn === 0 ? agentLines[0]! : pick(isAgent ? agentLines : customerLines)).replaceAll(
      '{n}',
      () => String(Math.floor(random() * 1000))
    )
    const start = call.clock + 0.4 + random() * 2
    const end = start + line.length * 0.2
    const text = /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
    rows += `${call.id},${call.agent},${isAgent ? '客服' : '客户'},${start.toFixed(1)},${end.toFixed(1)},${text}\n`
    call.clock = end
    call.turn++
    turns++
    if (--call.left === 0) calls[at] = open()
    if (rows.length > 1 << 15) {
      await write(rows)
      rows = ''
    }
  }
  await write(rows)
  stream.end()
  await once(stream, 'close')
  return { turns, contacts }
}
