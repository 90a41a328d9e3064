export const orderChanges = {
  title: 'Perubahan dari versi yang dikenal media',
  none: 'Tidak ada baris yang berubah.',
  added: (line: string) => `Baru: ${line}.`,
  removed: (line: string) => `Dihapus: ${line}.`,
  changed: (line: string, changes: string) => `Diubah: ${line} (${changes}).`,
  fromTo: (fact: string, before: string, after: string) => `${fact}: ${before} menjadi ${after}`,
  facts: {
    format: 'bentuk',
    length: 'panjang',
    size: 'ukuran',
    material: 'materi',
    flight: 'periode tayang',
    weekdays: 'hari',
    holidays: 'hari libur nasional',
    daypart: 'jam siar',
    runs: 'kali per hari',
    price: 'tarif',
  },
  seconds: (n: string) => `${n} detik`,
  millimetres: (n: string) => `${n} mm kolom`,
  nothing: 'tidak ditentukan',
  runsOnHolidays: 'tetap tayang',
  skipsHolidays: 'tidak tayang',
}

export const orderAnswers = {
  column: 'Jawaban media',
  states: {
    kept: 'sudah diterima, tidak berubah',
    asked: 'menunggu jawaban',
    accepted: 'diterima',
    declined: 'ditolak',
    'other-time': 'minta jam lain',
  },
  otherTime: (daypart: string) => `Media minta jam ${daypart}.`,
  decideTitle: 'Media menjawab lain',
  decideLead:
    'Sebagian baris ditolak atau diminta pada jam lain. Buka versi baru: baris yang sudah diterima tidak ditanyakan lagi.',
  takeTimes: 'Pakai jam yang diminta',
  takeTimesReason: 'Jam siar mengikuti permintaan media.',
  onlyChanges:
    'Hanya baris yang berubah perlu Anda jawab. Yang lain tetap berlaku seperti yang sudah Anda terima.',
  linesAsked: 'Perlu jawaban Anda',
  linesKept: 'Sudah Anda terima',
  acceptAll: 'Terima semua',
  acceptChange: 'Terima perubahan',
  answerByLine: 'Jawab per baris',
  sendAnswers: 'Kirim jawaban',
  word: 'Jawaban',
  words: { accepted: 'Terima', declined: 'Tidak bisa', 'other-time': 'Minta jam lain' },
  from: 'Dari jam',
  to: 'Sampai jam',
  timeHint: 'Isi bila meminta jam lain, misalnya 08.00.',
  note: 'Keterangan',
  answered:
    'Jawaban per baris sudah tersimpan. Kantor akan mengirim versi baru. Anda masih dapat mengubahnya.',
  cancelled: 'Order ini dibatalkan kantor. Jangan tayangkan lagi.',
  print: 'Cetak order',
}

export const orderCancellation = {
  cancel: 'Batalkan order',
  title: 'Batalkan order ini?',
  willWithdraw: (n: string) => `${n} siaran yang belum tayang dan belum dijawab ditarik.`,
  willKeep: (n: string) => `${n} siaran yang sudah lewat atau sudah dijawab tetap tercatat.`,
  willTell: (names: string) => `Surat pembatalan dengan kalender dikirim kepada ${names}.`,
  nobodyToTell: 'Media belum pernah menerima order ini, jadi tidak ada surat yang dikirim.',
  reason: 'Alasan dibatalkan',
  done: 'Order dibatalkan.',
  because: (reason: string) => `Dibatalkan: ${reason}`,
  mailSubject: (number: string, outlet: string) => `Media order ${number} untuk ${outlet} dibatalkan`,
  mailText: (campaign: string, reason: string) =>
    `Order untuk kampanye “${campaign}” kami batalkan: ${reason}. Mohon siaran di bawah ini tidak ditayangkan. Kalender terlampir menghapusnya dari jadwal Anda.`,
}

export const orderPaper = {
  title: (number: string, version: string) => `Media order ${number}, versi ${version}`,
  from: 'Pemesan',
  to: 'Kepada',
  campaign: 'Kampanye',
  printed: (when: string) => `Dicetak ${when}`,
  total: 'Biaya seluruhnya',
  freeTotal: 'Nilai ILM gratis',
  signOffice: 'Pemesan',
  signOutlet: 'Diterima oleh media',
  signHint: 'Nama, jabatan, tanggal, tanda tangan',
  paperFile: 'Surat bertanda tangan (PDF atau foto, paling besar 10 MB)',
  paperShown: 'Lihat surat bertanda tangan',
  print: 'Halaman cetak',
}

/** What happens to orders and calendars, as the audit log names it. */
export const orderActions = {
  'order-answered': 'Order dijawab per baris',
  'warning-reasons-given': 'Alasan atas peringatan ditulis',
  'calendar-feed-made': 'Alamat kalender dibuat',
  'calendar-feed-revoked': 'Alamat kalender dicabut',
}
