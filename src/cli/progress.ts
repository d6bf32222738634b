import type { Output } from './io.ts'

/** Says on standard error how far a run has come; silent unless a terminal reads. */
export interface Progress {
  bytes(count: number): void
  contact(): void
  clear(): void
}

const EVERY_MS = 200

export function createProgress(output: Output, wanted: boolean, now: () => number = Date.now): Progress {
  if (!wanted || !output.isTerminal) return { bytes: () => {}, contact: () => {}, clear: () => {} }
  let read = 0
  let contacts = 0
  let shown = 0
  const started = now()
  let lastWidth = 0

  function show(): void {
    const time = now()
    if (time - shown < EVERY_MS) return
    shown = time
    const megabytes = read / 1e6
    const speed = megabytes / Math.max(0.001, (time - started) / 1000)
    const line = `${megabytes.toFixed(0)} MB  ${contacts} contacts  ${speed.toFixed(0)} MB/s`
    lastWidth = Math.max(lastWidth, line.length)
    void output.write(`\r${line.padEnd(lastWidth)}`)
  }

  return {
    bytes(count) {
      read += count
      show()
    },
    contact() {
      contacts++
    },
    clear() {
      if (lastWidth > 0) void output.write(`\r${' '.repeat(lastWidth)}\r`)
    }
  }
}
