/** What is used of `media-captions`, whose own types cannot be found from ES modules. Times are in seconds. */
export interface CaptionParser {
  readonly parseText: (
    text: string,
    options: { readonly type: 'vtt' | 'srt'; readonly errors: boolean }
  ) => Promise<{ readonly cues: readonly ParsedCue[] }>
  readonly VTTCue: new (start: number, end: number, text: string) => ParsedCue
  readonly tokenizeVTTCue: (cue: ParsedCue) => readonly CueNode[]
}

export interface ParsedCue {
  readonly id: string
  readonly startTime: number
  readonly endTime: number
  readonly text: string
}

export type CueNode =
  | { readonly type: 'text'; readonly data: string }
  | { readonly type: 'v'; readonly voice: string; readonly children: readonly CueNode[] }
  | { readonly type: 'c' | 'i' | 'b' | 'u'; readonly children: readonly CueNode[] }

/** Loads it only when captions are read: no other format needs it. */
export async function loadCaptionParser(): Promise<CaptionParser> {
  const loaded: unknown = await import('media-captions')
  return loaded as CaptionParser
}
