import { constants } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asBuffer } from '../bytes/peek.ts'
import { splitLines } from '../bytes/split-lines.ts'
import { errorCode, fatal } from '../problems.ts'
import { formatGroup, type Group, parseGroup } from './group.ts'

/** Groups in temporary files, split by a hash of their ids. */
export interface Spill {
  /** Appends groups; one id may come again and again. */
  readonly write: (groups: Iterable<Group>) => Promise<void>
  /** The parts of groups, in the order they were written, file by file. */
  readonly partitions: () => Iterable<AsyncIterable<readonly Group[]>>
  readonly close: () => Promise<void>
}

const PARTITIONS = 32
/** Text that is gathered for a file before it is written. */
const PIECE = 1 << 17
const { O_APPEND, O_CREAT, O_EXCL, O_RDWR } = constants

/**
 * Files that only this user can read. They have no name any more once they are open, so that nothing of them is left
 * however the process ends; where the system does not let go of names of open files, `close` removes them.
 */
export async function createSpill(seed: number): Promise<Spill> {
  const root = tmpdir()
  const failed = (error: unknown): unknown => {
    const reason = errorCode(error)
    return reason === undefined ? error : fatal('input/spill', root, undefined, { path: root, reason })
  }
  const files: FileHandle[] = []
  const folder = await mkdtemp(join(root, 'linecheck-')).catch(error => {
    throw failed(error)
  })
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })

  async function close(): Promise<void> {
    for (const file of files.splice(0)) await file.close()
    await remove()
  }

  try {
    for (let index = 0; index < PARTITIONS; index++) {
      const flags = O_APPEND | O_CREAT | O_EXCL | O_RDWR
      files.push(await open(join(folder, `${index}.ndjson`), flags, 0o600))
    }
    await remove().catch(() => {})
  } catch (error) {
    await close()
    throw failed(error)
  }

  async function write(groups: Iterable<Group>): Promise<void> {
    const pending = Array.from({ length: PARTITIONS }, () => '')
    const flush = async (index: number): Promise<void> => {
      const text = pending[index]!
      pending[index] = ''
      if (text !== '') await files[index]!.appendFile(text)
    }
    try {
      for (const group of groups) {
        const index = hash(group.id, seed) % PARTITIONS
        pending[index] += `${formatGroup(group)}\n`
        if (pending[index]!.length >= PIECE) await flush(index)
      }
      for (let index = 0; index < PARTITIONS; index++) await flush(index)
    } catch (error) {
      throw failed(error)
    }
  }

  async function* read(index: number): AsyncGenerator<Group[]> {
    try {
      const stream = files[index]!.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 18 })
      for await (const lines of splitLines(buffers(stream))) yield lines.map(parseGroup)
    } catch (error) {
      throw failed(error)
    }
  }
  return {
    write,
    partitions: function* () {
      for (let index = 0; index < PARTITIONS; index++) yield read(index)
    },
    close
  }
}

async function* buffers(chunks: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield asBuffer(chunk as Uint8Array)
}

/** FNV-1a over UTF-16 units, begun from another place at each depth so that a partition can be split again. */
function hash(id: string, seed: number): number {
  let value = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0
  for (let i = 0; i < id.length; i++) value = Math.imul(value ^ id.charCodeAt(i), 0x01000193)
  return ((value ^ (value >>> 15)) >>> 0) % 0x7fffffff
}
