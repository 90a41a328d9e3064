import Mocha, { type Context } from 'mocha'

/** Skips a test or a whole group and says why: the reason becomes part of its name, which the reporter prints. */
export function skipBecause(context: Context, reason: string): never {
  const { test } = context
  const named = test instanceof Mocha.Test ? test : test?.parent
  if (named) named.title += ` (skipped: ${reason})`
  return context.skip()
}
