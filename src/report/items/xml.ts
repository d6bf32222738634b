// XML 1.0 has no way to write these, not even as references: controls, halves of pairs, and two that are no characters.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}

/** A text between tags. What XML cannot carry is shown as `\u{1b}`. */
export function xmlText(text: string): string {
  return visible(text).replaceAll(/[&<>\r]/g, sign => references[sign]!)
}

/** An attribute with a space before it; '' where there is no value. Line ends and tabs survive. */
export function xmlAttribute(name: string, value: string | number | undefined): string {
  if (value === undefined) return ''
  return ` ${name}="${visible(String(value)).replaceAll(/[&<>"\t\n\r]/g, sign => references[sign]!)}"`
}

/** An element with text in it. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  text = ''
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => xmlAttribute(key, value))
    .join('')
  return text === '' ? `<${name}${written}/>` : `<${name}${written}>${xmlText(text)}</${name}>`
}

function visible(text: string): string {
  return text.replaceAll(unwritable, sign => `\\u{${sign.codePointAt(0)!.toString(16)}}`)
}
