export const charts = {
  day: 'Tanggal',
  week: 'Minggu',
  registrations: 'Pendaftaran',
  perDay: 'pendaftaran per hari',
  average: 'Rata-rata per hari',
  sum: 'Jumlah',
  reportedDays: 'Hari dilaporkan',
  expected: 'Perkiraan',
  usual: 'Batas wajar',
  spike: 'Lonjakan',
  broadcasts: 'Siaran',
  notes: 'Keterangan',
  fieldEvents: 'Kegiatan lapangan',
  notReported: 'tidak dilaporkan',
  inSum: (until: string) => `termasuk jumlah s.d. ${until}`,
  sumOfDays: (sum: string, days: string) => `${sum} dalam ${days} hari`,
  incomplete: 'belum lengkap',
  excess: (count: string) => `+${count}`,
  spikeRow: (level: string, excess: string) => `${level}, ${excess} di atas perkiraan`,
  spikeLevels: { watch: 'patut dicermati', alert: 'kuat' },
  spikeKinds: {
    spike: 'lonjakan di wilayah ini',
    'level-shift': 'tingkat baru yang bertahan',
    'common-shock': 'naik serentak di banyak wilayah',
  },
  runStates: {
    verified: 'terverifikasi',
    confirmed: 'dikonfirmasi media',
    planned: 'dipesan, belum dikonfirmasi',
    missed: 'tidak tayang',
  },
  key: {
    observed: 'pendaftaran',
    band: 'batas wajar',
    expected: 'perkiraan',
    span: 'jumlah beberapa hari, digambar rata-rata',
    gap: 'tidak dilaporkan',
    incomplete: 'angka masih masuk',
    holiday: 'hari libur',
    event: 'kegiatan lapangan',
    spikeAlert: 'lonjakan kuat, + di atas perkiraan',
    spikeWatch: 'lonjakan yang patut dicermati',
    spikeCommon: 'naik serentak di banyak wilayah',
    levelShift: 'tingkat baru yang bertahan',
    run: (state: string) => `siaran ${state}`,
  },
  weeklyNote: (most: string) =>
    `Rentang ini lebih dari ${most} hari, jadi tiap titik adalah rata-rata per hari dalam satu minggu (Senin sampai Minggu). Batas wajar mingguan dihitung dari batas harian.`,
  timeDescription: (v: {
    from: string
    to: string
    total: string
    unreported: string
    spikes: string
    lanes: string
  }) =>
    `Dari ${v.from} sampai ${v.to}: ${v.total} pendaftaran dilaporkan, ${v.unreported} hari tidak dilaporkan, ${v.spikes} lonjakan, ${v.lanes} kampanye di bawahnya pada hari yang sama. Semua angka ada di tabel di bawah gambar.`,
}
