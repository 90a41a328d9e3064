/** Tables as lists to work in, as figures to compare, with boxes to tick, and empty; and the filter above them. */
import type { Words } from '../../language/words.js'
import { formBuilder, formWith } from '../components/fields.js'
import type { FiltersModel, TableModel, TabsModel } from '../components/registry.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

export interface TablesPage extends Page {
  tabs: TabsModel
  filters: FiltersModel
  tables: TableModel[]
  bulk: { id: string; action: string; button: string }
}

const bulkForm = 'bulk'

export function tableExamples(words: Words): Pick<TablesPage, 'filters' | 'tables' | 'bulk'> {
  return {
    filters: filters(words),
    tables: [
      workList,
      comparison,
      {
        ...workList,
        caption: 'Daftar kosong',
        rows: [],
        empty: 'Belum ada order. Buat order pertama dari halaman kampanye.',
      },
    ],
    bulk: { id: bulkForm, action: paths.gallery, button: 'Verifikasi yang dipilih' },
  }
}

function filters(words: Words): FiltersModel {
  const form = formBuilder(words, formWith({ medium: 'radio' }))
  return {
    action: paths.gallery,
    label: words.common.filter,
    fields: [
      form.input('q', words.common.search, { kind: 'search', optional: true }),
      form.select('medium', 'Jenis media', [
        ['', words.common.all],
        ['radio', 'Radio'],
        ['tv', 'TV'],
      ]),
    ],
    button: words.common.filter,
    clear: { label: words.common.clearFilter, href: paths.gallery },
    found: '2 siaran',
    exports: [{ label: 'CSV', href: paths.gallery }],
  }
}

const workList: TableModel = {
  caption: 'Siaran yang menunggu verifikasi',
  showCaption: true,
  columns: [
    { label: 'Pilih', numeric: false },
    { label: 'Media', numeric: false, sort: { href: paths.gallery, direction: 'ascending' } },
    { label: 'Tanggal', numeric: false, sort: { href: paths.gallery, direction: 'none' } },
    { label: 'Tarif (Rp)', numeric: true },
    { label: 'Status', numeric: false },
    { label: 'Tindakan', numeric: false },
  ],
  rows: [
    ['Radio Gema Saburai', 'Spot 60 detik, 06.15–09.45', '17 Mei 2011', '150.000', 'dikonfirmasi'],
    ['TV Krakatau', 'Teks berjalan, 19.00–20.00', '18 Mei 2011', '1.250.000', 'menunggu jawaban'],
  ].map(([outlet, line, day, price, state], i) => ({
    cells: [
      { check: { name: 'broadcast', value: String(i), label: `Pilih ${outlet}, ${day}`, form: bulkForm } },
      { strong: outlet!, soft: line!, to: paths.gallery },
      day!,
      price!,
      { tag: { label: state!, tone: i === 0 ? ('good' as const) : ('wait' as const) } },
      { actions: [{ action: paths.gallery, label: 'Verifikasi', tone: 'plain' as const, hidden: [] }] },
    ],
    strong: false,
  })),
  empty: '',
}

const comparison: TableModel = {
  caption: 'Target dan realisasi s.d. Oktober 2011',
  showCaption: true,
  columns: ['Wilayah', 'Target', 'Realisasi', 'Laju', 'Sisa', 'Per minggu'].map((label, i) => ({
    label,
    numeric: i > 0,
  })),
  rows: [
    { cells: ['Bandar Lampung', '9.120', '8.733', '96 %', '387', '35'], strong: false },
    { cells: ['Tulang Bawang Barat', '1.480', '1.102', '74 %', '378', '34'], strong: false },
    { cells: ['Jumlah', '10.600', '9.835', '93 %', '765', '70'], strong: true },
  ],
  empty: '',
  rowHeads: true,
  grid: true,
}
