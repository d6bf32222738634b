const drive = /^[A-Za-z]:[\\/]/
const share = /^[\\/]{2}[^\\/]/

/**
 * What a code host calls a file: its way from the root with forward slashes and without `./`, or its absolute path when it
 * lies elsewhere. What is no file, such as `<stdin>`, stays as it is.
 */
export function pathFrom(root: string | undefined, file: string): string {
  if (file.startsWith('<')) return file
  const whole = isAbsolute(file) || root === undefined ? file : `${root}/${file}`
  const path = tidyPath(whole)
  if (root === undefined) return path
  const base = tidyPath(root)
  const below = base.endsWith('/') ? base : `${base}/`
  return path.startsWith(below) ? path.slice(below.length) : path
}

/** A path from `pathFrom` as a URI reference (RFC 3986): relative, or of the scheme `file` (RFC 8089). */
export function toUri(path: string): string {
  if (drive.test(path)) return `file:///${path.slice(0, 2)}${encodePath(path.slice(2))}`
  if (share.test(path)) return `file:${encodePath(path)}`
  return path.startsWith('/') ? `file://${encodePath(path)}` : encodePath(path)
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || drive.test(path) || share.test(path)
}

// A backslash is a letter like any other in the names of all systems but one, whose absolute paths show themselves.
function tidyPath(path: string): string {
  const plain = drive.test(path) || path.startsWith('\\\\') ? path.replaceAll('\\', '/') : path
  const start = share.test(plain) ? '//' : plain.startsWith('/') ? '/' : ''
  const parts: string[] = []
  for (const part of plain.split('/')) {
    if (part === '' || part === '.') continue
    const above = part === '..' && parts.at(-1) !== '..' && parts.length > 0
    if (above) parts.pop()
    else if (part !== '..' || start === '') parts.push(part)
  }
  return start + parts.join('/')
}

const encodePath = (path: string): string => path.split('/').map(encodePart).join('/')

function encodePart(part: string): string {
  return encodeURIComponent(part.replaceAll(/\p{Cs}/gu, '\ufffd'))
}
