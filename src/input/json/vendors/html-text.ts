const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  yen: '¥',
  copy: '©'
}

const blocks = /<(?:br|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|pre))\b[^>]*>/gi

/**
 * The text of the HTML that help desks keep as the body of a message: blocks become lines, an image its description
 * in brackets. What looks like no tag stays, since many bodies are plain text (`a < b`).
 */
export function htmlText(html: string): string {
  const text = html
    .replaceAll(/<!--[^]*?-->|<(style|script)\b[^>]*>[^]*?<\/\1>/gi, '')
    .replaceAll(/<img\b[^>]*\balt="([^"]*)"[^>]*>/gi, '[$1]')
    .replaceAll(blocks, '\n')
    .replaceAll(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, decode)
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}

function decode(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
