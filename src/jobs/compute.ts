/** The pool of workers for computations that would hold up the thread that answers requests. */
export interface Compute {
  close(): Promise<void>
}

export function createCompute(): Compute {
  return { close: async () => {} }
}
