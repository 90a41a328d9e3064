export const digest = {
  subject: (week: string) => `Ringkasan minggu ${week}`,
  lead: (week: string) => `Ini yang berubah pada ${week}.`,
  registrations: (v: { count: string; before: string }) =>
    `${v.count} pendaftaran tercatat; minggu sebelumnya ${v.before}. Angka minggu terakhir biasanya masih bertambah.`,
  broadcasts: (v: { ran: string; missed: string; unanswered: string }) =>
    `Siaran: ${v.ran} tayang, ${v.missed} tidak tayang, ${v.unanswered} belum dijawab.`,
  verdictChanged: (v: { name: string; kind: string; before: string }) =>
    `Kesimpulan berubah untuk ${v.name}: ${v.kind} (sebelumnya: ${v.before}).`,
  verdictNew: (v: { name: string; kind: string }) => `Kesimpulan baru untuk ${v.name}: ${v.kind}.`,
  alerts: (n: string) =>
    `${n} lonjakan pendaftaran mandiri pada tingkat waspada. Bersamaan dengan siaran bukan berarti karena siaran.`,
  button: 'Buka ringkasan',
  stop: (address: string) => `Surat ini dikirim sekali seminggu. Hentikan di ${address}`,
  heading: 'Ringkasan mingguan lewat surel',
  wanted: 'Setiap Senin pagi',
  yes: 'Kirim bila ada yang berubah',
  no: 'Jangan kirim',
  save: 'Simpan pilihan ringkasan',
  saved: 'Pilihan ringkasan disimpan.',
}
