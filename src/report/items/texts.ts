/** A text with at most so many UTF-16 units, with `…` where something is left out; pairs stay whole. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Halves of pairs, which no other encoding can carry, as U+FFFD. */
export function wholeText(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd')
}

/** A text of several lines on one. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
}

/** A message beside whose rule's title it stands: without the title at its beginning. */
export function withoutTitle(message: string, title: string): string {
  return message.startsWith(`${title}: `) ? message.slice(title.length + 2) : message
}
