import type { Campaign } from '../../domain/campaign.js'
import type { District } from '../../domain/district.js'
import type { Message } from '../../domain/message.js'
import { streamName, type Stream } from '../../domain/stream.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { choices, field, formPage, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import { paths } from '../paths.js'
import { campaignTrail } from './head.js'
import { messageText } from './pages.js'

export interface CampaignChoices {
  districts: District[]
  streams: Stream[]
  messages: Message[]
  today: Day
}

export function campaignFormPage(
  words: Words,
  formats: Formats,
  given: CampaignChoices & { campaign: Campaign | undefined },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.campaigns
  const { campaign } = given
  const form = formBuilder(words, state)
  const parts = [
    field(form.input('name', t.name, { value: campaign?.name ?? '' })),
    field(
      form.input('objective', t.objective, {
        kind: 'textarea',
        rows: 3,
        value: campaign?.objective ?? '',
        hint: t.objectiveHint,
      }),
    ),
    row(
      form.input('firstDay', t.firstDay, { kind: 'date', value: campaign?.firstDay ?? '' }),
      form.input('lastDay', t.lastDay, { kind: 'date', value: campaign?.lastDay ?? '' }),
      form.input('budgetRupiah', t.budget, {
        inputmode: 'numeric',
        value: campaign ? formats.number(campaign.budgetRupiah) : '',
      }),
    ),
    choices(
      form.checkboxes(
        'streamIds',
        t.streams,
        given.streams.map(stream => [stream.id, streamName(stream, given.today, formats.language)] as const),
        {
          values: campaign?.streamIds ?? ['self'],
          hint: t.streamsHint,
        },
      ),
    ),
    choices(
      form.checkboxes(
        'districtCodes',
        t.districts,
        given.districts.map(district => [district.code, district.shortName] as const),
        {
          values: campaign?.districtCodes ?? [],
        },
      ),
    ),
    choices(
      form.checkboxes(
        'messageIds',
        t.messages,
        given.messages.map(message => [message.id, messageText(formats, message).title] as const),
        {
          values: campaign?.messageIds ?? [],
        },
      ),
    ),
  ]
  return formPage({
    title: campaign ? campaign.name : t.add,
    lede: t.lead,
    trail: campaignTrail(words, campaign),
    summary: form.summary,
    action: campaign ? paths.campaignEdit(campaign.id) : paths.newCampaign,
    hidden: campaign ? [['version', String(campaign.version)]] : [],
    parts,
    button: words.common.save,
    cancel: { label: words.common.back, href: campaign ? paths.campaign(campaign.id) : paths.campaigns },
  })
}

/** One reason, then the act: cancelling, returning, revising. */
export function reasonFormPage(
  words: Words,
  given: {
    title: string
    lede: string
    trail: FormPageModel['trail']
    action: string
    label: string
    button: string
    back: string
    danger: boolean
  },
  state: FormState = freshForm,
): FormPageModel {
  const form = formBuilder(words, state)
  return formPage({
    title: given.title,
    lede: given.lede,
    trail: given.trail,
    summary: form.summary,
    action: given.action,
    parts: [field(form.input('reason', given.label, { kind: 'textarea', rows: 3 }))],
    button: given.button,
    tone: given.danger ? 'danger' : 'primary',
    cancel: { label: words.common.back, href: given.back },
  })
}
