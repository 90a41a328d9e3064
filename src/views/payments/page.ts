/** Where an order's payment file stands: its notes, and for who may, the next one. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { Campaign } from '../../domain/campaign.js'
import type { MediaOrder } from '../../domain/media-order.js'
import { hasPayment, payableRupiah, stepsOpen, stepsReached, type PaymentNote } from '../../domain/payment.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { campaignTrail } from '../campaigns/head.js'
import { formBuilder, type FormState, type SummaryModel } from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import { field, row, type FormPart } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'

export interface PaymentPage extends Page {
  lede: string
  notes: TableModel
  form: { summary: SummaryModel; action: string; title: string; parts: FormPart[]; button: string } | null
  back: LinkTo
}

export interface PaymentViews {
  'payments/show': PaymentPage
}

export interface PaymentFacts {
  order: MediaOrder
  campaign: Campaign
  broadcasts: readonly BroadcastState[]
  notes: readonly PaymentNote[]
  names: ReadonlyMap<string, string>
  today: Day
  mayNote: boolean
}

export function paymentPage(
  words: Words,
  formats: Formats,
  facts: PaymentFacts,
  state: FormState,
): PaymentPage {
  const t = words.payments
  const { order, broadcasts, notes } = facts
  const holding = stepsReached(notes)
  const isPaid = hasPayment(broadcasts)
  return {
    title: `${t.title} ${order.number}`,
    trail: [...campaignTrail(words, facts.campaign), { label: order.number, href: paths.order(order.id) }],
    lede: isPaid ? t.lead(formats.rupiah(payableRupiah(broadcasts))) : t.free,
    notes: table(
      t.title,
      [t.step, t.day, t.note, t.by, words.common.state],
      notes.map(note => [
        t.steps[note.step],
        formats.dayMedium(note.day),
        note.note || '–',
        facts.names.get(note.notedBy) ?? '–',
        {
          tag: holding.includes(note)
            ? { label: t.holds, tone: 'good' as const }
            : { label: t.takenBack, tone: 'plain' as const },
        },
      ]),
      { empty: t.none },
    ),
    form: facts.mayNote && isPaid ? noteForm(words, facts, state) : null,
    back: { label: words.common.back, href: paths.order(order.id) },
  }
}

function noteForm(
  words: Words,
  { order, notes, today }: PaymentFacts,
  state: FormState,
): PaymentPage['form'] {
  const t = words.payments
  const form = formBuilder(words, state)
  const open = stepsOpen(notes)
  const parts = [
    row(
      form.select(
        'step',
        t.step,
        open.map(step => [step, t.steps[step]] as const),
        { value: open.at(-1)! },
      ),
      form.input('day', t.day, { kind: 'date', value: today }),
    ),
    field(form.input('note', t.note, { optional: true, hint: t.noteHint })),
  ]
  return { summary: form.summary, action: paths.orderPayment(order.id), title: t.add, parts, button: t.add }
}

/** "berkas diterima 3 Nov 2011": the last step that holds. */
export function paymentText(words: Words, formats: Formats, notes: readonly PaymentNote[]): string {
  const t = words.payments
  const last = stepsReached(notes).at(-1)
  return last ? t.since(t.steps[last.step], formats.dayMedium(last.day)) : t.none
}
