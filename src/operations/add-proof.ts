import type { App, Store } from '../app.js'
import type { Actor } from '../domain/actor.js'
import type { BroadcastState } from '../domain/broadcast.js'
import type { EvidenceKind } from '../domain/confirmation.js'
import { Conflict, Invalid } from '../domain/errors.js'
import type { Evidence } from '../domain/evidence.js'
import { hasRun } from '../domain/exposure.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import { fileSuits, isReadableLog, proofProblems, type ProofFacts } from '../domain/proof.js'
import { broadcastsOfWeek } from './confirm-broadcasts.js'
import { keepFile } from './keep-file.js'
import { raiseAlarms } from './raise-proof-alarms.js'
import { record } from './record.js'

export interface Proof extends ProofFacts {
  outletId: string
  kind: EvidenceKind
  /** Which of the outlet's broadcasts it proves; empty for all that ran in the week. */
  broadcastIds: readonly string[]
  upload: { bytes: Buffer; name: string } | undefined
  /** The text of the page an address leads to, as it was read there. */
  archivedText: string
}

type ContactActor = Extract<Actor, { kind: 'contact' }>

/** One piece: an address is kept with what shows it, a file by itself. */
type Piece = Pick<Evidence, 'kind' | 'url'> & { upload: Proof['upload'] }

/**
 * Keeps a proof for what an outlet says ran in a week. Returns whether the same file, or nearly the same picture, was
 * already offered for another order: it is kept all the same, and staff see the alarm.
 */
export async function addProof(
  app: App,
  actor: ContactActor,
  link: Link,
  proof: Proof,
): Promise<{ seenBefore: boolean }> {
  await mustBeComplete(app, proof)
  const pieces = await Promise.all(piecesOf(proof).map(piece => checked(app, piece)))
  return app.store.write(async store => {
    const now = app.clock.now()
    const current = await store.links.find(link.id)
    if (!current || !linkIsOpen(current, now)) throw new Conflict('link-refused')
    const shown = await provenBy(app, store, { contactId: actor.id, week: current.week ?? '', proof })
    const orders = [...new Set(shown.map(broadcast => broadcast.orderId))]
    let seenBefore = false
    for (const { kind, url, kept, name } of pieces) {
      const file = kept && (await keepFile(app, store, { ...kept, originalName: name }))
      const evidence = evidenceOf(app, actor, { proof, kind, url, fileId: file?.id ?? null })
      await store.evidence.insert(
        evidence,
        shown.map(broadcast => broadcast.id),
      )
      const alarms = file ? await raiseAlarms(app, store, { evidence, file, orders }) : 0
      seenBefore ||= alarms > 0
      const after = { kind, sha256: file?.sha256 ?? null, url, broadcasts: shown.length, alarms }
      await record(app, store, actor, { action: 'proof-added', subject: ['evidence', evidence.id], after })
    }
    return { seenBefore }
  })
}

async function mustBeComplete(app: App, proof: Proof): Promise<void> {
  const outlet = await app.store.outlets.find(proof.outletId)
  if (!outlet) throw new Invalid({ outletId: { code: 'not-a-choice' } })
  const problems = proofProblems({ ...proof, hasFile: Boolean(proof.upload) }, outlet, app.clock.today())
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
}

function piecesOf({ kind, url, upload, archivedText }: Proof): Piece[] {
  if (kind !== 'address') return [{ kind, url: null, upload }]
  const text = { bytes: Buffer.from(archivedText), name: `${url.slice(0, 150)}.txt` }
  return [
    { kind, url, upload: undefined },
    ...(upload ? [{ kind: 'screenshot' as const, url: null, upload }] : []),
    ...(archivedText ? [{ kind: 'other' as const, url: null, upload: text }] : []),
  ]
}

async function checked(app: App, { kind, url, upload }: Piece) {
  const kept = upload && (await app.files.keepProof(upload.bytes))
  if (kept && !fileSuits(kind, kept.mediaType))
    throw new Invalid({ file: { code: 'file-not-of-kind', values: { wanted: kind } } })
  if (kept && isReadableLog(kind, kept.mediaType)) throw new Invalid({ file: { code: 'log-to-be-read' } })
  return { kind, url, kept, name: upload?.name ?? '' }
}

/** The broadcasts a proof is for: of this outlet, in this week, and said to have run. */
async function provenBy(
  app: App,
  store: Store,
  { contactId, week, proof }: { contactId: string; week: string; proof: Proof },
): Promise<BroadcastState[]> {
  const broadcasts = await broadcastsOfWeek(store, { contactId, week, today: app.clock.today() })
  const ran = broadcasts.filter(broadcast => broadcast.outletId === proof.outletId && hasRun(broadcast))
  const chosen =
    proof.broadcastIds.length === 0 ? ran : ran.filter(({ id }) => proof.broadcastIds.includes(id))
  if (chosen.length === 0 || (proof.broadcastIds.length > 0 && chosen.length < proof.broadcastIds.length))
    throw new Invalid({ broadcastIds: { code: 'choose-one' } })
  return chosen
}

function evidenceOf(
  app: App,
  actor: ContactActor,
  {
    proof,
    kind,
    url,
    fileId,
  }: { proof: Proof; kind: EvidenceKind; url: string | null; fileId: string | null },
): Evidence {
  const { firstSeen, lastSeen, edition, page } = proof
  return {
    id: app.newId(),
    kind,
    fileId,
    url,
    firstSeen: firstSeen || null,
    lastSeen: lastSeen || null,
    edition: edition || null,
    page: page || null,
    note: '',
    givenByContact: actor.id,
    givenByUser: null,
    givenAt: app.clock.now(),
    withdrawnAt: null,
  }
}
