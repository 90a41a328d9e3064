import type { AsyncLocalStorage } from 'node:async_hooks'
import type { KyselyPlugin } from 'kysely'

/** Inside a transaction the outer store would not see what the transaction wrote: it refuses. */
export function outOfBounds(writing: AsyncLocalStorage<true>): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (writing.getStore()) throw new Error('inside store.write only the store it hands out may be used')
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
}
