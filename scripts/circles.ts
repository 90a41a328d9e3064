/** One circle out of every group of files that import each other in the round. */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const way: string[] = []

  function walk(node: string): void {
    const start = way.indexOf(node)
    if (start >= 0) found.push([...way.slice(start), node])
    if (start >= 0 || done.has(node)) return
    way.push(node)
    for (const next of graph.get(node) ?? []) walk(next)
    way.pop()
    done.add(node)
  }

  for (const node of graph.keys()) walk(node)
  return found
}
