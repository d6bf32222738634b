/** Does jobs one after the other: another thread, or whatever stands for one. */
export interface Lane<Job, Done> {
  run(job: Job): Promise<Done>
}

/** Jobs side by side, results in the order of the jobs. */
export interface Lanes<Job> {
  /** The lane with least to do. */
  next(): number
  /** Gives a job to a lane, the next one when not said; resolves when more may come. */
  submit(job: Job, lane?: number): Promise<void>
  /** Resolves when the results of all jobs are delivered. */
  settle(): Promise<void>
}

/** While a lane does one job the next lies ready; more would only fill the memory. */
const AHEAD = 2

/**
 * Shares jobs out over lanes. However slow the one who takes the results is, there are never more than two jobs a lane
 * whose results have not been taken.
 *
 * @param deliver Takes the results, one at a time, in the order of the jobs.
 */
export function createLanes<Job, Done>(
  lanes: readonly Lane<Job, Done>[],
  deliver: (done: Done) => void | Promise<void>
): Lanes<Job> {
  const loads = lanes.map(() => 0)
  const open: Promise<Done>[] = []

  async function deliverNext(): Promise<void> {
    const next = open.shift()
    if (next) await deliver(await next)
  }

  const next = (): number => loads.indexOf(Math.min(...loads))

  return {
    next,
    async submit(job, lane = next()) {
      loads[lane]!++
      const done = lanes[lane]!.run(job).finally(() => loads[lane]!--)
      // Whoever takes the result learns of the failure; until then it is no unhandled one.
      done.catch(() => {})
      open.push(done)
      if (open.length >= AHEAD * lanes.length) await deliverNext()
    },
    async settle() {
      while (open.length > 0) await deliverNext()
    }
  }
}
