/** Proofs that look alike on two orders, side by side. */
import type { Evidence, EvidenceAlarm } from '../../domain/evidence.js'
import type { Day, Instant } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { PageHeadModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'

export interface EvidenceAlarmsPage extends Page {
  head: PageHeadModel
  empty: string
  alarms: {
    id: string
    title: string
    when: string
    proofs: { label: string; link: LinkTo; picture: string; alt: string }[]
    settled: string
    action: string
  }[]
  reasonLabel: string
  button: string
}

export interface EvidenceAlarmViews {
  'evidence-alarms/list': EvidenceAlarmsPage
}

interface Proof {
  id: string
  kind: Evidence['kind']
  givenAt: Instant
  outletName: string
  orderNumber: string
  mediaType: string | null
  broadcastId: string
  day: Day
}

export function evidenceAlarmsPage(
  words: Words,
  formats: Formats,
  given: {
    alarms: readonly EvidenceAlarm[]
    proofs: ReadonlyMap<string, Proof>
    names: ReadonlyMap<string, string>
  },
): EvidenceAlarmsPage {
  const t = words.proofs
  return {
    title: t.alarmsTitle,
    trail: [],
    head: { title: t.alarmsTitle, lede: t.alarmLead, tag: null, updated: '', links: [], actions: [] },
    empty: given.alarms.length === 0 ? t.alarmsEmpty : '',
    alarms: given.alarms.map(alarm => ({
      id: alarm.id,
      title: [
        t.alarmKinds[alarm.kind],
        alarm.kind === 'similar-picture' ? t.alarmAlike(formats.number(alarm.distance)) : '',
      ]
        .filter(Boolean)
        .join(', '),
      when: formats.instant(alarm.raisedAt),
      proofs: [alarm.evidenceId, alarm.otherId].flatMap(id =>
        proofEntry(words, formats, given.proofs.get(id)),
      ),
      settled: alarm.settledBy
        ? t.alarmSettled(given.names.get(alarm.settledBy) ?? '–', alarm.settlement ?? '')
        : '',
      action: paths.evidenceAlarm(alarm.id),
    })),
    reasonLabel: t.alarmReason,
    button: t.alarmSettle,
  }
}

function proofEntry(
  words: Words,
  formats: Formats,
  proof: Proof | undefined,
): EvidenceAlarmsPage['alarms'][number]['proofs'] {
  if (!proof) return []
  const t = words.proofs
  return [
    {
      label: words.broadcasts.proofKinds[proof.kind],
      link: {
        label: t.alarmOffer(proof.outletName, proof.orderNumber, formats.day(proof.day)),
        href: paths.broadcast(proof.broadcastId),
      },
      picture: proof.mediaType?.startsWith('image/') ? paths.evidenceFile(proof.id) : '',
      alt: t.alarmPicture(proof.outletName),
    },
  ]
}
