import { fold } from '../text/fold.ts'

/** A header or a role as it is compared: folded, and without anything but letters and digits (`Agent_ID` -> `agentid`). */
export function foldName(name: string): string {
  return fold(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
}
