import { setUpSteps } from '../../domain/set-up.js'
import { setUpModel, type SetUpModel } from '../../views/home/set-up.js'
import type { StaffVisit } from '../visit.js'

/** The list an office goes through once; null when nothing of it is left, or the reader can do nothing of it. */
export async function setUpOf({ app, user, words, formats }: StaffVisit): Promise<SetUpModel | null> {
  const { officeName } = await app.store.settings.all()
  const year = Number(app.clock.today().slice(0, 4))
  const steps = setUpSteps(await app.store.setUp.facts({ officeName, year }), user.role)
  const isTheirs = steps.some(step => step.isTheirs && !step.isDone)
  return isTheirs ? setUpModel(words, formats, steps) : null
}
