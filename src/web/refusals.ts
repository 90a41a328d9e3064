import { Invalid } from '../domain/errors.js'
import type { FormState } from '../views/components/fields.js'
import type { Typed } from './read-form.js'

/** Runs an operation; where it refuses what was typed, hands the form back with the reasons. Others go on as errors. */
export async function orRefuse<T>(
  typed: Typed,
  act: () => Promise<T>,
  refuse: (state: FormState) => void | Promise<void>,
): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    await refuse({ typed, problems: error.problems })
    return undefined
  }
}
