import type { ScriptContext, ScriptProblem } from '../rule.ts'
import type { Script } from '../script.ts'
import { charactersToSend, secondsToSay } from '../spoken-length.ts'
import { tell } from '../tell.ts'

const written = /在线|文字|文本|图文|微信|企微|旺旺|千牛|短信|邮件|网页|社群|聊天|工单|chat|\bim\b|sms|text|mail|web|message|wechat|whatsapp|messenger/i
const spoken = /电话|语音|热线|呼入|外呼|来电|call|phone|voice|ivr|hotline/i

/** Scripts that cannot be said in the time they have, and for written channels those that are too long to send. */
export function* length(
  library: readonly Script[],
  { options }: ScriptContext
): Generator<ScriptProblem> {
  const pace = { characters: options.rate, words: options.wordRate }
  for (const script of library) {
    const channel = script.channel ?? ''
    const isWritten = written.test(channel) && !spoken.test(channel)
    const allowed = script.seconds ?? (isWritten ? undefined : options.maxSeconds)
    const all = [0, script.text.length] as const
    if (allowed !== undefined) {
      const seconds = secondsToSay(script, pace)
      const rate = /\p{Script=Han}/u.test(script.text) ? pace.characters : pace.words
      // Told in whole seconds, so that it is not told to take as long as is allowed.
      const values = { seconds: Math.ceil(seconds), allowed, rate }
      if (seconds > allowed) yield tell('scripts/too-long-to-say', script, all, values)
    }
    const most = options.maxCharacters
    if (most === undefined || (spoken.test(channel) && !written.test(channel))) continue
    const count = charactersToSend(script)
    if (count > most) yield tell('scripts/too-long-to-send', script, all, { count, allowed: most })
  }
}
