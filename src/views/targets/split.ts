import { splitBases } from '../../domain/target-split.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { choices, field, formPage, row, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'

export function splitTargetPage(
  words: Words,
  given: { year: number; streams: ReadonlyMap<string, string> },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.targets
  const form = formBuilder(words, state)
  const bases = splitBases.map(basis => [basis, t.splitBases[basis]] as const)
  return formPage({
    title: t.splitTitle,
    trail: [{ label: t.title, href: paths.targets }],
    lede: t.splitLead,
    summary: form.summary,
    action: paths.splitTarget,
    parts: [
      row(
        form.input('year', t.year, { value: String(given.year), inputmode: 'numeric', width: 'narrow' }),
        form.input('amount', t.splitAmount, { inputmode: 'numeric' }),
      ),
      field(form.select('streamId', t.stream, [...given.streams])),
      choices(form.radios('basis', t.splitBasis, bases)),
      field(form.input('reason', t.reason, { kind: 'textarea', rows: 2, hint: t.reasonHint })),
    ],
    button: t.splitButton,
    cancel: { label: words.common.back, href: paths.targets },
  })
}
