import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FieldModel } from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import { paths } from '../paths.js'
import type { CalendarFacts } from './page.js'

export interface FeedForm {
  action: string
  field: FieldModel
  button: string
}

export function feedTable(words: Words, { feeds, outlets }: CalendarFacts): TableModel {
  const t = words.calendar
  return table(
    t.feedsTitle,
    [t.feedOf, t.feedAddress, words.common.actions],
    feeds.map(({ feed, address }) => [
      feed.outletId ? (outlets.get(feed.outletId)?.name ?? '–') : t.feedAll,
      { label: address, href: address },
      {
        actions: [
          {
            action: paths.calendarFeedRevocation(feed.id),
            label: t.feedRevoke,
            tone: 'plain',
            hidden: [],
          },
        ],
      },
    ]),
    { empty: t.feedNone },
  )
}

export function feedForm(words: Words, outlets: readonly { id: string; name: string }[]): FeedForm {
  const t = words.calendar
  const options = [['', t.feedAll] as const, ...outlets.map(({ id, name }) => [id, name] as const)]
  return {
    action: paths.calendarFeeds,
    field: formBuilder(words, freshForm, 'feed-').select('outletId', t.feedOf, options),
    button: t.feedMake,
  }
}
