import type { BroadcastState } from '../../domain/broadcast.js'
import { Invalid } from '../../domain/errors.js'
import { hasRun } from '../../domain/exposure.js'
import type { Outlet } from '../../domain/outlet.js'
import { addDays } from '../../domain/time.js'
import { addProof } from '../../operations/add-proof.js'
import { receiveStationLog } from '../../operations/receive-station-log.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { proofPage } from '../../views/partner/proof.js'
import { paths, withQuery } from '../../views/paths.js'
import { LinkRefused } from '../errors.js'
import { countAttempt } from '../rate-limits.js'
import { readForm, type Typed } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { query } from '../visit.js'
import { ProofForm } from './form.js'
import { weekBroadcasts } from './week.js'

export const largestProof = 25_000_000

export async function showProof(visit: PartnerVisit): Promise<void> {
  const broadcasts = await weekBroadcasts(visit)
  const outletId = query(visit, 'outlet') || broadcasts[0]?.outletId
  // A week in which nothing was ordered has nothing to prove.
  if (!outletId) return visit.res.redirect(303, paths.week(visit.token))
  await showForm(visit, await shownFor(visit, outletId), freshForm, 200)
}

export async function sendProof(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'upload', visit.link.id)
  const form = readForm(visit, ProofForm)
  const shown = await shownFor(visit, String(form.typed['outletId'] ?? ''))
  if (!form.ok) return showForm(visit, shown, form, 422)
  const { file } = visit.req
  const upload =
    file && file.size > 0 ? { bytes: file.buffer, name: file.originalname.slice(0, 200) } : undefined
  try {
    const { seenBefore } = await addProof(visit.app, visit.actor, visit.link, { ...form.value, upload })
    const saved = seenBefore ? 'same-proof' : 'proof'
    visit.res.redirect(303, withQuery(paths.week(visit.token), { saved }))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    if (upload && error.problems['file']?.code === 'log-to-be-read')
      return readAsLog(visit, { shown, typed: form.typed, upload })
    await showForm(visit, shown, { typed: form.typed, problems: error.problems }, 422)
  }
}

/** Attached as a proof, a log is read and matched all the same: a list that nobody reads is worth no more than a word. */
async function readAsLog(
  visit: PartnerVisit,
  { shown, typed, upload }: { shown: Shown; typed: Typed; upload: { bytes: Buffer; name: string } },
): Promise<void> {
  const first = visit.link.week!
  const received = { outlet: shown.outlet, period: { first, last: addDays(first, 6) }, upload, text: '' }
  const id = await orRefuse(
    typed,
    () => receiveStationLog(visit.app, visit.actor, received),
    state => showForm(visit, shown, state, 422),
  )
  if (id) visit.res.redirect(303, paths.weekLog(visit.token, id))
}

interface Shown {
  outlet: Outlet
  /** What the outlet says ran: only that can be proven. */
  ran: BroadcastState[]
}

/** An outlet without a broadcast in this week is not this link's to prove for. */
async function shownFor(visit: PartnerVisit, outletId: string): Promise<Shown> {
  const broadcasts = (await weekBroadcasts(visit)).filter(broadcast => broadcast.outletId === outletId)
  const outlet = broadcasts.length > 0 ? await visit.app.store.outlets.find(outletId) : undefined
  if (!outlet) throw new LinkRefused()
  return { outlet, ran: broadcasts.filter(hasRun) }
}

async function showForm(
  visit: PartnerVisit,
  { outlet, ran }: Shown,
  form: FormState,
  status: number,
): Promise<void> {
  const evidence = await visit.app.store.evidence.listOf(ran.map(({ id }) => id))
  const given = { token: visit.token, outlet, ran, evidence }
  showPartner(visit, 'partner/proof', proofPage(visit.words, visit.formats, given, form), status)
}
