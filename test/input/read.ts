import { expect } from 'vitest'
import { ProblemError, type Problem } from '../../src/diagnostics/problem.ts'
import { describe as inWords } from '../../src/diagnostics/describe.ts'
import {
  type InputCounts,
  type InputItem,
  type InputOptions,
  newCounts,
  readInput,
  type Source
} from '../../src/input/index.ts'
import type { Contact } from '../../src/model/contact.ts'

export interface ReadResult {
  readonly items: readonly InputItem[]
  readonly contacts: readonly Contact[]
  readonly problems: readonly Problem[]
  readonly counts: InputCounts
}

export interface HowToRead extends Partial<Omit<InputOptions, 'onProblem'>> {
  readonly name?: string
  /** Sizes of the chunks that the bytes come in, used in turn; all at once without. */
  readonly chunks?: readonly number[]
  readonly swept?: boolean
}

/** Reads a text or bytes as if they were a file, and checks what holds for every reading. */
export async function read(content: string | Uint8Array, how: HowToRead = {}): Promise<ReadResult> {
  const { name = 'log', chunks, swept, ...options } = how
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readSource({ name, swept, open: () => cut(bytes, chunks ?? [bytes.length || 1]) }, options)
}

/** Reads bytes as they come, of which there may be more than fit in one piece. */
export async function readStream(bytes: AsyncIterable<Uint8Array>): Promise<ReadResult> {
  return readSource({ name: 'log', open: () => bytes }, {})
}

async function readSource(
  source: Source,
  options: Partial<Omit<InputOptions, 'onProblem'>>
): Promise<ReadResult> {
  const problems: Problem[] = []
  const items: InputItem[] = []
  const counts = newCounts()
  const all: InputOptions = { ...options, onProblem: problem => problems.push(problem) }
  for await (const item of readInput(source, all, counts)) items.push(item)
  const contacts = items.flatMap(item => (item.kind === 'contact' ? [item.contact] : []))
  expect(counts.usedRows + counts.badRows + counts.blankRows).toBe(counts.rows)
  expect(counts.contacts).toBe(contacts.length)
  expect(counts.turns).toBe(contacts.reduce((sum, contact) => sum + contact.turns.length, 0))
  for (const problem of problems) expectWording(problem)
  return { items, contacts, problems, counts }
}

/** The one problem that reading ends with. */
export async function failure(content: string | Uint8Array, how: HowToRead = {}): Promise<Problem> {
  return onlyProblem(read(content, how))
}

export async function onlyProblem(reading: Promise<unknown>): Promise<Problem> {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown
  )
  if (!(error instanceof ProblemError)) throw error ?? new Error('nothing was thrown')
  expect(error.problems).toHaveLength(1)
  expectWording(error.problems[0]!)
  return error.problems[0]!
}

/** Every place of the message is filled, in both languages. */
function expectWording(problem: Problem): void {
  for (const lang of ['en', 'zh'] as const) {
    const { message, hint } = inWords(problem, lang)
    const own = Object.values(problem.values).reduce<string>(
      (text, value) => (value === '' ? text : text.replaceAll(String(value), '')),
      `${message} ${hint ?? ''}`
    )
    expect(own).not.toMatch(/\{\w+\}/)
  }
}

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const size = sizes[i % sizes.length]!
    yield bytes.subarray(from, from + size)
    from += size
  }
}

/** The code and the line of each problem. */
export function told(problems: readonly Problem[]): (readonly [code: string, line: number | undefined])[] {
  return problems.map(problem => [problem.code, problem.place?.line] as const)
}
