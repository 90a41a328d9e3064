import { endAtOnce, endFile, endProcess } from './at-end.js'

/** In one of several processes the hook runs after every file; what the files share there ends with the process. */
const isOneOfSeveral = process.env['MOCHA_WORKER_ID'] !== undefined

if (isOneOfSeveral) process.once('exit', endAtOnce)

export const mochaHooks = {
  async afterAll(): Promise<void> {
    await endFile()
    if (!isOneOfSeveral) await endProcess()
  },
}
