import { importLots } from './registration-lots.js'
import { registrationMap } from './registration-map.js'
import { importReading } from './registration-reading.js'

export const registrations = {
  title: 'Pendaftaran peserta',
  lead: 'Peserta baru menurut kabupaten/kota. Tiap jumlah disertai bagian hari yang sudah dilaporkan.',
  year: 'Tahun',
  stream: 'Jalur',
  allStreams: 'Semua jalur',
  by: 'Menurut',
  byNames: { month: 'Bulan', week: 'Minggu' },
  asOf: 'Seperti diketahui pada',
  asOfHint: 'Kosongkan untuk angka sekarang.',
  asOfShown: (when: string) => `Angka seperti diketahui pada ${when}.`,
  show: 'Tampilkan',
  caption: (stream: string, year: string) => `${stream}, ${year}`,
  covered: (share: string, reported: string, expected: string) =>
    `${share} hari-wilayah dilaporkan (${reported} dari ${expected}).`,
  coverage: 'Dilaporkan',
  coverageOf: (bucket: string) => `${bucket}, % dilaporkan`,
  allDistricts: 'Semua kabupaten/kota',
  period: (first: string, last: string) => `Laporan dihitung dari ${first} sampai ${last}.`,
  none: 'Belum ada pendaftaran. Impor berkas pertama di bawah ini.',
  noneThen: 'Pada saat itu belum ada pendaftaran yang diketahui.',
  noneThisYear: 'Tidak ada pendaftaran pada tahun ini.',
  notReported: '–',
  exportCounts: 'Unduh tiap angka',
  countColumns: ['Tanggal', 'Kode wilayah', 'Jalur', 'Jumlah'],
  exportCsv: 'Unduh CSV',

  importTitle: 'Impor pendaftaran',
  importLead:
    'Kirim daftar jumlah per hari, kabupaten/kota, dan jalur. Tidak ada yang dihitung sebelum Anda memeriksa pratinjaunya. Nama dan NIK tidak pernah disimpan; perusahaan hanya sebagai sidik rahasia.',
  file: 'Berkas CSV atau XLSX',
  fileHint:
    'Satu baris per hari dan kabupaten/kota, atau daftar pendaftaran perusahaan. CSV atau XLSX, pemisah koma, titik koma, atau tab. Paling besar 20 MB.',
  upload: 'Baca berkas',
  imports: 'Daftar impor',
  importsNone: 'Belum ada impor.',
  allImports: 'Semua impor',
  received: 'Diterima',
  rows: 'Baris',
  cells: 'Sel berubah',
  days: 'Hari',
  fileName: 'Berkas',
  statusNames: { preview: 'pratinjau', committed: 'dihitung', undone: 'dibatalkan', discarded: 'dibuang' },
  sourceNames: { upload: 'unggahan', folder: 'folder', api: 'API', demo: 'simulasi' },
  system: 'sistem',

  previewLead: 'Belum ada yang dihitung. Periksa cara berkas ini dibaca dan apa yang akan berubah.',
  committedLead: (who: string, when: string) => `Dihitung oleh ${who}, ${when}.`,
  undoneLead: (who: string, when: string) =>
    `Dibatalkan oleh ${who}, ${when}. Yang diketahui sebelumnya berlaku lagi.`,
  discardedLead: 'Pratinjau ini dibuang. Tidak ada yang pernah dihitung.',
  receivedBy: (who: string, when: string) => `${who}, ${when}`,
  size: 'Ukuran',
  alreadyWaiting: 'Berkas ini sudah menunggu sebagai pratinjau.',

  ...registrationMap,
  ...importReading,
  ...importLots,

  rowsTitle: 'Ke mana tiap baris pergi',
  rowNames: {
    read: 'Baris dibaca',
    taken: 'Dipakai',
    refused: 'Ditolak',
    repeated: 'Sama dengan baris lain',
    totals: 'Baris jumlah',
    leftOut: 'Dilewati atas pilihan Anda',
    ahead: 'Hari yang belum tiba, masih kosong',
    headings: 'Judul kolom yang berulang',
    notes: 'Catatan di bawah data',
  },
  refusalsTitle: 'Baris yang ditolak',
  refusalsMore: (shown: string, all: string) => `Ditampilkan ${shown} dari ${all} alasan.`,
  line: 'Baris',
  column: 'Kolom',
  text: 'Isi',
  reason: 'Alasan',
  reasons: {
    'day-missing': () => 'Tanggal kosong.',
    'day-unreadable': () => 'Tanggal tidak terbaca.',
    'weekday-wrong': () => 'Nama hari dan tanggalnya tidak cocok.',
    'day-unsure': () => 'Tanggal dapat berarti dua hari.',
    'day-in-future': () => 'Hari ini belum tiba.',
    'day-too-early': () => 'Tanggal terlalu lampau.',
    'district-missing': () => 'Kabupaten/kota kosong.',
    'district-unknown': () => 'Kabupaten/kota tidak dikenal.',
    'district-not-then': (detail: string) => `Kabupaten/kota ini belum ada pada hari itu. Berdiri ${detail}.`,
    'stream-missing': () => 'Jalur kosong.',
    'stream-unknown': () => 'Jalur tidak dikenal.',
    'dash-unclear': () => 'Arti tanda hubung belum dijawab.',
    'count-negative': () => 'Jumlah negatif.',
    'count-fraction': () => 'Jumlah bukan bilangan bulat.',
    'count-unreadable': () => 'Jumlah tidak terbaca.',
    'count-impossible': (detail: string) => `Lebih banyak daripada penduduknya, ${detail} orang.`,
    'firm-missing': () => 'Perusahaan kosong.',
    'size-missing': () => 'Jumlah tenaga kerja kosong atau nol.',
    'one-day-needed': () => 'Pendaftaran perusahaan perlu satu tanggal, bukan beberapa hari.',
    conflicting: (detail: string) =>
      `Hari, wilayah, dan jalur sama dengan baris ${detail}, tetapi jumlahnya lain.`,
    'inside-span': (detail: string) =>
      `Terhitung dua kali dengan laporan ${detail} yang mencakup beberapa hari.`,
  },

  odditiesTitle: 'Yang ganjil, dan apa yang dilakukan',
  odditiesNone: 'Tidak ada yang ganjil.',
  odditiesMore: (n: string) => `Dan ${n} lagi yang serupa.`,
  oddities: {
    fell: o =>
      `${o.where}, ${o.day}: jumlah kumulatif turun dari ${o.from} ke ${o.to}. Hari itu dicatat tidak dilaporkan; hitungan lanjut dari angka baru.`,
    gap: o =>
      `${o.day}: laporan mencakup ${o.span} hari karena hari sebelumnya tidak ada (${o.where}). Jumlahnya dicatat untuk hari-hari itu bersama.`,
    'delivered-again': o => `${o.day} terkirim lebih dari sekali: ${o.times} baris sama, dihitung sekali.`,
    'first-day': o => `${o.day}: hari pertama belum punya selisih (${o.where}). Dicatat tidak dilaporkan.`,
    zeros: o => `${o.times} sel melaporkan nol: dicatat sebagai nol.`,
    empty: o => `${o.times} sel kosong: dicatat tidak dilaporkan, bukan nol.`,
    'not-there-yet': o =>
      `${o.times} sel untuk hari ketika wilayahnya belum ada (${o.where}): dicatat tidak berlaku.`,
    kept: o => `${o.times} sel tanpa laporan tidak menghapus angka yang sudah diketahui.`,
    'lots-beyond-count': o =>
      `${o.where}, ${o.day}: daftar perusahaan memuat ${o.to} orang, jumlah harian hanya ${o.from}. Keduanya disimpan; salah satunya mungkin terlambat.`,
    'lots-without-count': o =>
      `Jumlah harian belum diketahui untuk ${o.times} hari dalam daftar ini (${o.where}). Pendaftaran perusahaan tetap ditandai.`,
    'mixed-thousands': () => 'Pemisah ribuan tidak seragam: titik dan koma sama-sama dibaca sebagai ribuan.',
  } as Record<OddityKind, (o: OddityTexts) => string>,
  whereMany: (count: string, some: string) => `${count} kabupaten/kota: ${some}, …`,

  changesTitle: 'Apa yang berubah',
  changesNone: 'Tidak ada sel yang berubah.',
  periodShown: (days: string) => `Hari: ${days}`,
  added: 'Sel baru',
  changed: 'Sel berubah',
  same: 'Sel sama',
  before: 'Jumlah sebelum',
  after: 'Jumlah sesudah',
  reportedBefore: 'Dilaporkan sebelum',
  reportedAfter: 'Dilaporkan sesudah',
  changedCells: 'Sel yang berubah',
  changedMore: (shown: string, all: string) => `Ditampilkan ${shown} dari ${all} sel.`,
  old: 'Lama',
  new: 'Baru',
  stateNames: {
    reported: 'dilaporkan',
    'not-reported': 'tidak dilaporkan',
    'not-applicable': 'tidak berlaku',
  },
  spanning: (count: string, days: string) => `${count} untuk ${days} hari`,

  commitTitle: 'Hitung impor ini',
  commit: (cells: string) => `Hitung ${cells} sel`,
  leaveOut: 'Baris yang ditolak',
  leaveOutYes: (rows: string) => `Lewati ${rows} baris yang keliru`,
  committed: (cells: string) => `${cells} sel dihitung.`,
  discard: 'Buang pratinjau',
  discarded: 'Pratinjau dibuang.',
  undo: 'Batalkan impor',
  undoTitle: 'Batalkan impor ini?',
  undoLead: (file: string) => `Angka dari ${file} tidak berlaku lagi.`,
  undoConsequences: {
    cells: (n: string) => `${n} sel kembali ke keadaan sebelum impor ini.`,
    total: (before: string, after: string) => `Jumlah seluruhnya kembali dari ${after} ke ${before}.`,
    history: 'Riwayatnya tetap ada: laporan per tanggal lampau tidak berubah.',
    again: 'Berkas yang sama boleh diimpor lagi.',
  },
  undone: 'Impor dibatalkan. Yang diketahui sebelumnya berlaku lagi.',
}

type OddityKind =
  | 'fell'
  | 'gap'
  | 'delivered-again'
  | 'first-day'
  | 'zeros'
  | 'empty'
  | 'not-there-yet'
  | 'kept'
  | 'mixed-thousands'
  | 'lots-beyond-count'
  | 'lots-without-count'

export interface OddityTexts {
  day: string
  where: string
  times: string
  span: string
  from: string
  to: string
}
