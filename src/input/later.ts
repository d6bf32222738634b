/**
 * Items that are opened when the first one is asked for. Unlike a generator that hands on another one's items, it
 * costs nothing for each item, of which a log has millions.
 */
export function later<Item>(open: () => Promise<AsyncIterable<Item>>): AsyncIterableIterator<Item> {
  let items: AsyncIterator<Item> | undefined
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next() {
      if (items) return items.next()
      return open().then(opened => {
        items = opened[Symbol.asyncIterator]()
        return items.next()
      })
    },
    async return() {
      await items?.return?.()
      return { done: true, value: undefined }
    }
  }
}
