import type { Campaign, CampaignPart } from '../../domain/campaign.js'
import type { District } from '../../domain/district.js'
import { isInForce, type Message } from '../../domain/message.js'
import { streamName, type Stream } from '../../domain/stream.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { FormBuilder } from '../components/fields.js'
import { choices, field, row, type FormPart } from '../forms/page.js'
import type { Formats } from '../formats.js'
import { messageText } from './message-text.js'

export interface CampaignChoices {
  districts: District[]
  streams: Stream[]
  messages: Message[]
  today: Day
}

interface Given {
  part: CampaignPart
  campaign: Campaign | undefined
  form: FormBuilder
  choices: CampaignChoices
}

export function partFields(words: Words, formats: Formats, given: Given): FormPart[] {
  switch (given.part) {
    case 'basis':
      return basisFields(words, given)
    case 'audience':
      return audienceFields(words, formats, given)
    case 'messages':
      return messageFields(words, formats, given)
    default:
      return budgetFields(words, formats, given)
  }
}

function basisFields({ campaigns: t }: Words, { campaign, form }: Given): FormPart[] {
  const objective = { kind: 'textarea', rows: 3, hint: t.objectiveHint } as const
  return [
    field(form.input('name', t.name, { value: campaign?.name ?? '' })),
    row(
      form.input('firstDay', t.firstDay, { kind: 'date', value: campaign?.firstDay ?? '' }),
      form.input('lastDay', t.lastDay, { kind: 'date', value: campaign?.lastDay ?? '' }),
    ),
    field(form.input('objective', t.objective, { ...objective, value: campaign?.objective ?? '' })),
  ]
}

function audienceFields({ campaigns: t }: Words, formats: Formats, given: Given): FormPart[] {
  const { campaign, form } = given
  const { streams, districts, today } = given.choices
  const named = streams.map(stream => [stream.id, streamName(stream, today, formats.language)] as const)
  const places = districts.map(district => [district.code, district.shortName] as const)
  return [
    choices(
      form.checkboxes('streamIds', t.streams, named, {
        values: campaign?.streamIds ?? [],
        hint: t.streamsHint,
      }),
    ),
    choices(form.checkboxes('districtCodes', t.districts, places, { values: campaign?.districtCodes ?? [] })),
  ]
}

/** What is in force, and what the plan chose before: a claim that is gone stays to be seen and taken out. */
function messageFields(
  words: Words,
  formats: Formats,
  { campaign, form, choices: given }: Given,
): FormPart[] {
  const t = words.campaignPlan
  const chosen = campaign?.messageIds ?? []
  const offered = given.messages.filter(message => isInForce(message) || chosen.includes(message.id))
  const pairs = offered.map(message => {
    const { title, claim, source } = messageText(formats, message)
    const seen = message.sourceSeen ? source : `${source}, ${t.sourceNotSeen}`
    return [
      message.id,
      isInForce(message) ? title : `${title} (${t.messageGone})`,
      `${claim} ${seen}.`,
    ] as const
  })
  return [
    choices(
      form.checkboxes('messageIds', words.campaigns.messages, pairs, {
        values: chosen,
        hint: t.messagesHint,
      }),
    ),
  ]
}

function budgetFields({ campaignPlan: t }: Words, formats: Formats, { campaign, form }: Given): FormPart[] {
  const negotiated = campaign?.budgetNegotiatedRupiah ?? 0
  const money = (value: number | null) => (value ? formats.number(value) : '')
  const input = (name: string, label: string, value: number | null, optional = true) =>
    form.input(name, label, { inputmode: 'numeric', optional, value: money(value) })
  return [
    row(
      input('paidRupiah', t.budgetPaid, campaign ? campaign.budgetRupiah - negotiated : null, false),
      input('negotiatedRupiah', t.budgetNegotiated, negotiated),
      input('freeRupiah', t.budgetFree, campaign?.budgetFreeRupiah ?? null),
    ),
  ]
}
