import type { BroadcastState } from '../../domain/broadcast.js'
import { isTimeless } from '../../domain/match-tolerance.js'
import { observers } from '../../domain/observation.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import type { Formats } from '../formats.js'
import { field, formPage, row, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'
import { broadcastName, broadcastTrail } from './trail.js'

export function observationFormPage(
  words: Words,
  formats: Formats,
  broadcast: BroadcastState,
  state: FormState = freshForm,
): FormPageModel {
  const t = words.observations
  const form = formBuilder(words, state)
  const when = form.input('day', t.day, { kind: 'date', value: broadcast.day })
  const seens = (['ran', 'did-not-run'] as const).map(seen => [seen, t.seens[seen]] as const)
  const minute = form.input('minute', t.minute, { width: 'narrow', optional: true, hint: t.minuteHint })
  return formPage({
    title: t.add,
    lede: t.lead,
    trail: [
      ...broadcastTrail(words, broadcast),
      { label: broadcastName(formats, broadcast), href: paths.broadcast(broadcast.id) },
    ],
    summary: form.summary,
    action: paths.observations(broadcast.id),
    multipart: true,
    parts: [
      field(
        form.select(
          'observer',
          t.observer,
          observers.map(observer => [observer, t.observers[observer]] as const),
        ),
      ),
      field(form.select('seen', t.seen, seens)),
      isTimeless(broadcast.medium) ? field(when) : row(when, minute),
      field(form.input('note', t.note, { kind: 'textarea', rows: 3, hint: t.noteHint })),
      field(form.input('file', t.file, { kind: 'file', optional: true, hint: t.fileHint })),
    ],
    button: t.save,
    cancel: { label: words.common.back, href: paths.broadcast(broadcast.id) },
  })
}
