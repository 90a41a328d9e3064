type Values = Record<string, string>

export const verdicts = {
  strong: 'Kenaikan terukur, bukti kuat',
  indication: 'Ada indikasi kenaikan',
  'no-effect': 'Kenaikan tidak terlihat',
  'cannot-judge': 'Tidak dapat dinilai',
  confounded: 'Terganggu kegiatan lain',
}

export const results = {
  title: 'Hasil',
  lead: 'Apakah pendaftaran naik di wilayah yang mendengar, lebih daripada di wilayah pembanding.',
  stream: (name: string) => name,
  notJudged:
    'Kampanye ini belum dinilai. Penilaian berjalan tiap malam, atau sekarang dengan tombol di bawah.',
  judge: 'Nilai sekarang',
  started: 'Penilaian dimulai. Halaman ini memperbarui diri; Anda boleh meninggalkannya.',
  running: 'Kampanye sedang dinilai',
  runningShare: (share: string) =>
    `${share} selesai. Halaman ini memperbarui diri; Anda boleh meninggalkannya.`,
  runningSoon: 'Penilaian segera dimulai.',
  cancel: 'Hentikan penilaian',
  cancelled: 'Penilaian dihentikan. Kesimpulan yang sudah ada tetap berlaku.',
  nothingToCancel: 'Tidak ada penilaian yang sedang berjalan.',
  asOf: (when: string) => `Dinilai dengan data per ${when}`,
  between: (low: string, high: string) => `Antara ${low} dan ${high} pendaftaran tambahan`,
  jointBetween: (low: string, high: string) => `Bersama-sama antara ${low} dan ${high} pendaftaran tambahan`,
  ownBetween: (low: string, high: string) => `Kenaikan kampanye ini sendiri antara ${low} dan ${high}`,
  betweenHint: 'Rentang 95 %: angka sebenarnya di dalamnya pada 95 dari 100 penilaian seperti ini.',
  increment: 'Tambahan (rentang 95 %)',
  lift: 'Kenaikan (rentang 95 %)',
  range: (low: string, high: string) => `${low} sampai ${high}`,
  p: 'Nilai p, kampanye ini saja',
  q: (tests: string) => `Nilai q, di antara ${tests} penilaian`,
  jointTitle: 'Dinilai bersama kampanye lain',
  jointWith: (names: string) =>
    `Kampanye ini tayang di wilayah dan waktu yang sama dengan ${names}. Angka di bawah adalah pengaruh semuanya bersama-sama.`,
  jointOwn: (v: Values) =>
    `Bagian kampanye ini dapat dipisahkan: kenaikan ${v['low']} sampai ${v['high']} (p ${v['p']}, q ${v['q']}).`,
  jointShare: (share: string) =>
    `Bagian kampanye ini tidak dapat dipisahkan. Menurut hari paparan bagiannya ${share}; itu kesepakatan pembukuan, bukan perkiraan.`,
  ownHistoryTitle: 'Sebelum dan sesudah, di wilayah sendiri',
  ownHistory: (v: Values) =>
    `Terdaftar ${v['observed']}; hari yang sama sebelum kampanye akan memberi ${v['asBefore']}.`,
  ownHistoryChange: (change: string) => `Perubahannya ${change}.`,
  ownHistoryCaution:
    'Apa pun yang berubah di mana-mana ikut terhitung di dalamnya, jadi ini bukan kesimpulan. Pada kampanye berikut, mulailah bergiliran atau sisakan sedikitnya empat wilayah tanpa siaran.',
  observed: 'Terdaftar',
  expected: 'Diperkirakan tanpa kampanye',
  verifiedShare: 'Paparan terverifikasi',
  provenShare: 'Terbukti E2 ke atas',
  detectable: 'Kenaikan terkecil yang dapat terlihat',
  cost: 'Biaya per tambahan',
  costRange: (low: string, high: string) => `${low} sampai ${high}`,
  costOpen: (low: string) => `${low} atau lebih; batas atas tidak diketahui`,
  window: 'Masa yang dinilai',
  exposedDistricts: 'Wilayah yang terpapar',
  comparisonDistricts: 'Wilayah pembanding',
  reasonsFor: 'Yang mendukung',
  reasonsAgainst: 'Yang menyangsikan',
  reasonsLimit: 'Yang membatasi',
  chartTitle: (campaign: string) => `${campaign}: teramati dan perkiraan tanpa kampanye`,
  placeboTitle: 'Uji tanggal pembanding',
  placeboDate: (when: string) => when,
  placeboActual: 'Kampanye ini',
  placeboDistricts: (rank: string, of: string) =>
    `Di antara ${of} pilihan wilayah yang sama banyak, wilayah kampanye ini menempati urutan ${rank} menurut besarnya simpangan.`,
  leaveOneOut: (low: string, high: string) =>
    `Bila satu wilayah pembanding dihilangkan, kenaikannya ${low} sampai ${high}.`,
  checksTitle: 'Pemeriksaan',
  history: 'Riwayat kesimpulan',
  historyBy: (version: string) => `metode ${version}`,
  historyLift: (low: string, high: string) => `Kenaikan ${low} sampai ${high}.`,
  historyNoLift: 'Belum ada angka.',
  historyFirst: 'Penilaian pertama.',
  historyChanged: (changes: string) => `Dibanding sebelumnya: ${changes}.`,
  changes: {
    method: (before: string, after: string) => `metode berganti dari ${before} ke ${after}`,
    window: (before: string, after: string) => `masa yang dinilai berubah dari ${before} menjadi ${after}`,
    districts: (added: string, removed: string) =>
      `wilayah terpapar berubah (bertambah: ${added}; berkurang: ${removed})`,
    verified: (before: string, after: string) =>
      `paparan terverifikasi berubah dari ${before} menjadi ${after} karena konfirmasi atau verifikasi`,
    proven: (before: string, after: string) =>
      `paparan yang terbukti E2 ke atas berubah dari ${before} menjadi ${after}`,
    events: (before: string, after: string) =>
      `bagian hari dengan kegiatan lapangan berubah dari ${before} menjadi ${after}`,
    worth: (before: string, after: string) =>
      `kenaikan yang dianggap berarti diubah dari ${before} menjadi ${after}`,
    together: (before: string, after: string) =>
      `kampanye yang dinilai bersama berubah (sebelumnya: ${before}; kini: ${after})`,
    observed: (before: string, after: string) =>
      `pendaftaran tercatat pada masa itu berubah dari ${before} menjadi ${after}`,
    expected: (before: string, after: string) =>
      `perkiraan tanpa kampanye berubah dari ${before} menjadi ${after}`,
    'side-by-side': (before: string, after: string) =>
      `banyaknya kampanye yang dinilai berdampingan berubah dari ${before} menjadi ${after}`,
    around: 'data wilayah lain atau hari-hari sebelumnya berubah; angka kampanye ini tetap',
  },
  coincides:
    'Angka ini menyatakan bersamaan dengan siaran, dibandingkan wilayah lain. Ia bukan bukti bahwa siaran menjadi satu-satunya sebab.',
  reasons: {
    'nothing-ran': () => 'Belum ada siaran yang tercatat tayang.',
    'window-not-over': (v: Values) =>
      `Masa yang dinilai atau datanya belum lengkap; tunggu data sampai ${v['until']}.`,
    'exposure-unverified': (v: Values) =>
      `Baru ${v['share']} paparan yang terverifikasi; perlu sedikitnya ${v['needed']}. Verifikasi siaran lebih dahulu.`,
    'no-exposed-district': () => 'Tidak ada wilayah yang terjangkau cukup. Periksa angka jangkauan media.',
    'too-few-comparison-districts': (v: Values) =>
      `Hanya ${v['have']} wilayah dapat menjadi pembanding; perlu sedikitnya ${v['needed']}. Sisakan wilayah tanpa siaran pada kampanye berikut.`,
    'too-little-history': (v: Values) =>
      `Hanya ${v['have']} hari data sebelum kampanye; perlu sedikitnya ${v['needed']}.`,
    'window-not-known': (v: Values) =>
      `Hanya ${v['have']} data pada masa kampanye yang dilaporkan; perlu sedikitnya ${v['needed']}.`,
    'no-registrations-before': () => 'Tidak ada pendaftaran sebelum kampanye di wilayah yang terpapar.',
    'no-registrations-to-compare': () => 'Tidak ada pendaftaran di wilayah pembanding.',
    'not-identified': () =>
      'Semua wilayah terpapar pada waktu yang sama, sehingga tidak ada yang dapat dibandingkan. Mulailah bergiliran atau sisakan sedikitnya empat wilayah tanpa siaran.',
    'not-randomised': () => 'Awal siaran tidak diundi.',
    'too-few-effects': () => 'Terlalu sedikit hasil untuk dibandingkan.',
    'too-few-plans': () => 'Terlalu sedikit rencana yang mungkin.',
    'under-powered': (v: Values) =>
      `Kampanye sebesar ini baru dapat menunjukkan kenaikan ${v['detectable']}; yang dicari ${v['worth']}. Gabungkan wilayah, perpanjang masa, atau sisakan lebih banyak pembanding.`,
    'field-events': (v: Values) =>
      `Kegiatan lapangan pada ${v['share']} hari di wilayah terpapar: ${v['names']}.`,
    'overlapping-campaigns': (v: Values) =>
      `Kampanye lain pada ${v['share']} hari di wilayah yang sama: ${v['names']}.`,
    'told-apart': (v: Values) =>
      `Kesimpulan ini tentang bagian kampanye ini sendiri, terpisah dari ${v['names']}.`,
    'chance-among-many': (v: Values) =>
      `Rentang kenaikan ${v['low']} sampai ${v['high']} tidak memuat nol, tetapi ${v['tests']} kampanye dinilai berdampingan; dengan sebanyak itu, satu hasil seperti ini mudah muncul kebetulan (q ${v['q']}).`,
    'interval-below-zero': (v: Values) =>
      `Seluruh rentang, ${v['low']} sampai ${v['high']}, berada di bawah nol.`,
    'interval-excludes-zero': (v: Values) =>
      `Rentang kenaikan ${v['low']} sampai ${v['high']} tidak memuat nol.`,
    'interval-includes-zero': (v: Values) => `Rentang kenaikan ${v['low']} sampai ${v['high']} memuat nol.`,
    'survives-drift': (v: Values) =>
      `Tetap di atas nol bila perkiraannya meleset separuh dari simpangan terbesar sebelumnya (${v['deviation']}).`,
    'fails-drift': (v: Values) =>
      `Tidak bertahan bila perkiraannya meleset separuh dari simpangan terbesar sebelumnya (${v['deviation']}).`,
    'earlier-windows-quiet': () => 'Pada masa sebelumnya, cara yang sama tidak menemukan kenaikan.',
    'methods-disagree': (v: Values) => `Dua cara hitung berbeda: ${v['first']} dan ${v['second']}.`,
    'proof-thin': (v: Values) =>
      `Baru ${v['share']} paparan terbukti pada E2 ke atas; untuk kesimpulan kuat perlu ${v['needed']}.`,
    'proof-good': (v: Values) => `${v['share']} paparan terbukti pada E2 ke atas.`,
    'fewer-than-expected': (v: Values) => `Pendaftaran justru di bawah perkiraan (${v['lift']}).`,
    'lift-ruled-out': (v: Values) => `Kenaikan di atas ${v['lift']} dapat dikesampingkan.`,
    'earlier-window-differs': () =>
      'Pada salah satu masa sebelumnya, tanpa siaran, cara yang sama juga menemukan perbedaan.',
    'trend-before': () => 'Wilayah yang terpapar sudah bergerak berbeda sebelum kampanye.',
    'few-comparison-districts': () => 'Pembandingnya kurang dari lima wilayah.',
    'few-registrations-expected': () => 'Perkiraan pendaftarannya sangat kecil.',
    'neighbours-moved': () => 'Wilayah tetangga ikut bergerak; mungkin ikut mendengar.',
    'districts-drift': () =>
      'Wilayah pembanding sendiri bergerak ke arah yang berlainan, sehingga rentangnya lebar.',
    'level-step-before': () =>
      'Di wilayah yang terpapar tingkatnya sudah bergeser tiba-tiba sebelum kampanye.',
    'some-level-stepped': () =>
      'Di sebagian wilayah yang dibandingkan, tingkatnya sudah bergeser tiba-tiba sebelum kampanye.',
    'movements-not-proportional': () =>
      'Wilayah kecil bergerak lebih kuat daripada wilayah besar; perhitungan sudah memperhitungkannya, tetapi kurang pasti.',
    'irregular-counts': () =>
      'Pada beberapa hari pendaftaran jauh lebih banyak daripada orang yang datang satu per satu; mungkin termasuk pendaftaran perusahaan atau entri massal.',
    'one-comparison-decides': () => 'Hasilnya bergantung pada satu wilayah pembanding.',
  },
}
