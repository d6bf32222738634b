import type { Format } from '../../reader.ts'
import { alibaba } from './alibaba.ts'
import { contactLens, contactLensRealtime, transcribe } from './amazon-call.ts'
import { assemblyai } from './assemblyai.ts'
import { contactLensChat } from './contact-lens-chat.ts'
import { deepgram } from './deepgram.ts'
import { genesys } from './genesys.ts'
import { googleStored, googleUpload } from './google.ts'
import { huawei, huaweiSentences } from './huawei.ts'
import { intercom } from './intercom.ts'
import { moor } from './moor.ts'
import { twilio } from './twilio.ts'
import { vcon } from './vcon.ts'
import { wecom } from './wecom.ts'
import { whisper } from './whisper.ts'
import { zendesk } from './zendesk.ts'
import { zendeskQa } from './zendesk-qa.ts'

/** The JSON that vendors export, each told by its keys. */
export const vendorFormats: readonly Format[] = [
  transcribe,
  contactLens,
  contactLensChat,
  contactLensRealtime,
  googleUpload,
  googleStored,
  genesys,
  alibaba,
  huawei,
  huaweiSentences,
  deepgram,
  assemblyai,
  whisper,
  twilio,
  vcon,
  zendesk,
  zendeskQa,
  intercom,
  wecom,
  moor
]
