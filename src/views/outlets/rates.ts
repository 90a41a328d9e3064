import { formats as formatKinds } from '../../domain/order-line.js'
import type { Outlet } from '../../domain/outlet.js'
import { isPerMillimetre, isValidOn, type Rate } from '../../domain/rate.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { formPage, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { Tag } from '../page.js'
import { paths } from '../paths.js'
import { outletTrail } from './trail.js'

interface RatesFacts {
  outlet: Outlet
  rates: Rate[]
  today: Day
}

export function ratesPage(
  words: Words,
  formats: Formats,
  facts: RatesFacts,
  state: FormState = freshForm,
): FormPageModel {
  const t = words.outlets
  const form = formBuilder(words, state)
  const kinds = formatKinds.map(format => [format, words.orders.formats[format]] as const)
  return formPage({
    title: t.rates,
    lede: t.ratesLead,
    trail: outletTrail(words, facts.outlet),
    summary: form.summary,
    known: { table: rateTable(words, formats, facts, { removable: true }), formTitle: t.rateAdd },
    action: paths.outletRates(facts.outlet.id),
    parts: [
      row(
        form.select('format', words.orders.format, kinds),
        form.input('seconds', t.rateSeconds, {
          optional: true,
          inputmode: 'numeric',
          hint: t.rateSecondsHint,
          width: 'narrow',
        }),
        form.input('rupiah', t.rateRupiah, { inputmode: 'numeric' }),
      ),
      row(
        form.input('validFrom', t.rateFrom, { kind: 'date', value: facts.today }),
        form.input('validTo', t.rateTo, { kind: 'date', optional: true }),
      ),
    ],
    button: words.common.save,
    cancel: { label: words.common.back, href: paths.outlet(facts.outlet.id) },
  })
}

/** Newest first within a format and length, so that the price of today is read first and its history below. */
export function rateTable(
  words: Words,
  formats: Formats,
  { outlet, rates, today }: RatesFacts,
  { removable }: { removable: boolean },
): TableModel {
  const t = words.outlets
  const columns = [words.orders.format, numeric(t.rateSeconds), numeric(t.rateRupiah), t.rateValid]
  return table(
    t.rates,
    [...columns, words.common.state, ...(removable ? [words.common.actions] : [])],
    rates.map(rate => [
      words.orders.formats[rate.format],
      rate.seconds === null ? t.rateAnyLength : formats.number(rate.seconds),
      isPerMillimetre(rate.format) ? t.ratePerMm(formats.rupiah(rate.rupiah)) : formats.rupiah(rate.rupiah),
      rate.validTo === null
        ? t.rateOpen(formats.dayMedium(rate.validFrom))
        : formats.days(rate.validFrom, rate.validTo),
      { tag: rateTag(words, rate, today) },
      ...(removable ? [{ actions: [removal(words, outlet, rate)] }] : []),
    ]),
    { empty: t.ratesNone },
  )
}

function rateTag({ outlets: t }: Words, rate: Rate, today: Day): Tag {
  if (isValidOn(rate, today)) return { label: t.rateNow, tone: 'good' }
  return rate.validFrom > today ? { label: t.rateLater, tone: 'info' } : { label: t.ratePast, tone: 'plain' }
}

function removal(words: Words, outlet: Outlet, rate: Rate) {
  return {
    action: paths.rateRemoval(outlet.id, rate.id),
    label: words.common.remove,
    tone: 'danger' as const,
    hidden: [],
  }
}
