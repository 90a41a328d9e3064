import { programmes, type Message } from '../../domain/message.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { choices, field, formPage, row, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'

/** A new claim, a new wording of one in force (`replaces`), or one that waits and is changed (`message`). */
export function messageFormPage(
  words: Words,
  { message, replaces }: { message: Message | undefined; replaces: Message | undefined },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.messages
  const form = formBuilder(words, state)
  const from = message ?? replaces
  const area = { kind: 'textarea', rows: 3 } as const
  const hidden: FormPageModel['hidden'] = message
    ? [['version', String(message.version)]]
    : replaces
      ? [['replaces', replaces.id]]
      : []
  return formPage({
    title: message || replaces ? t.edit : t.add,
    lede: t.formLead,
    trail: [{ label: t.title, href: paths.messages }],
    summary: form.summary,
    action: message ? paths.messageEdit(message.id) : paths.newMessage,
    hidden,
    parts: [
      field(
        form.select(
          'programme',
          t.programme,
          programmes.map(programme => [programme, t.programmes[programme]] as const),
          { value: from?.programme ?? 'duty' },
        ),
      ),
      row(
        form.input('titleId', t.titleId, { value: from?.titleId ?? '' }),
        form.input('titleEn', t.titleEn, { value: from?.titleEn ?? '' }),
      ),
      field(form.input('claimId', t.claimId, { ...area, value: from?.claimId ?? '' })),
      field(form.input('claimEn', t.claimEn, { ...area, value: from?.claimEn ?? '' })),
      field(
        form.input('legalSource', t.legalSource, { value: from?.legalSource ?? '', hint: t.legalSourceHint }),
      ),
      choices(
        form.checkboxes('sourceSeen', t.source, [['yes', t.seenTick]], {
          values: message?.sourceSeen ? ['yes'] : [],
        }),
      ),
    ],
    button: t.propose,
    cancel: { label: words.common.back, href: from ? paths.message(from.id) : paths.messages },
  })
}
