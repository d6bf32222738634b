import { duration } from './duration.ts'
import type { Measure } from './measure.ts'
import { speakingRate, typingRate } from './rates.ts'
import { reply } from './reply.ts'
import { silence } from './silence.ts'

/** Every quantity that `measure` knows. */
export const measures: readonly Measure[] = [reply, silence, duration, speakingRate, typingRate]
