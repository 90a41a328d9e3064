/** Skips a test or a whole group and says why; the reporter prints the reason. */
import Mocha, { type Context } from 'mocha'

const reasons = new WeakMap<object, string>()

export function skipBecause(context: Context, reason: string): never {
  const { test } = context
  if (test) reasons.set(test instanceof Mocha.Test ? test : (test.parent ?? test), reason)
  return context.skip()
}

/** The reason a test was skipped for: its own, or that of a group around it. */
export function skipReason(test: Mocha.Test): string | undefined {
  let group: object | undefined = test
  while (group) {
    const reason = reasons.get(group)
    if (reason) return reason
    group = (group as { parent?: object }).parent
  }
  return undefined
}
