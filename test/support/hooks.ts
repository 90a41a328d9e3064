import { endEverything } from './at-end.js'

export const mochaHooks = {
  async afterAll(): Promise<void> {
    await endEverything()
  },
}
