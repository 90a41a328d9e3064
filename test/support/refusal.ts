import { Invalid } from '../../src/domain/errors.js'

/** The problems a refusal names, by field; fails when nothing was refused. */
export async function problemsOf(act: () => unknown): Promise<Invalid['problems']> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Invalid) return error.problems
    throw error
  }
  throw new Error('nothing was refused')
}

/** What an act was refused with, whichever way. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  try {
    await act
  } catch (error) {
    return error
  }
  throw new Error('nothing was refused')
}
