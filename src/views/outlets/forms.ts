import type { District } from '../../domain/district.js'
import { media, periods, type Coverage, type Outlet } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { field, formPage, heading, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import { paths } from '../paths.js'
import { outletTrail } from './trail.js'

export function outletFormPage(
  words: Words,
  outlet: Outlet | undefined,
  state: FormState = freshForm,
): FormPageModel {
  const t = words.outlets
  const form = formBuilder(words, state)
  const text = (value: string | null | undefined) => value ?? ''
  const parts = [
    field(form.input('name', t.name, { value: text(outlet?.name) })),
    row(
      form.select(
        'medium',
        t.medium,
        media.map(medium => [medium, words.mediumNames[medium]] as const),
        { value: text(outlet?.medium) },
      ),
      form.select(
        'period',
        t.period,
        periods.map(period => [period, t.periods[period]] as const),
        { value: text(outlet?.period) },
      ),
      form.input('city', t.city, { value: text(outlet?.city) }),
    ),
    field(
      form.input('ownerGroup', t.ownerGroup, {
        value: text(outlet?.ownerGroup),
        optional: true,
        hint: t.ownerGroupHint,
      }),
    ),
    row(
      form.input('licence', t.licence, { value: text(outlet?.licence), optional: true }),
      form.input('licenceUntil', t.licenceUntil, {
        kind: 'date',
        value: text(outlet?.licenceUntil),
        optional: true,
      }),
    ),
  ]
  return formPage({
    title: outlet ? outlet.name : t.add,
    trail: outletTrail(words, outlet),
    summary: form.summary,
    action: outlet ? paths.outletEdit(outlet.id) : paths.newOutlet,
    hidden: outlet ? [['version', String(outlet.version)]] : [],
    parts,
    button: words.common.save,
    cancel: { label: words.common.back, href: outlet ? paths.outlet(outlet.id) : paths.outlets },
  })
}

export function coverageFormPage(
  words: Words,
  formats: Formats,
  given: { outlet: Outlet; districts: District[]; coverage: Coverage[]; today: Day },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.outlets
  const form = formBuilder(words, state)
  const known = new Map(given.coverage.map(figure => [figure.districtCode, figure]))
  const shares = given.districts.map(district => {
    const share = known.get(district.code)?.share
    const value = share === undefined ? '' : formats.shareTyped(share)
    return form.input(`share-${district.code}`, t.shareOf(district.shortName), {
      value,
      optional: true,
      inputmode: 'decimal',
      width: 'narrow',
    })
  })
  return formPage({
    title: t.coverageEdit,
    lede: t.coverageLead,
    trail: outletTrail(words, given.outlet),
    summary: form.summary,
    action: paths.outletCoverage(given.outlet.id),
    parts: [
      row(
        form.input('source', t.source, {}),
        form.input('asOf', t.asOf, { kind: 'date', value: given.today }),
      ),
      heading(t.coverage),
      row(...shares),
    ],
    button: words.common.save,
    cancel: { label: words.common.back, href: paths.outlet(given.outlet.id) },
  })
}
