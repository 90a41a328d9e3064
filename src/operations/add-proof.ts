import type { App } from '../app.js'
import type { Actor } from '../domain/actor.js'
import type { EvidenceKind } from '../domain/confirmation.js'
import { Conflict, Invalid } from '../domain/errors.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import { broadcastsOfWeek } from './confirm-broadcasts.js'
import { keepFile } from './keep-file.js'
import { record } from './record.js'

export interface Proof {
  outletId: string
  kind: EvidenceKind
  upload: { bytes: Buffer; name: string } | undefined
  url: string
}

/**
 * Keeps a proof for what an outlet says ran in a week. Returns whether the very same file was already offered for
 * another order: it is kept all the same, and staff see the alarm.
 */
export async function addProof(
  app: App,
  actor: Extract<Actor, { kind: 'contact' }>,
  link: Link,
  proof: Proof,
): Promise<{ seenBefore: boolean }> {
  const { upload } = proof
  if (Boolean(upload) === (proof.url !== ''))
    throw new Invalid({ file: { code: upload ? 'choose-one' : 'file-missing' } })
  const kept = upload && (await app.files.keepProof(upload.bytes))
  return app.store.write(async store => {
    const now = app.clock.now()
    const current = await store.links.find(link.id)
    if (!current || !linkIsOpen(current, now)) throw new Conflict('link-refused')
    const broadcasts = await broadcastsOfWeek(store, {
      contactId: actor.id,
      week: current.week ?? '',
      today: app.clock.today(),
    })
    const shown = broadcasts.filter(
      b => b.outletId === proof.outletId && (b.answer === 'ran' || b.answer === 'ran-differently'),
    )
    if (shown.length === 0) throw new Invalid({ outletId: { code: 'not-a-choice' } })
    const file = kept && (await keepFile(app, store, { ...kept, originalName: upload.name }))
    const orders = new Set(shown.map(broadcast => broadcast.orderId))
    const seenBefore = file
      ? (await store.evidence.ordersWithFile(file.id)).some(order => !orders.has(order))
      : false
    const id = app.newId()
    const evidence = {
      id,
      kind: proof.kind,
      fileId: file?.id ?? null,
      url: proof.url || null,
      firstSeen: null,
      lastSeen: null,
      edition: null,
      page: null,
      note: '',
      givenByContact: actor.id,
      givenByUser: null,
      givenAt: now,
      withdrawnAt: null,
    }
    await store.evidence.insert(
      evidence,
      shown.map(broadcast => broadcast.id),
    )
    const after = {
      kind: proof.kind,
      sha256: file?.sha256 ?? null,
      url: proof.url || null,
      broadcasts: shown.length,
      seenBefore,
    }
    await record(app, store, actor, { action: 'proof-added', subject: ['evidence', id], after })
    return { seenBefore }
  })
}
