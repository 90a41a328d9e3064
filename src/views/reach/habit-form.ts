import type { AudienceHabit } from '../../domain/audience.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { field, formPage, row, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'

export function habitFormPage(
  words: Words,
  { habit, today }: { habit: AudienceHabit; today: Day },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.reach
  const form = formBuilder(words, state)
  const percent = (share: number) => String(Math.round(share * 100))
  return formPage({
    title: t.habitTitle(words.mediumNames[habit.medium]),
    trail: [{ label: t.title, href: paths.reach }],
    lede: t.habitLead,
    action: paths.audienceHabit(habit.medium),
    parts: [
      field(
        form.input('rating', t.ratingField, {
          value: percent(habit.rating),
          inputmode: 'numeric',
          width: 'narrow',
          hint: t.ratingHint,
        }),
      ),
      field(
        form.input('alikeness', t.alikenessField, {
          value: percent(habit.alikeness),
          inputmode: 'numeric',
          width: 'narrow',
          hint: t.alikenessHint,
        }),
      ),
      row(
        form.input('source', t.source, { value: habit.source }),
        form.input('asOf', t.asOf, { kind: 'date', value: habit.keptBy === null ? today : habit.asOf }),
      ),
    ],
    summary: form.summary,
    button: words.common.save,
    cancel: { label: words.common.back, href: paths.reach },
  })
}
