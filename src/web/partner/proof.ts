import { Invalid } from '../../domain/errors.js'
import type { Problem } from '../../domain/problem.js'
import { addProof } from '../../operations/add-proof.js'
import { problemText } from '../../views/components/fields.js'
import { weekPage } from '../../views/partner/week.js'
import { paths, withQuery } from '../../views/paths.js'
import { countAttempt } from '../rate-limits.js'
import { readForm, type Typed } from '../read-form.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { ProofForm } from './form.js'
import { weekFacts } from './week.js'

export const largestProof = 10_000_000

export async function sendProof(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'upload', visit.link.id)
  const form = readForm(visit, ProofForm)
  if (!form.ok) return refuse(visit, form.typed, form.problems)
  const { file } = visit.req
  const upload =
    file && file.size > 0 ? { bytes: file.buffer, name: file.originalname.slice(0, 200) } : undefined
  try {
    const { seenBefore } = await addProof(visit.app, visit.actor, visit.link, { ...form.value, upload })
    visit.res.redirect(
      303,
      withQuery(paths.week(visit.token), { saved: seenBefore ? 'same-proof' : 'proof' }),
    )
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    await refuse(visit, form.typed, error.problems)
  }
}

async function refuse(visit: PartnerVisit, typed: Typed, problems: Record<string, Problem>): Promise<void> {
  const { words } = visit
  const entries = Object.entries(problems).map(([name, problem]) => ({
    label: problemText(words, problem),
    href: `#${name}`,
  }))
  const state = {
    saved: '',
    proofSummary: { title: words.common.errorSummary, problems: entries },
    proofTyped: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])),
  }
  showPartner(visit, 'partner/week', weekPage(words, visit.formats, await weekFacts(visit), state), 422)
}
