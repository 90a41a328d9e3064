import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid, mustAllow } from '../domain/errors.js'
import { latestVersion, mayAnswerOrder } from '../domain/media-order.js'
import { unanswered } from './answer-order.js'
import { orderOf } from './draft-order.js'
import { keepFile } from './keep-file.js'
import { record } from './record.js'

interface Upload {
  bytes: Buffer
  name: string
}

/** Staff enter an acceptance that came by telephone or as a signed paper, kept with it; it stays marked as such. */
export async function acceptOnBehalf(
  app: App,
  actor: UserActor,
  id: string,
  { how, upload }: { how: 'on-behalf'; upload?: undefined } | { how: 'paper'; upload: Upload },
): Promise<void> {
  const kept = upload && (await app.files.keepProof(upload.bytes))
  if (kept && !isPaper(kept.mediaType)) throw new Invalid({ file: { code: 'file-kind-refused' } })
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    const { number } = latestVersion(order)
    mustAllow(mayAnswerOrder(order, number))
    const change = {
      ...unanswered,
      acceptedAt: app.clock.now(),
      acceptedHow: how,
      acceptedByUser: actor.id,
      acceptanceFileId:
        upload && kept ? await fileId(app, store, { ...kept, originalName: upload.name }) : null,
    }
    await store.mediaOrders.updateVersion(order, number, change)
    await record(app, store, actor, {
      action: 'order-accepted',
      subject: ['order', id],
      after: { version: number, ...change },
    })
  })
}

async function fileId(app: App, store: Store, kept: Parameters<typeof keepFile>[2]): Promise<string> {
  return (await keepFile(app, store, kept)).id
}

/** What a paper comes as: a photograph of it, or a scan. */
export function isPaper(mediaType: string): boolean {
  return mediaType === 'application/pdf' || mediaType.startsWith('image/')
}
