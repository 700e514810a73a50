import type { GraphqlContext } from '../context.ts'

interface Batch<K, V> {
  readonly keys: K[]
  readonly values: Promise<ReadonlyMap<K, V>>
}

/**
 * A field of many things that is answered for all of them by one statement: waits until every field of this turn has asked.
 * @param load answers for all keys of one request at once; a key it leaves out is answered with undefined
 */
export function batched<K, V>(
  load: (context: GraphqlContext, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (context: GraphqlContext, key: K) => Promise<V | undefined> {
  const open = new WeakMap<GraphqlContext, Batch<K, V>>()
  return async (context, key) => {
    let batch = open.get(context)
    if (!batch) {
      const keys: K[] = []
      const values = new Promise<ReadonlyMap<K, V>>((resolve, reject) => {
        setImmediate(() => {
          open.delete(context)
          load(context, keys).then(resolve, reject)
        })
      })
      batch = { keys, values }
      open.set(context, batch)
    }
    batch.keys.push(key)
    return (await batch.values).get(key)
  }
}
