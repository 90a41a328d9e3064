import type { Contact } from '../../domain/contact.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormBuilder, type FormState } from '../components/fields.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { choices, field, formPage, heading, row, type FormPageModel, type FormPart } from '../forms/page.js'
import { paths } from '../paths.js'
import { outletTrail } from './trail.js'

export function contactFormPage(words: Words, outlet: Outlet, state: FormState = freshForm): FormPageModel {
  const t = words.outlets
  const form = formBuilder(words, state)
  return formPage({
    title: t.contactAdd,
    lede: t.contactHint,
    trail: outletTrail(words, outlet),
    summary: form.summary,
    action: paths.outletContacts(outlet.id),
    parts: contactFields(words, form),
    button: words.common.save,
    cancel: { label: words.common.back, href: paths.outlet(outlet.id) },
  })
}

/** One contact: what they serve, how they are reached, and the way to hand over. */
export function contactPage(
  words: Words,
  formats: Formats,
  {
    contact,
    outlets,
    state = freshForm,
  }: { contact: Contact; outlets: Outlet[]; state?: FormState | undefined },
): FormPageModel {
  const t = words.outlets
  const form = formBuilder(words, state)
  const rows = outlets.map(outlet => [
    { label: outlet.name, href: paths.outlet(outlet.id) },
    words.mediumNames[outlet.medium],
    outlet.city,
  ])
  return formPage({
    title: contact.name,
    trail: outletTrail(words),
    lede: contact.staleAt ? t.staleSince(contact.email, formats.instant(contact.staleAt)) : '',
    summary: form.summary,
    known: {
      table: table(t.serves, [t.serves, t.medium, t.city], rows, { empty: t.servesNone, showCaption: true }),
      formTitle: t.contactEdit,
    },
    action: paths.contact(contact.id),
    hidden: [['version', String(contact.version)]],
    parts: contactFields(words, form, contact),
    button: words.common.save,
    cancel: outlets.length > 0 ? { label: t.handOver, href: paths.contactHandOver(contact.id) } : null,
    removal: contact.staleAt
      ? { action: paths.contactWorking(contact.id), label: t.markWorking }
      : { action: paths.contactStale(contact.id), label: t.markStale },
  })
}

export function handOverPage(
  words: Words,
  { contact, outlets }: { contact: Contact; outlets: Outlet[] },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.outlets
  const form = formBuilder(words, state)
  return formPage({
    title: t.handOver,
    lede: t.handOverLead,
    trail: [...outletTrail(words), { label: contact.name, href: paths.contact(contact.id) }],
    summary: form.summary,
    action: paths.contactHandOver(contact.id),
    parts: [
      choices(
        form.checkboxes(
          'outletIds',
          t.handOverOutlets,
          outlets.map(outlet => [outlet.id, outlet.name] as const),
          { values: outlets.map(outlet => outlet.id) },
        ),
      ),
      heading(t.successor, t.contactHint),
      ...contactFields(words, form, undefined, { optional: true }),
      choices(
        form.checkboxes('noSuccessor', t.successor, [['yes', t.noSuccessor]], { hint: t.noSuccessorHint }),
      ),
    ],
    button: t.handOver,
    cancel: { label: words.common.back, href: paths.contact(contact.id) },
  })
}

function contactFields(
  words: Words,
  form: FormBuilder,
  contact?: Contact,
  { optional = false } = {},
): FormPart[] {
  const t = words.outlets
  return [
    row(
      form.input('name', t.contactName, { value: contact?.name ?? '', optional }),
      form.input('email', words.accounts.email, { kind: 'email', value: contact?.email ?? '', optional }),
      form.input('phone', t.contactPhone, { kind: 'tel', value: contact?.phone ?? '', optional: true }),
    ),
    field(
      form.select(
        'language',
        words.accounts.languageOfMails,
        [
          ['id', 'Bahasa Indonesia'],
          ['en', 'English'],
        ],
        { value: contact?.language ?? 'id' },
      ),
    ),
  ]
}
