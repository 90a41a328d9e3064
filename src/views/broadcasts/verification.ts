import type { BroadcastState } from '../../domain/broadcast.js'
import { mayVerify, type Confirmation } from '../../domain/confirmation.js'
import { graded } from '../../domain/evidence-grade.js'
import type { EvidenceOfBroadcast } from '../../domain/evidence.js'
import { groupBy } from '../../domain/group.js'
import { mayJudgeBeside, observed, type Observation } from '../../domain/observation.js'
import { rulesUsed } from '../../domain/run-difference.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { TabsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { Page, Tag } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { differencesText } from './delivery-list.js'
import { deliveryTag } from './tags.js'

export interface VerificationPage extends Page {
  lede: string
  summary: SummaryModel
  outlets: TabsModel
  action: string
  button: string
  giveBack: { label: string; action: string; reason: FieldModel }
  empty: string
  more: string
  chooseLabel: string
  columns: string[]
  groups: { outlet: string; rows: VerificationRow[] }[]
}

interface VerificationRow {
  id: string
  label: string
  href: string
  cells: string[]
  answer: Tag
  choosable: boolean
  chosen: boolean
}

export interface VerificationFacts {
  /** Everything that waits, and what of it is shown. */
  waiting: readonly BroadcastState[]
  shown: readonly BroadcastState[]
  more: number
  outletId: string | null
  answers: ReadonlyMap<string, Confirmation>
  /** Who copied the link an answer came by, where somebody did. */
  copied: ReadonlyMap<string, string>
  evidence: ReadonlyMap<string, readonly EvidenceOfBroadcast[]>
  observations: ReadonlyMap<string, readonly Observation[]>
  /** Whose proof was shown for another order too. */
  alarmed: ReadonlySet<string>
  readerId: string
  today: Day
  state: FormState | undefined
}

export function verificationPath(outletId: string | null): string {
  return withQuery(paths.verification, { outlet: outletId ?? '' })
}

export function verificationPage(words: Words, formats: Formats, facts: VerificationFacts): VerificationPage {
  const t = words.broadcasts
  const form = formBuilder(words, facts.state ?? freshForm)
  const reason = form.input('reason', t.returnReason, { kind: 'textarea', rows: 2, optional: true })
  return {
    title: t.verificationTitle,
    trail: [],
    lede: t.verificationLead,
    get summary() {
      return form.summary
    },
    outlets: outletTabs(words, formats, facts),
    action: verificationPath(facts.outletId),
    button: t.verifyChosen,
    giveBack: {
      label: t.returnChosen,
      action: withQuery(paths.verificationReturn, { outlet: facts.outletId ?? '' }),
      reason,
    },
    empty: facts.shown.length === 0 ? t.verificationEmpty : '',
    more: facts.more > 0 ? t.verificationMore(formats.number(facts.more)) : '',
    chooseLabel: t.choose,
    columns: [t.day, t.time, t.material, words.tolerances.difference, t.proof, t.answer],
    groups: [...groupBy([...facts.shown], broadcast => broadcast.outletName)].map(([outlet, rows]) => ({
      outlet,
      rows: rows.map(broadcast => verificationRow(words, formats, broadcast, facts)),
    })),
  }
}

function outletTabs(words: Words, formats: Formats, { waiting, outletId }: VerificationFacts): TabsModel {
  const tab = (label: string, id: string | null, count: number) => ({
    label,
    href: verificationPath(id),
    count: formats.number(count),
    current: id === outletId,
  })
  const outlets = [...groupBy([...waiting], broadcast => broadcast.outletId)].toSorted(([, a], [, b]) =>
    a[0]!.outletName.localeCompare(b[0]!.outletName),
  )
  return {
    label: words.broadcasts.outlet,
    tabs: [
      tab(words.common.all, null, waiting.length),
      ...outlets.map(([id, own]) => tab(own[0]!.outletName, id, own.length)),
    ],
  }
}

function verificationRow(
  words: Words,
  formats: Formats,
  broadcast: BroadcastState,
  facts: VerificationFacts,
): VerificationRow {
  const { id } = broadcast
  const observations = facts.observations.get(id) ?? []
  const view = observed(broadcast, observations)
  const evidence = facts.evidence.get(id) ?? []
  const answer = facts.answers.get(id)
  const choosable =
    mayVerify(answer, facts.readerId, facts.copied.get(answer?.linkId ?? '')).ok &&
    mayJudgeBeside(observations, facts.readerId).ok
  const needsLook = view === 'contradicts' || facts.alarmed.has(id) || isUnusual(broadcast)
  return {
    id,
    label: `${formats.weekdayShort(broadcast.day)}, ${formats.dayMedium(broadcast.day)}`,
    href: paths.broadcast(id),
    cells: [
      daypartText(words, formats, broadcast),
      `${broadcast.materialCode} ${broadcast.materialTitle}`,
      differencesText(words, formats, broadcast) || '–',
      proofText(words, { broadcast, evidence, view, isAlarmed: facts.alarmed.has(id) }),
    ],
    answer: deliveryTag(words, broadcast, facts.today),
    choosable,
    chosen: facts.state ? [facts.state.typed['id'] ?? []].flat().includes(id) : choosable && !needsLook,
  }
}

/** Differs beyond a tolerance, in a way no rule measures, or did not run: a person looks before they tick it. */
function isUnusual(broadcast: BroadcastState): boolean {
  if (broadcast.answer === 'did-not-run') return true
  const used = rulesUsed(broadcast)
  return used.some(({ within }) => !within) || (broadcast.answer === 'ran-differently' && used.length === 0)
}

/** "E2 log siar: log siar", "E1 kata media: jam dalam log mengulang rencana …" */
function proofText(
  { broadcasts: t, observations: o, proofs }: Words,
  given: {
    broadcast: BroadcastState
    evidence: readonly EvidenceOfBroadcast[]
    view: ReturnType<typeof observed>
    isAlarmed: boolean
  },
): string {
  const { broadcast, evidence, view, isAlarmed } = given
  const { grade, rule } = graded({ answer: broadcast.answer, evidence, observed: view })
  const kinds = [...new Set(evidence.map(({ kind }) => t.proofKinds[kind]))].join(', ')
  const isPlain = rule === 'log' || rule === 'artefact'
  const why = isPlain ? kinds : o.rules[rule]
  return [`${grade}: ${why}`, isAlarmed ? proofs.alarmsTitle : ''].filter(Boolean).join(' · ')
}
