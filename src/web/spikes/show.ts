import { z } from 'zod'
import { spikeNoteCauses } from '../../domain/spike-note.js'
import { isDay } from '../../domain/time.js'
import { noteSpike } from '../../operations/note-spike.js'
import type { FormState } from '../../views/components/fields.js'
import { paths, withQuery } from '../../views/paths.js'
import { spikePath } from '../../views/spikes/paths.js'
import { spikePage } from '../../views/spikes/show.js'
import { choice, day as dayField, optionalText, text } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'
import { spikeFacts } from './facts.js'

const NoteForm = z.strictObject({
  stream: text(60),
  district: optionalText(20),
  day: dayField(),
  cause: choice(spikeNoteCauses),
  note: text(1000),
})

export function showSpike(visit: StaffVisit): Promise<void> {
  return showAt(visit, name => query(visit, name))
}

/**
 * A spike is found by its place and day: the search gives it another id every time. Where the last search sees none
 * there any more, the list of that time says so.
 */
async function showAt(visit: StaffVisit, given: (name: string) => string, state?: FormState): Promise<void> {
  const [day, streamId, district] = [given('day'), given('stream'), given('district')]
  const place = { streamId, districtCode: district || null }
  const spike = isDay(day) ? await visit.app.store.spikes.on(day, place) : undefined
  if (!spike) return redirect(visit, withQuery(paths.spikes, { stream: streamId, district, until: day }))
  show(visit, 'spikes/show', spikePage(visit, await spikeFacts(visit, spike), state), state ? 422 : 200)
}

export async function addNote(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, NoteForm)
  if (!form.ok) return showAt(visit, name => [form.typed[name] ?? []].flat()[0] ?? '', form)
  const { stream: streamId, district, ...rest } = form.value
  const place = { streamId, districtCode: district || null }
  const { firstDay } = await noteSpike(visit.app, visit.actor, { ...rest, ...place })
  redirect(visit, spikePath({ ...place, firstDay }), visit.words.spikes.noted)
}
