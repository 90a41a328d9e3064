import type { OffAir, Outlet } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { table } from '../components/table.js'
import { field, formPage, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { Action } from '../page.js'
import { paths } from '../paths.js'
import { outletTrail } from './trail.js'

export function offAirPage(
  words: Words,
  formats: Formats,
  { outlet, periods, today }: { outlet: Outlet; periods: OffAir[]; today: Day },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.outlets
  const form = formBuilder(words, state)
  const rows = periods.map(period => [
    offAirDays(words, formats, period),
    period.reason,
    { actions: actionsOf(words, period, today) },
  ])
  return formPage({
    title: t.offAir,
    lede: t.offAirLead,
    trail: outletTrail(words, outlet),
    summary: form.summary,
    known: {
      table: table(t.offAir, [words.common.day, words.common.reason, words.common.actions], rows, {
        empty: t.offAirNone,
      }),
      formTitle: t.offAirAdd,
    },
    action: paths.outletOffAir(outlet.id),
    parts: [
      row(
        form.input('firstDay', t.offAirFirst, { kind: 'date', value: today }),
        form.input('lastDay', t.offAirLast, { kind: 'date', optional: true, hint: t.offAirLastHint }),
      ),
      field(form.input('reason', words.common.reason)),
    ],
    button: words.common.save,
    cancel: { label: words.common.back, href: paths.outlet(outlet.id) },
  })
}

export function offAirDays({ outlets: t }: Words, formats: Formats, period: OffAir): string {
  return period.lastDay === null
    ? t.offAirOpen(formats.dayMedium(period.firstDay))
    : formats.days(period.firstDay, period.lastDay)
}

/** One that goes on can be ended as of yesterday; any can be taken back as a mistake. */
function actionsOf(words: Words, { id, outletId, firstDay, lastDay }: OffAir, today: Day): Action[] {
  const goesOn = firstDay < today && (lastDay === null || lastDay >= today)
  const end: Action = {
    action: paths.offAirEnd(outletId, id),
    label: words.outlets.offAirEnd,
    tone: 'plain',
    hidden: [],
  }
  const remove: Action = {
    action: paths.offAirRemoval(outletId, id),
    label: words.common.remove,
    tone: 'danger',
    hidden: [],
  }
  return goesOn ? [end, remove] : [remove]
}
