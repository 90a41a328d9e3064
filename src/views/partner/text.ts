/** The same week as plain text: what a clerk pastes into a chat. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { groupBy } from '../../domain/group.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

export interface TextPage extends Page {
  lede: string
  label: string
  text: string
  rows: string
  back: { label: string; href: string }
}

export function weekTextPage(
  words: Words,
  formats: Formats,
  given: { token: string; week: string; broadcasts: readonly BroadcastState[] },
): TextPage {
  const text = weekText(words, formats, given)
  const t = words.inbox
  return {
    title: t.textTitle,
    trail: [],
    lede: t.textLead,
    label: t.textLabel,
    text,
    rows: String(Math.min(30, text.split('\n').length + 2)),
    back: { label: words.common.back, href: paths.week(given.token) },
  }
}

/** Every outlet's broadcasts under their numbers, and what to reply. */
export function weekText(
  words: Words,
  formats: Formats,
  given: { week: string; broadcasts: readonly BroadcastState[] },
): string {
  const week = formats.week(given.week)
  const perOutlet = [...groupBy(given.broadcasts, broadcast => broadcast.outletName)].map(
    ([outlet, broadcasts]) =>
      `${words.inbox.textHead(outlet, week)}\n${numbered(words, formats, broadcasts).join('\n')}`,
  )
  return [...perOutlet, words.inbox.textAsk].join('\n\n')
}

/** Broadcasts with numbers by which a reply can name them. */
function numbered(words: Words, formats: Formats, broadcasts: readonly BroadcastState[]): string[] {
  return broadcasts.map(
    (run, index) =>
      `${index + 1}. ${formats.weekdayShort(run.day)} ${formats.dayShort(run.day)} ${daypartText(words, formats, run)} ${run.materialCode} ${run.materialTitle}`,
  )
}
