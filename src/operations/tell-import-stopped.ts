import type { App } from '../app.js'
import { system } from '../domain/actor.js'
import type { Problem } from '../domain/problem.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'

export interface StoppedImport {
  file: string
  /** The preview it waits as; null where nothing of it was kept. */
  importId: string | null
  problem: Problem | null
}

/** Tells every administrator: who put a file into the folder is not known to the program. */
export async function tellImportStopped(app: App, stopped: StoppedImport): Promise<void> {
  const { file, importId, problem } = stopped
  const id = app.newId()
  await app.store.write(async store => {
    const users = await store.users.list()
    for (const user of users.filter(({ role, deactivatedAt }) => role === 'admin' && !deactivatedAt))
      await postMail(app, store, {
        kind: 'import-stopped',
        to: user,
        subjectId: importId ?? id,
        dedupeKey: `import-stopped ${id} ${user.id}`,
        payload: {
          ...problem?.values,
          userId: user.id,
          file,
          importId: importId ?? '',
          code: problem?.code ?? '',
        },
      })
    await record(app, store, system('read-inbox'), {
      action: 'import-stopped',
      subject: ['registration-import', importId ?? id],
      after: { file, problem: problem?.code ?? 'waiting' },
    })
  })
}
