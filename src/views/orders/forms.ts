import type { Campaign } from '../../domain/campaign.js'
import type { Material } from '../../domain/material.js'
import type { MediaOrder } from '../../domain/media-order.js'
import { formats as formatNames, priceKinds, type OrderLine } from '../../domain/order-line.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { campaignTrail } from '../campaigns/head.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { choices, field, formPage, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import { paths } from '../paths.js'

export function newOrderPage(
  words: Words,
  given: { campaign: Campaign; outlets: Outlet[] },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.orders
  const form = formBuilder(words, state)
  const options = given.outlets.map(
    outlet =>
      [outlet.id, t.outletOption(outlet.name, words.mediumNames[outlet.medium], outlet.city)] as const,
  )
  return formPage({
    title: t.newTitle,
    lede: given.outlets.length > 0 ? t.newLead : t.noOutlets,
    trail: campaignTrail(words, given.campaign),
    summary: form.summary,
    action: paths.newOrder(given.campaign.id),
    parts: [field(form.select('outletId', t.outlet, options))],
    button: t.create,
    cancel: { label: words.common.back, href: paths.campaign(given.campaign.id) },
  })
}

export interface LineForm {
  order: MediaOrder
  campaign: Campaign
  outlet: Outlet
  materials: Material[]
  line: OrderLine | undefined
}

export function lineFormPage(
  words: Words,
  formats: Formats,
  given: LineForm,
  state: FormState = freshForm,
): FormPageModel {
  const t = words.orders
  const { order, line, campaign, materials } = given
  const form = formBuilder(words, state)
  const text = (value: number | null | undefined) => (value ? formats.number(value) : '')
  const time = (minute: number | undefined, usual: string) =>
    minute === undefined ? usual : formats.time(minute)
  const parts = [
    row(
      form.select(
        'format',
        t.format,
        formatNames.map(name => [name, t.formats[name]] as const),
        { value: line?.format ?? usualFormat(given.outlet) },
      ),
      form.input('seconds', t.seconds, {
        value: text(line?.seconds),
        optional: true,
        inputmode: 'numeric',
        width: 'narrow',
      }),
      form.input('millimetres', t.millimetres, {
        value: text(line?.millimetres),
        optional: true,
        inputmode: 'numeric',
        width: 'narrow',
      }),
    ),
    choices(
      form.checkboxes(
        'materialIds',
        t.materials,
        materials.map(material => [material.id, `${material.code} ${material.title}`] as const),
        {
          values:
            line?.materials.map(({ materialId }) => materialId) ?? materials.slice(0, 1).map(({ id }) => id),
          hint: materials.length > 0 ? t.materialsHint : t.materialsNone,
        },
      ),
    ),
    row(
      form.input('firstDay', t.firstDay, { kind: 'date', value: line?.firstDay ?? campaign.firstDay }),
      form.input('lastDay', t.lastDay, { kind: 'date', value: line?.lastDay ?? campaign.lastDay }),
    ),
    choices(
      form.checkboxes(
        'weekdays',
        t.weekdays,
        t.weekdayNames.map((name, index) => [String(index), name] as const),
        {
          values: (line?.weekdays ?? [0, 1, 2, 3, 4, 5, 6]).map(String),
        },
      ),
    ),
    choices(
      form.checkboxes('skipHolidays', t.skipHolidays, [['yes', t.skipHolidaysYes]], {
        values: line?.skipHolidays ? ['yes'] : [],
      }),
    ),
    row(
      form.input('fromMinute', t.fromTime, {
        value: time(line?.fromMinute, formats.time(6 * 60)),
        width: 'narrow',
      }),
      form.input('toMinute', t.toTime, {
        value: time(line?.toMinute, formats.time(9 * 60)),
        width: 'narrow',
        hint: t.toTimeHint,
      }),
      form.input('runsPerDay', t.runsPerDay, {
        value: text(line?.runsPerDay) || '1',
        inputmode: 'numeric',
        width: 'narrow',
      }),
    ),
    row(
      form.select(
        'priceKind',
        t.priceKind,
        priceKinds.map(kind => [kind, t.priceKinds[kind]] as const),
        { value: line?.priceKind ?? 'paid' },
      ),
      form.input('rupiah', t.rupiah, {
        value: line ? formats.number(line.rupiah) : '',
        inputmode: 'numeric',
        width: 'medium',
        hint: t.rupiahHint,
      }),
    ),
  ]
  return formPage({
    title: line ? t.lineTitle : t.lineAdd,
    lede: `${order.number} · ${given.outlet.name}`,
    trail: [...campaignTrail(words, campaign), { label: order.number, href: paths.order(order.id) }],
    summary: form.summary,
    action: line ? paths.orderLine(order.id, line.lineKey) : paths.newOrderLine(order.id),
    parts,
    button: words.common.save,
    cancel: { label: words.common.back, href: paths.order(order.id) },
    removal: line ? { action: paths.orderLineRemoval(order.id, line.lineKey), label: t.removeLine } : null,
  })
}

function usualFormat(outlet: Outlet): string {
  return { radio: 'spot', tv: 'spot', print: 'display', online: 'banner' }[outlet.medium]
}
