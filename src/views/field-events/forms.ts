import type { District } from '../../domain/district.js'
import { fieldEventKinds, type FieldEvent } from '../../domain/field-event.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import type { ConfirmPage } from '../components/registry.js'
import { choices, field, formPage, row, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'

/** Short enough for a phone in the field: today is filled in, one day needs no second date. */
export function fieldEventFormPage(
  words: Words,
  given: { districts: readonly District[]; today: Day },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.fieldEvents
  const form = formBuilder(words, state)
  const parts = [
    choices(
      form.radios(
        'kind',
        t.kind,
        fieldEventKinds.map(kind => [kind, t.kindNames[kind]]),
      ),
    ),
    field(form.input('title', t.name, { hint: t.nameHint })),
    row(
      form.input('firstDay', t.firstDay, { kind: 'date', value: given.today }),
      form.input('lastDay', t.lastDay, { kind: 'date', optional: true, hint: t.lastDayHint }),
    ),
    choices(
      form.checkboxes(
        'districtCodes',
        t.districts,
        given.districts.map(district => [district.code, district.shortName]),
      ),
    ),
    field(form.input('note', words.common.note, { kind: 'textarea', optional: true })),
  ]
  return formPage({
    title: t.addTitle,
    trail: [{ label: t.title, href: paths.fieldEvents }],
    lede: t.addLead,
    summary: form.summary,
    action: paths.newFieldEvent,
    parts,
    button: t.add,
    cancel: { label: words.common.back, href: paths.fieldEvents },
  })
}

export function cancelFieldEventPage(
  words: Words,
  event: FieldEvent,
  state: FormState = freshForm,
): ConfirmPage {
  const t = words.fieldEvents
  const form = formBuilder(words, state)
  const fields = [form.input('reason', t.cancelReason, { kind: 'textarea', rows: 2 })]
  return {
    title: t.cancelTitle,
    trail: [
      { label: t.title, href: paths.fieldEvents },
      { label: event.title, href: paths.fieldEvent(event.id) },
    ],
    lede: t.cancelLead(event.title),
    consequences: [t.cancelConsequences.stays, t.cancelConsequences.again],
    summary: form.summary,
    action: paths.fieldEventCancellation(event.id),
    fields,
    hidden: [],
    button: t.cancel,
    tone: 'danger',
    back: { label: words.common.back, href: paths.fieldEvent(event.id) },
  }
}
