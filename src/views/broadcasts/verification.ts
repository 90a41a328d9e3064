import type { BroadcastState } from '../../domain/broadcast.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { deliveryTag } from './tags.js'

export interface VerificationPage extends Page {
  lede: string
  action: string
  button: string
  empty: string
  chooseLabel: string
  columns: string[]
  groups: {
    outlet: string
    rows: { id: string; label: string; href: string; cells: string[]; answer: Tag; choosable: boolean }[]
  }[]
}

export function verificationPage(
  words: Words,
  formats: Formats,
  given: {
    broadcasts: BroadcastState[]
    ownAnswers: ReadonlySet<string>
    evidence: Map<string, string[]>
    today: Day
  },
): VerificationPage {
  const t = words.broadcasts
  const outlets = [...new Set(given.broadcasts.map(broadcast => broadcast.outletName))]
  return {
    title: t.verificationTitle,
    trail: [],
    lede: t.verificationLead,
    action: paths.verification,
    button: t.verifyChosen,
    empty: given.broadcasts.length === 0 ? t.verificationEmpty : '',
    chooseLabel: t.choose,
    columns: [t.day, t.time, t.material, t.proof, t.answer],
    groups: outlets.map(outlet => ({
      outlet,
      rows: given.broadcasts
        .filter(broadcast => broadcast.outletName === outlet)
        .map(broadcast => ({
          id: broadcast.id,
          label: `${formats.weekdayShort(broadcast.day)}, ${formats.dayMedium(broadcast.day)}`,
          href: paths.broadcast(broadcast.id),
          cells: [
            daypartText(words, formats, broadcast),
            `${broadcast.materialCode} ${broadcast.materialTitle}`,
            given.evidence.get(broadcast.id)?.join(', ') ?? t.grades.E1,
          ],
          answer: deliveryTag(words, broadcast, given.today),
          choosable: !given.ownAnswers.has(broadcast.confirmationId ?? ''),
        })),
    })),
  }
}
