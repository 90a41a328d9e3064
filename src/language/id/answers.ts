export const answers = {
  comparisonTitle: 'Perbandingan',
  comparisonLead:
    'Kenaikan tiap kampanye, dan apa yang terutama dipakainya. Angka yang tipis datanya ditarik ke rata-rata, sehingga yang teratas bukan sekadar yang beruntung.',
  dimensions: {
    campaign: 'Kampanye',
    message: 'Pesan',
    medium: 'Jenis media',
    outlet: 'Media yang terbanyak dipakai',
    daypart: 'Jam siar',
  },
  dayparts: {
    morning: 'pagi (05–10)',
    midday: 'siang (10–15)',
    evening: 'sore (15–20)',
    night: 'malam (20–05)',
  },
  campaigns: 'Kampanye',
  runs: 'Siaran terverifikasi',
  lift: 'Kenaikan, ditarik ke rata-rata',
  range: (low: string, high: string) => `${low} sampai ${high}`,
  hidden: (least: string) => `kurang dari ${least} siaran terverifikasi`,
  noPool: 'belum dapat dibandingkan',
  noDifference: 'Tidak ada perbedaan yang dapat dinyatakan.',
  difference: (more: string, less: string) =>
    `${more} lebih tinggi daripada ${less}; perbedaan sebesar ini jarang karena kebetulan.`,
  nothing: 'Belum ada kampanye yang dapat dinilai.',
  comparisonHint:
    'Hanya kampanye yang kesimpulannya dapat dinilai dan tidak terganggu. Jalur pendaftaran mandiri. Satu kampanye memakai beberapa hal sekaligus; perbedaan antarmedia bukan bukti bahwa medianya yang menjadi sebab.',
  nextTitle: 'Selanjutnya di mana',
  nextLead: 'Wilayah yang tertinggal dari target, belum banyak terjangkau, dan pernah menanggapi siaran.',
  nextHint:
    'Ini urutan untuk dipikirkan, bukan perintah: waktu tim, biaya media, dan kegiatan lapangan tidak ada di dalamnya.',
  gap: 'Kurang dari target s.d.',
  reached: 'Terjangkau 3 bulan terakhir',
  responsive: 'Kenaikan pada kampanye sebelumnya',
  reasons: 'Alasan',
  unknown: 'belum pernah dinilai',
  noGap: 'sesuai target',
  why: (v: { gap: string; reached: string; lift: string }) =>
    `Kurang ${v.gap} pendaftaran; ${v.reached} belum terjangkau; ${v.lift}.`,
  whyLift: (low: string, high: string) => `kampanye sebelumnya bersamaan dengan ${low} sampai ${high}`,
  whyNoLift: 'belum ada kampanye yang dinilai di sini',
  noTargets: 'Belum ada target tahun ini; urutan ini memerlukannya.',
  asOf: (day: string) => `Pendaftaran sampai ${day}.`,
}
