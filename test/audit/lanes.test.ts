import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLanes, type Lane } from '../../src/audit/lanes.ts'

/** Lanes that end their jobs when told to, in whatever order. */
function createManual(count: number) {
  const open: { readonly job: number; readonly end: () => void; readonly fail: (error: Error) => void }[] = []
  const lanes = Array.from({ length: count }, (): Lane<number, string> => ({
    run: job =>
      new Promise((resolve, reject) => {
        open.push({ job, end: () => resolve(`done ${job}`), fail: reject })
      })
  }))
  return { lanes, open }
}

const turnOfEvents = (): Promise<void> => new Promise(resolve => void setImmediate(resolve))

describe('jobs in lanes', () => {
  it('are delivered in their order, whichever lane is done first, and no more than two a lane are open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 20 }),
        fc.infiniteStream(fc.nat()),
        async (count, jobs, picks) => {
          const { lanes, open } = createManual(count)
          const delivered: string[] = []
          const work = createLanes(lanes, done => void delivered.push(done))
          let most = 0
          let ended = false
          const all = (async () => {
            for (let job = 0; job < jobs; job++) await work.submit(job)
            await work.settle()
            ended = true
          })()
          while (!ended) {
            await turnOfEvents()
            most = Math.max(most, open.length)
            const [next] = open.splice(picks.next().value % Math.max(1, open.length), 1)
            next?.end()
          }
          await all
          expect(delivered).toEqual(Array.from({ length: jobs }, (_, job) => `done ${job}`))
          expect(most).toBeLessThanOrEqual(2 * count)
        }
      ),
      { numRuns: 50 }
    )
  })

  it('wait for whoever takes the results', async () => {
    const taken: (() => void)[] = []
    let started = 0
    const lane: Lane<number, number> = { run: job => Promise.resolve(void started++).then(() => job) }
    const work = createLanes([lane], () => new Promise<void>(resolve => taken.push(resolve)))
    const all = (async () => {
      for (let job = 0; job < 10; job++) await work.submit(job)
    })()
    await turnOfEvents()
    expect(started).toBe(2)
    expect(taken).toHaveLength(1)
    taken[0]!()
    await turnOfEvents()
    expect(started).toBe(3)
    for (let i = 1; i < 9; i++) {
      taken[i]!()
      await turnOfEvents()
    }
    await all
  })

  it('that fail end the work with their error, in their turn', async () => {
    const { lanes, open } = createManual(2)
    const delivered: string[] = []
    const work = createLanes(lanes, done => void delivered.push(done))
    await work.submit(0)
    await work.submit(1)
    open[1]!.fail(new Error('broken'))
    open[0]!.end()
    await expect(work.settle()).rejects.toThrow('broken')
    expect(delivered).toEqual(['done 0'])
  })
})
