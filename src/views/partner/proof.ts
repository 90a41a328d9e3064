/** What an outlet shows for its answers: a form per medium, asking only what that medium's proof needs. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { EvidenceOfBroadcast } from '../../domain/evidence.js'
import { keyBy } from '../../domain/group.js'
import type { Outlet } from '../../domain/outlet.js'
import { proofKinds } from '../../domain/proof.js'
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  type ChoicesModel,
  type FieldModel,
  type FormBuilder,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import { runTime } from './run-time.js'

export interface ProofPage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  outletId: string
  runs: ChoicesModel | null
  fields: FieldModel[]
  button: string
  none: string
  knownTitle: string
  known: string[]
  back: { label: string; href: string }
}

export function proofPage(
  words: Words,
  formats: Formats,
  given: { token: string; outlet: Outlet; ran: BroadcastState[]; evidence: EvidenceOfBroadcast[] },
  form: FormState,
): ProofPage {
  const { outlet, ran } = given
  const t = words.proofs
  const builder = formBuilder(words, form)
  const fields = proofFields(words, builder, outlet)
  return {
    title: t.title(outlet.name),
    trail: [],
    lede: t.leads[outlet.medium],
    runs: ran.length > 0 ? runBoxes(words, formats, builder, { outlet, ran }) : null,
    fields,
    get summary() {
      return builder.summary
    },
    action: paths.weekProof(given.token),
    outletId: outlet.id,
    button: words.partner.proofSend,
    none: ran.length === 0 ? t.noneRan : '',
    knownTitle: t.known,
    known: knownProofs(words, formats, given.evidence),
    back: { label: words.common.back, href: paths.week(given.token) },
  }
}

/** A log tells of a whole week; a page or a screenshot of what it shows. */
function runBoxes(
  words: Words,
  formats: Formats,
  builder: FormBuilder,
  { outlet, ran }: { outlet: Outlet; ran: BroadcastState[] },
): ChoicesModel {
  const isList = outlet.medium === 'radio' || outlet.medium === 'tv' || ran.length === 1
  const pairs = ran.map(run => [run.id, `${runTime(words, formats, run)} · ${run.materialCode}`] as const)
  return builder.checkboxes('broadcastIds', words.proofs.forWhich, pairs, {
    values: isList ? ran.map(({ id }) => id) : [],
  })
}

function proofFields(words: Words, builder: FormBuilder, { medium }: Outlet): FieldModel[] {
  const t = words.proofs
  const kinds = proofKinds(medium).map(kind => [kind, words.broadcasts.proofKinds[kind]] as const)
  const kind = builder.select('kind', words.partner.proofKind, kinds)
  const file = (label: string, optional = false) =>
    builder.input('file', label, { kind: 'file', optional, hint: t.fileHint })
  if (medium === 'print')
    return [
      kind,
      builder.input('edition', t.edition, { hint: t.editionHint }),
      builder.input('page', t.page, { inputmode: 'numeric', width: 'narrow' }),
      file(t.pagePhoto),
    ]
  if (medium !== 'online') return [kind, file(words.partner.proofFile)]
  return [
    kind,
    builder.input('url', t.address, { kind: 'url', inputmode: 'url', optional: true }),
    builder.input('firstSeen', t.firstSeen, { kind: 'datetime-local', optional: true }),
    builder.input('lastSeen', t.lastSeen, { kind: 'datetime-local', optional: true }),
    file(t.screenshot, true),
    builder.input('archivedText', t.archivedText, {
      kind: 'textarea',
      optional: true,
      rows: 4,
      hint: t.archivedHint,
    }),
  ]
}

function knownProofs(words: Words, formats: Formats, evidence: readonly EvidenceOfBroadcast[]): string[] {
  const once = keyBy(evidence, proof => proof.id)
  return [...once.values()].map(proof => proofLabel(words, formats, proof))
}

/** "halaman koran: foto.jpg (edisi 321, hlm. 4)"; "rekaman: spot.mp3 (31 detik)" */
export function proofLabel(words: Words, formats: Formats, proof: EvidenceOfBroadcast): string {
  const t = words.proofs
  const details = [
    proof.edition ? t.editionIs(proof.edition, proof.page ?? '–') : '',
    proof.url && proof.firstSeen
      ? t.seen(wallTime(formats, proof.firstSeen), wallTime(formats, proof.lastSeen!))
      : '',
    proof.seconds === null ? '' : words.materials.lengthIs(formats.number(proof.seconds)),
  ].filter(Boolean)
  const label = `${words.broadcasts.proofKinds[proof.kind]}: ${proof.originalName ?? proof.url ?? ''}`
  return details.length > 0 ? `${label} (${details.join(', ')})` : label
}

function wallTime(formats: Formats, moment: string): string {
  const [day, clock] = moment.split('T') as [string, string]
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return `${formats.dayShort(day)} ${formats.time(hours * 60 + minutes)}`
}
