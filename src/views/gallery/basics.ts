/** Parts of pages that say something: states, figures, messages, history, progress. */
import type {
  CalloutModel,
  FactsModel,
  PageHeadModel,
  PagerModel,
  ProgressModel,
  StatModel,
  TabsModel,
  TimelineModel,
} from '../components/registry.js'
import type { Action, Page, Tag } from '../page.js'
import { paths } from '../paths.js'

export interface BasicsPage extends Page {
  tabs: TabsModel
  head: PageHeadModel
  tags: Tag[]
  buttons: Action[]
  facts: FactsModel
  stats: StatModel[]
  callouts: CalloutModel[]
  progress: ProgressModel[]
  timelines: TimelineModel[]
  pager: PagerModel
}

export const basics = {
  head: {
    title: 'Rumah Pekerja',
    lede: 'Uang muka perumahan bagi peserta, empat kabupaten, 16 Mei sampai 3 Juni 2011.',
    tag: { label: 'berjalan', tone: 'good' },
    updated: 'Data per 3 Juni 2011, 09.10 WIB',
    links: [
      { label: 'Hasil', href: paths.gallery, tone: 'primary' },
      { label: 'Ubah', href: paths.gallery, tone: 'plain' },
    ],
    actions: [],
  },
  tags: [
    { label: 'terverifikasi', tone: 'good' },
    { label: 'menunggu jawaban', tone: 'wait' },
    { label: 'tidak tayang', tone: 'bad' },
    { label: 'rancangan', tone: 'plain' },
    { label: 'dikirim', tone: 'info' },
  ],
  buttons: [
    { action: paths.gallery, label: 'Kirim order', tone: 'primary', hidden: [] },
    { action: paths.gallery, label: 'Simpan rancangan', tone: 'plain', hidden: [] },
    { action: paths.gallery, label: 'Batalkan kampanye', tone: 'danger', hidden: [] },
  ],
  facts: {
    facts: [
      { label: 'Siaran dipesan', value: '38' },
      { label: 'Dikonfirmasi', value: '35' },
      { label: 'Terverifikasi', value: '31' },
      { label: 'Belum dijawab', value: { tag: { label: '3', tone: 'wait' } } },
      { label: 'Kampanye', value: { label: 'Rumah Pekerja', href: paths.gallery } },
    ],
  },
  stats: [
    {
      label: 'Tambahan pendaftaran',
      figure: '118–305',
      interval: 'Rentang 95 %, perkiraan tengah 211',
      meaning: 'Sekian pendaftaran tidak akan datang tanpa kampanye ini.',
      tag: { label: 'bukti kuat', tone: 'good' },
    },
    {
      label: 'Laju terhadap target',
      figure: '93 %',
      interval: 'Akhir tahun antara 91 % dan 99 %',
      meaning: 'Perlu 1.180 pendaftaran per minggu sampai akhir tahun.',
      tag: { label: 'di bawah target', tone: 'wait' },
    },
    {
      label: 'Siaran tanpa jawaban',
      figure: '3',
      interval: '',
      meaning: 'Dua di Radio Gema Saburai, satu di TV Krakatau.',
      tag: null,
    },
  ],
  callouts: [
    {
      tone: 'info',
      title: '',
      text: 'Hari ini angka Pesisir Barat masih digabung dengan Lampung Barat.',
      link: { label: 'Lihat pemisahannya', href: paths.gallery },
    },
    {
      tone: 'wait',
      title: 'Belum dapat dinilai',
      text: 'Hanya dua wilayah pembanding tersisa. Sisakan sedikitnya empat wilayah tanpa siaran.',
      link: null,
    },
    {
      tone: 'bad',
      title: 'Angka tidak mungkin',
      text: '39.088 sama persis dengan 46.906 × 10/12. Periksa apakah itu target, bukan realisasi.',
      link: null,
    },
    { tone: 'good', title: '', text: 'Semua siaran minggu ini sudah dijawab.', link: null },
  ],
  progress: [
    {
      label: 'Membaca berkas pendaftaran',
      share: 0.42,
      sentence: '4.200 dari 10.000 baris dibaca. Halaman ini boleh ditinggalkan.',
      poll: '',
    },
    { label: 'Menilai kampanye', share: null, sentence: 'Menunggu giliran.', poll: '' },
  ],
  timelines: [
    {
      label: 'Riwayat order',
      entries: [
        {
          when: '16 Mei 2011, 09.12 WIB',
          title: 'Diterima lewat tautan',
          who: 'Wayan Sudana, Radio Gema Saburai',
          text: '',
          tone: 'good',
        },
        {
          when: '14 Mei 2011, 15.40 WIB',
          title: 'Dikirim',
          who: 'Bayu Saputra',
          text: 'Ke wayan@media.test, dengan jadwal 38 siaran.',
          tone: 'info',
        },
        {
          when: '14 Mei 2011, 15.02 WIB',
          title: 'Dikembalikan',
          who: 'Hendra Gunawan',
          text: 'Jam siar pagi berbenturan dengan azan Subuh.',
          tone: 'bad',
        },
        { when: '13 Mei 2011, 10.30 WIB', title: 'Dibuat', who: 'Bayu Saputra', text: '', tone: 'plain' },
      ],
      empty: '',
    },
    { label: 'Riwayat kosong', entries: [], empty: 'Belum ada apa-apa di sini.' },
  ],
  pager: {
    label: 'Halaman',
    newer: paths.gallery,
    newerLabel: 'Lebih baru',
    older: paths.gallery,
    olderLabel: 'Lebih lama',
  },
} satisfies Omit<BasicsPage, keyof Page | 'tabs'>
