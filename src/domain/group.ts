/** Items by a key, in their order. (Map.groupBy, which Node 20 lacks.) */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const known = groups.get(key(item))
    if (known) known.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

/** Items by an id that each has once. */
export function keyBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T> {
  const map = new Map<K, T>()
  for (const item of items) map.set(key(item), item)
  return map
}
