import type { BroadcastState } from '../../domain/broadcast.js'
import type { LogRun, StationLog } from '../../domain/station-log.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import type { Formats } from '../formats.js'
import { field, formPage, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'
import { orderedText, rowPlace, runText } from './lines.js'

export interface OverruleFacts {
  log: StationLog
  broadcast: BroadcastState
  runs: readonly LogRun[]
}

/** Staff choose which run of the log a broadcast gets, and say why. */
export function overrulePage(
  words: Words,
  formats: Formats,
  { log, broadcast, runs }: OverruleFacts,
  state: FormState = freshForm,
): FormPageModel {
  const t = words.stationLogs
  const form = formBuilder(words, state)
  const others = runs
    .filter(run => run.broadcastId === null)
    .map((run): [string, string] => [
      String(run.position),
      `${runText(formats, run)} (${t.line} ${rowPlace(run, formats)})`,
    ])
  const own = runs.find(run => run.broadcastId === broadcast.id)
  return formPage({
    title: t.overruleTitle,
    trail: [{ label: t.titleOf(broadcast.outletName), href: paths.log(log.id) }],
    lede: [orderedText(words, formats, broadcast), broadcast.materialTitle, own ? runText(formats, own) : '']
      .filter(Boolean)
      .join(' · '),
    summary: form.summary,
    action: paths.logRun(log.id, broadcast.id),
    parts: [
      field(form.select('position', t.overruleWith, [['none', t.overruleNone], ...others])),
      field(form.input('reason', t.reason, { kind: 'textarea', rows: 2 })),
    ],
    button: t.overruleSave,
    cancel: { label: words.common.back, href: paths.log(log.id) },
  })
}
