import { createReadStream } from 'node:fs'
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
const PIECE = 1 << 20

/** Files that only this user can read, in a folder of their own that `close` removes. */
export async function createSpill(seed: number): Promise<Spill> {
  const root = tmpdir()
  const failed = (error: unknown): unknown => {
    const reason = errorCode(error)
    return reason === undefined ? error : fatal('input/spill', root, undefined, { path: root, reason })
  }
  const folder = await mkdtemp(join(root, 'linecheck-')).catch(error => {
    throw failed(error)
  })
  const path = (index: number): string => join(folder, `${index}.ndjson`)
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true })

  async function write(groups: Iterable<Group>): Promise<void> {
    const files: (FileHandle | undefined)[] = []
    const pending = Array.from({ length: PARTITIONS }, () => '')
    const flush = async (index: number): Promise<void> => {
      const text = pending[index]!
      if (text === '') return
      pending[index] = ''
      files[index] ??= await open(path(index), 'a', 0o600)
      await files[index].appendFile(text)
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
    } finally {
      for (const file of files) await file?.close()
    }
  }

  async function* read(index: number): AsyncGenerator<Group[]> {
    try {
      for await (const lines of splitLines(
        buffers(createReadStream(path(index), { highWaterMark: 1 << 18 }))
      )) {
        yield lines.map(parseGroup)
      }
    } catch (error) {
      // A partition that got no group has no file.
      if (errorCode(error) !== 'ENOENT') throw failed(error)
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
