/** What stands as proof of one broadcast, what that is worth and why, and what others than the outlet observed. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { graded } from '../../domain/evidence-grade.js'
import type { EvidenceOfBroadcast } from '../../domain/evidence.js'
import { mayWithdraw, observed, type Observation } from '../../domain/observation.js'
import type { Words } from '../../language/words.js'
import type { CalloutModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo } from '../page.js'
import { proofLabel } from '../partner/proof.js'
import { paths } from '../paths.js'

export interface ProofSection {
  title: string
  callouts: CalloutModel[]
  /** What it is worth now, and the rule that says so. */
  worth: string
  why: string
  log: LinkTo | null
  proofs: { label: string; href: string; when: string }[]
  none: string
}

export interface ObservationSection {
  title: string
  none: string
  add: LinkTo | null
  entries: {
    title: string
    note: string
    by: string
    file: LinkTo | null
    withdrawn: string
    withdrawal: { id: string; action: string; label: string; reasonLabel: string } | null
  }[]
}

export interface ProofFacts {
  broadcast: BroadcastState
  evidence: readonly EvidenceOfBroadcast[]
  observations: readonly Observation[]
  alarms: readonly {
    kind: 'same-file' | 'similar-picture'
    otherOutletName: string
    otherDay: string
    settledAt: string | null
  }[]
  names: ReadonlyMap<string, string>
  reader: { id: string; mayVerify: boolean; mayObserve: boolean }
}

export function proofSection(words: Words, formats: Formats, facts: ProofFacts): ProofSection {
  const { broadcast, evidence, observations } = facts
  const { broadcasts: t, observations: o } = words
  const now = graded({ answer: broadcast.answer, evidence, observed: observed(broadcast, observations) })
  const log = evidence.find(({ logId }) => logId !== null)
  return {
    title: t.proof,
    callouts: [
      ...(now.rule === 'contradicted' ? [callout('bad', o.contradicts)] : []),
      ...regraded(words, broadcast, now.grade),
      ...alarmCallouts(words, formats, facts),
    ],
    worth: o.now(t.grades[now.grade]),
    why: o.rules[now.rule],
    log: log?.logId ? { label: o.seeLog, href: paths.log(log.logId) } : null,
    proofs: evidence.map(proof => ({
      label: proofLabel(words, formats, proof),
      href: proof.url ?? paths.evidenceFile(proof.id),
      when: formats.instantShort(proof.givenAt),
    })),
    none: evidence.length === 0 ? t.proofNone : '',
  }
}

function callout(tone: CalloutModel['tone'], text: string, link: LinkTo | null = null): CalloutModel {
  return { tone, title: '', text, link }
}

/** Proof that came, or lost its worth, after somebody had verified it. */
function regraded(
  { broadcasts, observations: t }: Words,
  { decision, grade, verificationOf, confirmationId }: BroadcastState,
  now: NonNullable<BroadcastState['grade']>,
): CalloutModel[] {
  const isStanding = decision === 'verified' && verificationOf === confirmationId
  if (!isStanding || grade === null || grade === now) return []
  return [callout('wait', t.verifiedAt(broadcasts.grades[grade], broadcasts.grades[now]))]
}

function alarmCallouts({ proofs: t }: Words, formats: Formats, { alarms }: ProofFacts): CalloutModel[] {
  return alarms
    .filter(alarm => alarm.settledAt === null)
    .map(alarm => {
      const other = t.alarmOn(alarm.otherOutletName, formats.day(alarm.otherDay))
      const link = { label: t.alarmsTitle, href: paths.evidenceAlarms }
      return callout('bad', `${t.alarmKinds[alarm.kind]}, ${other}`, link)
    })
}

export function observationSection(words: Words, formats: Formats, facts: ProofFacts): ObservationSection {
  const { broadcast, observations, reader } = facts
  const t = words.observations
  return {
    title: t.title,
    none: observations.length === 0 ? t.none : '',
    add:
      reader.mayVerify && reader.mayObserve ? { label: t.add, href: paths.observations(broadcast.id) } : null,
    entries: observations.map(observation => observationEntry(words, formats, observation, facts)),
  }
}

function observationEntry(
  words: Words,
  formats: Formats,
  observation: Observation,
  { names, reader }: ProofFacts,
): ObservationSection['entries'][number] {
  const t = words.observations
  const { id, observer, seen, day, minute, note, fileId, givenBy, givenAt, withdrawnBy } = observation
  const name = (userId: string | null) => names.get(userId ?? '') ?? '–'
  const when = [formats.dayMedium(day), minute === null ? '' : formats.time(minute)].filter(Boolean).join(' ')
  const isOwn = reader.mayVerify && mayWithdraw(observation, reader.id).ok
  return {
    title: t.entry(t.observers[observer], t.seens[seen], when),
    note,
    by: t.notedBy(name(givenBy), formats.instant(givenAt)),
    file: fileId ? { label: t.openFile, href: paths.observationFile(id) } : null,
    withdrawn: withdrawnBy ? t.withdrawnBecause(name(withdrawnBy), observation.withdrawReason ?? '') : '',
    withdrawal: isOwn
      ? {
          id: `withdraw-${id}`,
          action: paths.observationWithdrawal(id),
          label: t.withdraw,
          reasonLabel: t.withdrawReason,
        }
      : null,
  }
}
