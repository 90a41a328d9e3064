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
  const week = formats.week(given.week)
  const perOutlet = [...groupBy(given.broadcasts, broadcast => broadcast.outletName)].map(
    ([outlet, broadcasts]) =>
      `${words.inbox.textHead(outlet, week)}\n${numbered(words, formats, broadcasts).join('\n')}`,
  )
  const text = [...perOutlet, words.inbox.textAsk].join('\n\n')
  return textPage(words, text, paths.week(given.token))
}

export function textPage(words: Words, text: string, back: string): TextPage {
  const t = words.inbox
  return {
    title: t.textTitle,
    trail: [],
    lede: t.textLead,
    label: t.textLabel,
    text,
    rows: String(Math.min(30, text.split('\n').length + 2)),
    back: { label: words.common.back, href: back },
  }
}

/** Broadcasts with numbers by which a reply can name them. */
export function numbered(words: Words, formats: Formats, broadcasts: readonly BroadcastState[]): string[] {
  return broadcasts.map(
    (run, index) =>
      `${index + 1}. ${formats.weekdayShort(run.day)} ${formats.dayShort(run.day)} ${daypartText(words, formats, run)} ${run.materialCode} ${run.materialTitle}`,
  )
}
