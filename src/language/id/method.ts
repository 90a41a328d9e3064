export const method = {
  title: 'Cara menilai',
  lead: 'Apa yang dikerjakan Gaung dengan angka Anda, seberapa sering ia keliru, dan kapan jangan mempercayainya.',
  parts: [
    {
      title: 'Apakah kampanye menaikkan pendaftaran?',
      lines: [
        'Wilayah yang mendengar siaran dibandingkan dengan wilayah yang tidak, pada hari yang sama. Dari masa sebelum kampanye diketahui bagaimana keduanya biasa bergerak bersama; dari situ diperkirakan berapa pendaftaran tanpa kampanye.',
        'Selisihnya ditulis sebagai rentang, bukan satu angka. Rentang memuat kebetulan harian dan kenyataan bahwa wilayah kadang bergerak sendiri-sendiri.',
        'Cara yang sama dicoba pada masa sebelum kampanye dan pada wilayah tanpa siaran. Bila di sana pun ia menemukan kenaikan, kesimpulannya diturunkan.',
        'Hanya siaran yang terverifikasi dihitung sebagai paparan. Diamnya media tidak pernah dihitung tayang.',
      ],
    },
    {
      title: 'Lonjakan',
      lines: [
        'Tiap hari dibandingkan dengan batas wajar wilayah itu: hari dalam minggu, libur, Ramadan, dan tingkat minggu-minggu terakhir.',
        'Karena banyak wilayah dilihat sekaligus, batas waspada diatur supaya dari dua puluh peringatan rata-rata tidak lebih dari satu yang palsu. Tingkat amati lebih longgar: beberapa sebulan memang kebetulan.',
        'Yang tertulis bersamaan dengan lonjakan bukan bukti sebabnya.',
      ],
    },
    {
      title: 'Jangkauan',
      lines: [
        'Tayangan dihitung, orang yang terjangkau diperkirakan dari wilayah jangkauan media dan kebiasaan audiens. Semua masukan beserta sumber dan tanggalnya ada di halaman Jangkauan.',
      ],
    },
    {
      title: 'Jangan mempercayainya bila',
      lines: [
        'ada kegiatan lain yang tidak dicatat: pemeriksaan bersama, bursa kerja, gangguan sistem. Gaung hanya tahu yang dicatat.',
        'angka jangkauan media hanya tebakan; wilayah dapat salah digolongkan mendengar atau tidak.',
        'kampanye berlangsung di hampir semua wilayah sekaligus; tidak ada yang tersisa untuk dibandingkan.',
        'satu perusahaan besar mendaftar pada masa itu dan tercatat di jalur mandiri.',
      ],
    },
  ],
  ratesTitle: 'Seberapa sering kesimpulannya keliru',
  ratesLead: (seasons: string, version: string) =>
    `Dihitung pada ${seasons} musim buatan yang kebenarannya diketahui (14 wilayah, dua jalur, libur, kegiatan lapangan, kampanye bertumpuk, konfirmasi yang kurang), dengan cara ${version}.`,
  measure: 'Ukuran',
  wanted: 'Batas',
  found: 'Hasil',
  of: 'Dari',
  strongWithout: '"Bukti kuat" padahal tidak ada pengaruh',
  anyWithout: '"Bukti kuat" atau "indikasi" padahal tidak ada pengaruh',
  anyPlanted:
    '"Bukti kuat" atau "indikasi" bila ada kenaikan 30 % di separuh wilayah selama empat minggu (bersama kampanye yang bertumpuk dengannya)',
  anyPlantedJudged: 'Yang sama, hanya dari yang dapat dinilai',
  covered: 'Rentang 95 % yang memuat kebenaran',
  atMost: (share: string) => `paling banyak ${share}`,
  atLeast: (share: string) => `sedikitnya ${share}`,
  verdictsTitle: 'Kesimpulan pada musim buatan itu',
  verdict: 'Kesimpulan',
  without: 'Tanpa pengaruh',
  planted: 'Dengan kenaikan',
  refusedTitle: 'Mengapa sebagian tidak dinilai',
  refusedReason: 'Alasan',
  refusedNames: {
    'under-powered': 'kampanye terlalu kecil untuk menunjukkan kenaikan yang dicari',
    'told-apart': 'bertumpuk dengan kampanye lain dan tidak dapat dipisahkan',
    'exposure-unverified': 'siaran kurang terverifikasi',
    'field-events': 'kegiatan lapangan bersamaan',
    'overlapping-campaigns': 'kampanye lain bersamaan',
    other: 'sebab lain',
  },
  count: 'Banyaknya',
  dataTitle: 'Data yang dipakai untuk memeriksa',
  data: [
    'Musim buatan di atas dan panel buatan dengan berbagai gangguan: tren yang berbeda, pergeseran tingkat, limpahan ke tetangga.',
    'Data terbuka: salmonela (paket surveillance untuk R), rokok California (Proposition 99), Basque; hasil yang sudah diterbitkan diperoleh kembali.',
    'Fungsi statistik dasar dibandingkan dengan R sampai sepuluh angka.',
  ],
}
