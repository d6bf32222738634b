import { once } from 'node:events'
import { Worker, type MessagePort } from 'node:worker_threads'
import type { Lane } from './lanes.ts'

/** A thread that does jobs of its own program. `Order` is what it is told at its start; all must be plain data. */
export interface Thread<Job, Done> extends Lane<Job, Done> {
  /** Ends the thread, whatever it is doing. */
  stop(): Promise<void>
}

/** Marks the data of threads that were started here, since other programs may load the same file in a thread. */
const MARK = 'linecheck/thread'

/** MB for what is new. What a contact needs is gone with it, so room for more would be filled and gain nothing. */
const YOUNG = 8

interface Start<Order> {
  readonly mark: typeof MARK
  readonly order: Order
}

/**
 * Starts a thread that runs a script, which must call `serve`. Jobs are done in the order they come; when the thread
 * breaks down, those under way fail with its error.
 */
export function startThread<Order, Job, Done>(script: URL, order: Order): Thread<Job, Done> {
  const start: Start<Order> = { mark: MARK, order }
  const worker = new Worker(script, {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG }
  })
  const waiting: { resolve: (done: Done) => void; reject: (error: unknown) => void }[] = []
  let broken: { readonly error: unknown } | undefined

  function fail(error: unknown): void {
    broken ??= { error }
    for (const { reject } of waiting.splice(0)) reject(broken.error)
  }
  worker.on('message', (done: Done) => waiting.shift()?.resolve(done))
  worker.on('error', fail)
  worker.on('messageerror', fail)
  worker.on('exit', code => fail(new Error(`a thread ended by itself (${code})`)))

  return {
    run: job =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken.error)
        waiting.push({ resolve, reject })
        worker.postMessage(job)
      }),
    async stop() {
      await worker.terminate()
    }
  }
}

/** What this thread was told at its start; `undefined` where it was not started by `startThread`. */
export function readOrder<Order>(workerData: unknown): Order | undefined {
  const start = workerData as Partial<Start<Order>> | null | undefined
  return start?.mark === MARK ? start.order : undefined
}

/** Does the jobs that come through a port, one after the other, until the thread is stopped. */
export async function serve<Job, Done>(port: MessagePort, work: (job: Job) => Done): Promise<void> {
  port.on('message', (job: Job) => port.postMessage(work(job)))
  await once(port, 'close')
}
