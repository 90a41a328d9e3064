import type { Campaign } from '../../domain/campaign.js'
import { latestVersion, type MediaOrder } from '../../domain/media-order.js'
import type { Words } from '../../language/words.js'
import { campaignTrail } from '../campaigns/head.js'
import { formBuilder, type FormState } from '../components/fields.js'
import type { ConfirmPage } from '../components/registry.js'
import { choices, field, formPage, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import { paths } from '../paths.js'

interface Given {
  order: MediaOrder
  campaign: Campaign
}

/** An acceptance that came by telephone or as a signed paper. */
export function acceptancePage(words: Words, { order, campaign }: Given, state: FormState): FormPageModel {
  const t = words.orders
  const form = formBuilder(words, state)
  const ways = [
    ['on-behalf', t.acceptCall],
    ['paper', t.acceptPaper],
  ] as const
  const parts = [
    choices(form.radios('how', t.acceptHow, ways, { value: 'on-behalf' })),
    field(form.input('file', words.orderPaper.paperFile, { kind: 'file', optional: true })),
  ]
  return formPage({
    title: t.acceptOnBehalf,
    lede: `${order.number} · ${t.versionIs(String(latestVersion(order).number))}`,
    trail: orderTrail(words, { order, campaign }),
    summary: form.summary,
    action: paths.orderAcceptance(order.id),
    multipart: true,
    parts,
    button: t.acceptOnBehalf,
    cancel: { label: words.common.back, href: paths.order(order.id) },
  })
}

export interface Cancelling extends Given {
  open: number
  settled: number
  /** Whom the cancellation is mailed to; empty when the outlet never had the order. */
  recipients: string
}

export function cancellationPage(
  words: Words,
  formats: Formats,
  given: Cancelling,
  state: FormState,
): ConfirmPage {
  const t = words.orderCancellation
  const { order, open, settled, recipients } = given
  const form = formBuilder(words, state)
  return {
    title: t.title,
    trail: orderTrail(words, given),
    lede: order.number,
    consequences: [
      t.willWithdraw(formats.number(open)),
      ...(settled > 0 ? [t.willKeep(formats.number(settled))] : []),
      recipients ? t.willTell(recipients) : t.nobodyToTell,
    ],
    fields: [form.input('reason', t.reason, { kind: 'textarea', rows: 3 })],
    summary: form.summary,
    action: paths.orderCancellation(order.id),
    hidden: [],
    button: t.cancel,
    tone: 'danger',
    back: { label: words.common.back, href: paths.order(order.id) },
  }
}

function orderTrail(words: Words, { order, campaign }: Given) {
  return [...campaignTrail(words, campaign), { label: order.number, href: paths.order(order.id) }]
}
