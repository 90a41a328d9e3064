/** A form as it is first seen, and the same form refused. */
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  freshForm,
  type ChoicesModel,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { TabsModel } from '../components/registry.js'
import type { Page } from '../page.js'

export interface FormExample {
  heading: string
  summary: SummaryModel
  fields: FieldModel[]
  choices: ChoicesModel[]
}

export interface FormsPage extends Page {
  tabs: TabsModel
  action: string
  button: string
  examples: FormExample[]
}

const refused: FormState = {
  typed: { name: '', start: '31/11/2011', districts: [], note: 'Dua minggu sebelum Lebaran.' },
  problems: {
    name: { code: 'required' },
    start: { code: 'not-a-day' },
    amount: { code: 'too-small', values: { least: 1 } },
    districts: { code: 'choose-one' },
  },
}

export function formExamples(words: Words): FormExample[] {
  return [
    example(words, 'Baru dibuka', { state: freshForm, prefix: 'fresh-' }),
    example(words, 'Ditolak', { state: refused, prefix: 'refused-' }),
  ]
}

function example(
  words: Words,
  heading: string,
  { state, prefix }: { state: FormState; prefix: string },
): FormExample {
  const form = formBuilder(words, state, prefix)
  const fields = [
    form.input('name', 'Nama kampanye', { hint: 'Seperti yang dibaca media dan manajer.' }),
    form.input('start', 'Mulai', { kind: 'date', width: 'medium' }),
    form.input('amount', 'Anggaran (rupiah)', { inputmode: 'numeric', width: 'medium', value: '0' }),
    form.select('stream', 'Jalur', [
      ['self', 'Perorangan'],
      ['employer', 'Perusahaan'],
    ]),
    form.input('note', 'Catatan', { kind: 'textarea', optional: true, rows: 3 }),
    form.input('file', 'Surat persetujuan', { kind: 'file', optional: true }),
  ]
  const districts = [
    'Bandar Lampung',
    'Metro',
    'Pringsewu',
    'Pesawaran',
    'Tanggamus',
    'Way Kanan',
    'Mesuji',
    'Tulang Bawang Barat',
  ]
  const choices = [
    form.radios(
      'answer',
      'Apakah semua siaran tayang?',
      [
        ['all', 'Semua tayang'],
        ['some', 'Sebagian tidak'],
        ['unknown', 'Belum tahu'],
      ],
      { value: 'all' },
    ),
    form.checkboxes(
      'districts',
      'Wilayah',
      districts.map(name => [name, name] as const),
      { values: ['Pringsewu'], hint: 'Pilih sedikitnya satu.' },
    ),
  ]
  return { heading, summary: form.summary, fields, choices }
}
