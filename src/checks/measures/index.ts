import { duration } from './duration.ts'
import { greeting } from './greeting.ts'
import { hold, holdShare } from './hold.ts'
import { interruption } from './interruption.ts'
import type { Measure } from './measure.ts'
import { speakingRate, typingRate } from './rates.ts'
import { reply } from './reply.ts'
import { silence, silenceShare } from './silence.ts'
import { messageLength, talkShare, turns } from './talk.ts'

/** Every quantity that `measure` knows. */
export const measures: readonly Measure[] = [
  reply,
  greeting,
  silence,
  silenceShare,
  hold,
  holdShare,
  interruption,
  talkShare,
  turns,
  messageLength,
  duration,
  speakingRate,
  typingRate
]
