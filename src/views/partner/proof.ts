import { evidenceKinds } from '../../domain/confirmation.js'
import type { EvidenceOfBroadcast } from '../../domain/evidence.js'
import { keyBy } from '../../domain/group.js'
import type { Words } from '../../language/words.js'
import type { Option, SummaryModel } from '../components/fields.js'
import { paths } from '../paths.js'
import type { WeekFacts } from './week.js'

export interface ProofForm {
  title: string
  lede: string
  summary: SummaryModel
  action: string
  forLabel: string
  forOptions: Option[]
  kindLabel: string
  kindOptions: Option[]
  fileLabel: string
  urlLabel: string
  url: string
  button: string
  known: string[]
}

export function proofForm(
  words: Words,
  facts: WeekFacts,
  state: { proofSummary: SummaryModel; proofTyped: Record<string, string> },
): ProofForm {
  const t = words.partner
  const typed = state.proofTyped
  const outlets = [...new Set(facts.broadcasts.map(broadcast => broadcast.outletId))]
  const option = (value: string, label: string, chosen: boolean): Option => ({ value, label, chosen })
  const perOutlet = outlets.map(id =>
    option(id, t.proofAllOf(facts.outlets.get(id)?.name ?? ''), typed['outletId'] === id),
  )
  return {
    title: t.proofTitle,
    lede: t.proofLead,
    summary: state.proofSummary,
    action: paths.weekProof(facts.token),
    forLabel: t.proofFor,
    forOptions: perOutlet,
    kindLabel: t.proofKind,
    kindOptions: evidenceKinds.map(kind =>
      option(kind, words.broadcasts.proofKinds[kind], kind === (typed['kind'] ?? 'log')),
    ),
    fileLabel: t.proofFile,
    urlLabel: t.proofUrl,
    url: typed['url'] ?? '',
    button: t.proofSend,
    known: knownProofs(words, facts.evidence),
  }
}

function knownProofs(words: Words, evidence: readonly EvidenceOfBroadcast[]): string[] {
  const once = keyBy(evidence, proof => proof.id)
  return [...once.values()].map(
    proof => `${words.broadcasts.proofKinds[proof.kind]}: ${proof.originalName ?? proof.url ?? ''}`,
  )
}
