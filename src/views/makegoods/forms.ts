/** What the office can do about a miss besides the proposal: another time, a credit, a waiver. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { Words } from '../../language/words.js'
import type { FieldModel, FormBuilder } from '../components/fields.js'
import { paths } from '../paths.js'

export interface OneForm {
  title: string
  action: string
  fields: FieldModel[]
  button: string
}

export function remedyForms(words: Words, broadcast: BroadcastState, builder: FormBuilder): OneForm[] {
  const t = words.makegoods
  const own: OneForm = {
    title: t.offerOwn,
    action: paths.missOffer(broadcast.id),
    fields: [
      builder.input('day', t.day, { kind: 'date', width: 'medium' }),
      builder.input('fromMinute', t.from, { inputmode: 'decimal', width: 'narrow' }),
      builder.input('toMinute', t.to, { inputmode: 'decimal', width: 'narrow' }),
    ],
    button: t.offerButton,
  }
  const waiver: OneForm = {
    title: t.waive,
    action: paths.missWaiver(broadcast.id),
    fields: [builder.input('reason', t.waiveReason, { kind: 'textarea', rows: 2 })],
    button: t.waive,
  }
  const credit: OneForm = {
    title: t.credit,
    action: paths.missCredit(broadcast.id),
    fields: [
      builder.input('rupiah', t.creditRupiah, {
        inputmode: 'numeric',
        width: 'medium',
        value: String(broadcast.rupiah),
      }),
    ],
    button: t.credit,
  }
  return broadcast.priceKind === 'free' ? [own, waiver] : [own, credit, waiver]
}
