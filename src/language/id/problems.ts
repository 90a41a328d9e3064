import { broadcasts } from './broadcasts.js'

type Values = Record<string, string | number>

const kinds: Record<string, string> = broadcasts.proofKinds
const filesFor: Record<string, string> = {
  radio: 'radio memutar audio',
  tv: 'TV memutar video atau gambar',
  print: 'media cetak memuat gambar atau PDF',
  online: 'media daring memuat gambar, video, audio, atau PDF',
}

/** One sentence per reason something is refused: what is wrong and what to do. */
export const problems = {
  required: () => 'Isi bagian ini.',
  'too-short': (v: Values) => `Tulis sedikitnya ${v['least']} huruf.`,
  'too-long': (v: Values) => `Persingkat sampai ${v['most']} huruf.`,
  'not-a-number': () => 'Tulis angka bulat tanpa huruf, misalnya 1500.',
  'too-small': (v: Values) => `Angka paling kecil ${v['least']}.`,
  'too-large': (v: Values) => `Angka paling besar ${v['most']}.`,
  'not-a-day': () => 'Tulis tanggal yang ada di kalender, misalnya 2026-11-21.',
  'not-a-time': () => 'Tulis jam dengan titik, misalnya 06.15.',
  'not-an-email': () => 'Tulis alamat surel, misalnya nama@contoh.id.',
  'not-an-address': () => 'Tulis alamat web lengkap yang diawali https:// atau http://.',
  'not-a-choice': () => 'Pilih salah satu dari daftar.',
  'choose-one': () => 'Pilih sedikitnya satu.',
  'unexpected-field': () =>
    'Formulir ini berisi bagian yang tidak dikenal. Buka kembali halamannya, lalu isi lagi.',
  'days-reversed': () => 'Hari terakhir tidak boleh sebelum hari pertama.',
  'already-taken': () => 'Sudah dipakai. Pilih yang lain.',
  'rate-overlaps': (v: Values) =>
    v['to']
      ? `Sudah ada tarif untuk bentuk dan panjang ini dari ${v['from']} sampai ${v['to']}. Satu hari hanya boleh punya satu tarif.`
      : `Sudah ada tarif untuk bentuk dan panjang ini mulai ${v['from']}. Pilih hari sesudahnya, atau hapus tarif itu dahulu.`,
  'no-outlet-headings': () =>
    'Judul kolom tidak dikenali. Daftar media perlu kolom Nama media dan Jenis; jangkauan perlu Nama media, Kabupaten/kota, dan Jangkauan.',
  'import-built-on': () =>
    'Sejak impor ini, datanya sudah dipakai atau diubah lagi. Impor tidak dapat dibatalkan sebagai satu kesatuan.',
  contradiction: () => 'Kosongkan nama dan surel pengganti, atau hapus centang ini.',

  'file-missing': () => 'Pilih berkas.',
  'file-too-large': (v: Values) => `Berkas terlalu besar. Paling besar ${v['most']}.`,
  'file-kind-refused': () => 'Jenis berkas ini tidak diterima. Kirim foto, PDF, audio, video, atau CSV.',
  'file-unreadable': () => 'Berkas tidak dapat dibaca. Simpan ulang lalu kirim kembali.',

  'file-too-heavy': () =>
    'Berkas ini terlalu berat untuk diperiksa. Kirim foto yang lebih kecil, atau potong rekamannya.',
  'file-not-of-kind': (v: Values) =>
    `Berkas ini bukan ${kinds[String(v['wanted'])] ?? ''}. Kirim berkas yang lain atau pilih jenis lain.`,
  'material-kind-refused': () =>
    'Jenis berkas ini tidak diterima. Kirim audio, video, PDF, atau gambar (JPEG, PNG, WebP, TIFF).',
  'material-file-unsuited': (v: Values) =>
    `Berkas ini tidak dapat ditayangkan di jenis media ini: ${filesFor[String(v['medium'])] ?? ''}.`,
  'script-or-file': () => 'Tulis naskahnya, atau pilih berkas.',

  'sign-in-failed': () => 'Surel atau kata sandi tidak cocok.',
  'too-many-attempts': (v: Values) => `Terlalu banyak percobaan. Coba lagi ${v['minutes']} menit lagi.`,
  'password-too-short': (v: Values) =>
    `Kata sandi sedikitnya ${v['length']} huruf. Kalimat pendek paling mudah diingat.`,
  'password-too-common': () =>
    'Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berkaitan dengan Anda.',
  'passwords-differ': () => 'Kedua kata sandi tidak sama.',
  'own-account': () => 'Akun sendiri tidak dapat dinonaktifkan.',
  'last-administrator': () => 'Ini satu-satunya administrator. Angkat yang lain lebih dahulu.',

  'changed-meanwhile': () =>
    'Orang lain sudah mengubahnya sejak Anda membukanya. Buka lagi, lalu ulangi perubahan Anda.',
  'wrong-state': () =>
    'Langkah ini tidak mungkin pada status sekarang. Buka lagi halamannya untuk melihat statusnya.',
  'own-work': () => 'Yang menulis tidak boleh menyetujui. Minta orang lain memeriksanya.',
  'link-refused': () =>
    'Tautan ini tidak berlaku: sudah berakhir, diganti, atau berubah di jalan. Minta tautan baru kepada pengirimnya.',
  'not-allowed': () => 'Anda tidak berhak melakukan ini.',
  'cross-site': () =>
    'Permintaan ini datang dari situs lain dan tidak dijalankan. Buka halamannya di Gaung, lalu ulangi.',
  'nothing-to-send': () => 'Tidak ada yang perlu dikirim.',
  'no-contact': (v: Values) => `${v['outlet']} belum punya narahubung. Tambahkan di halaman media itu.`,
  'outlet-unverified': (v: Values) => `${v['outlet']} belum diverifikasi. Minta administrator memeriksanya.`,
  'outlet-not-ready': (v: Values) =>
    `${v['outlet']} tidak mengudara atau izinnya berakhir pada masa tayang ini.`,
  'material-unchecked': (v: Values) => `Materi ${v['material']} belum diperiksa orang kedua.`,
  'material-retired': (v: Values) =>
    `Materi ${v['material']} tidak dipakai lagi. Pilih materi lain, atau versi barunya.`,
  'material-version-open': () =>
    'Materi ini sudah punya versi baru. Ubah versi itu, atau hentikan pemakaiannya dahulu.',
  'flight-outside-campaign': () => 'Periode tayang harus di dalam masa kampanye.',
  'no-weekday-in-flight': () => 'Tidak ada hari yang dipilih di dalam periode tayang ini.',
  'daypart-empty': () => 'Jam akhir harus sesudah jam awal.',
  'no-rate': (v: Values) =>
    `Media ini belum punya tarif untuk bentuk dan panjang itu pada ${v['day']}. Tulis harga yang disepakati, atau tambahkan tarifnya di halaman media.`,
  'warnings-stop': () =>
    'Order ini belum boleh dikirim. Perbaiki dahulu peringatan yang menahannya di halaman order.',
  'warnings-open': () => 'Tulis dahulu alasan untuk tiap peringatan di halaman order, lalu kirim.',
  'campaign-not-approved': () => 'Kampanye ini belum disetujui atau sudah selesai.',
  'campaign-incomplete': () => 'Rencana ini belum lengkap. Isi bagian yang masih kurang, lalu ajukan.',
  'district-not-then': (v: Values) =>
    `Pada tanggal ini ${v['names']} bukan kabupaten/kota. Pilih tanggal lain, atau hapus dahulu dari sasaran.`,
  'message-not-in-force': (v: Values) =>
    `Pesan ${v['message']} tidak berlaku lagi. Pilih versi barunya di bagian Pesan.`,
  'no-weekday-after-shift': (v: Values) =>
    `Dengan tanggal ini ${v['count']} baris order tidak punya hari tayang, karena harinya bergeser. Coba mulai ${v['day']}.`,
  'shift-or-day': () => 'Isi salah satu: tanggal mulai atau jumlah hari.',
  'no-lines': () => 'Order ini belum berisi baris.',
  'broadcast-locked': () => 'Siaran ini sudah dikunci. Hubungi kantor jika jawabannya harus diubah.',
  'broadcast-in-future': () => 'Siaran ini belum waktunya.',
  'observed-elsewhere': () =>
    'Terlalu jauh dari siaran ini. Periksa hari dan jamnya, atau catat pada siaran yang benar.',
  'difference-missing': () => 'Tulis apa yang berbeda: hari, jam, lama, atau materi. Cukup salah satu.',
  'answer-incomplete': () => 'Jawab dahulu semua siaran yang ditandai.',
  'unresolved-miss': (v: Values) =>
    `${v['count']} siaran tidak tayang belum diselesaikan. Sepakati pengganti, catat kredit, atau lepaskan dengan alasan.`,
  'unverified-runs': (v: Values) => `${v['count']} siaran belum terverifikasi. Verifikasi dahulu.`,
  'slot-past': () => 'Pilih hari sesudah hari ini.',
  'slot-after-flight': () => 'Hari itu sesudah periode tayang order. Pilih hari di dalamnya.',
  'nothing-to-credit': () =>
    'Siaran gratis tidak dapat dikredit. Sepakati pengganti atau lepaskan dengan alasan.',

  'nothing-to-pay': () => 'Order ini belum disetujui media, atau seluruhnya gratis: tidak ada yang dibayar.',
  'payment-step-skipped': () => 'Catat dahulu langkah sebelumnya.',
  'payment-day-early': () => 'Hari ini sebelum langkah sebelumnya. Periksa tanggalnya.',
  'day-ahead': () => 'Pilih hari ini atau hari yang sudah lewat.',
  'nothing-answered': () => 'Belum ada jawaban yang dipilih. Pilih sedikitnya untuk satu siaran.',
  'nothing-open': () => 'Semua siaran minggu ini sudah dijawab.',
  'more-time-asked': () => 'Waktu tambahan untuk minggu ini sudah diminta.',

  'same-file-again': (v: Values) =>
    `Berkas ini sudah diimpor sebagai ${v['file']}. Batalkan impor itu dahulu jika ingin mengulang.`,
  'looks-like-names': (v: Values) =>
    `Kolom ${v['column']} tampak berisi nama orang. Gaung tidak menyimpan nama; hapus kolom itu, lalu kirim lagi.`,
  'looks-like-national-ids': (v: Values) =>
    `Kolom ${v['column']} tampak berisi NIK. Gaung tidak menyimpan NIK; hapus kolom itu, lalu kirim lagi.`,
  'column-missing': (v: Values) =>
    `Kolom untuk ${v['what']} tidak ditemukan. Beri judul pada kolom itu, lalu kirim lagi.`,
  'people-unknown': () => 'Jumlah penduduk belum diketahui untuk semua wilayah. Pilih dasar lain.',
  'last-year-unknown': () => 'Tahun sebelumnya belum lengkap: ada bulan tanpa pendaftaran. Pilih dasar lain.',
  'nothing-to-import': () => 'Tidak ada baris yang dapat diimpor.',
  'looks-like-firms': (v: Values) =>
    `Kolom ${v['column']} tampak berisi nama perusahaan. Gaung tidak menyimpannya. Untuk daftar pendaftaran perusahaan, sertakan kolom tanggal, kabupaten/kota, dan jumlah tenaga kerja; jika bukan, hapus kolom itu.`,
  'not-a-table': () => 'Berkas ini bukan tabel. Kirim buku kerja Excel (XLSX) atau CSV.',
  'log-to-be-read': () => 'Berkas ini dapat dibaca sebagai log. Kirim lewat halaman log siar.',
  'log-missing': () => 'Pilih berkas log, atau tempel teksnya.',
  'log-file-or-text': () => 'Kirim salah satu saja: berkas atau teks.',
  'log-no-runs': () =>
    'Tidak ada siaran yang terbaca: perlu tanggal dan jam tayang pada setiap siaran. Contoh baris: Senin 31/10 06.15 JHT.',
  'log-other-days': () => 'Semua siaran di log ini di luar hari yang diminta. Periksa tanggalnya.',
  'log-again': (v: Values) => `Log ini sudah disimpan sebagai ${v['file']}.`,
  'log-too-long': (v: Values) => `Satu log paling banyak ${v['most']} hari.`,
  'log-needs-columns': () => 'Pilih sedikitnya kolom tanggal dan kolom jam tayang.',
  'period-not-over': () => 'Pilih hari yang sudah lewat.',
  'workbook-old': () =>
    'Berkas ini berbentuk XLS, format Excel sebelum 2007. Buka di Excel, pilih Simpan sebagai, lalu Excel Workbook (XLSX).',
  'workbook-locked': () =>
    'Buku kerja ini dikunci dengan kata sandi. Hapus kata sandinya di Excel (Info, Proteksi Buku Kerja), simpan, lalu kirim lagi.',
  'workbook-other-kind': () =>
    'Jenis berkas ini tidak dapat dibaca. Buka di Excel atau LibreOffice, simpan sebagai Excel Workbook (XLSX) atau CSV, lalu kirim lagi.',
  'workbook-empty': () =>
    'Tidak ada lembar terbuka yang berisi baris. Buka lembarnya, simpan, lalu kirim lagi.',
  'workbook-too-heavy': () =>
    'Buku kerja ini terlalu besar untuk dibaca, atau rusak. Salin hanya tabelnya ke berkas baru, lalu kirim itu.',
  'quote-unclosed': (v: Values) =>
    `Tanda kutip pada baris ${v['line']} tidak ditutup. Perbaiki baris itu, lalu kirim lagi.`,
  'open-questions': () => 'Jawab dahulu pertanyaan tentang berkas ini.',
  'sheet-wrong': (v: Values) => `${v['count']} baris keliru. Perbaiki berkasnya, lalu kirim lagi.`,
  'has-errors': (v: Values) =>
    `${v['count']} baris keliru. Perbaiki berkasnya, atau centang bahwa baris itu boleh dilewati.`,
  'too-many-rows': (v: Values) => `Terlalu banyak baris. Paling banyak ${v['most']} baris sekali kirim.`,
  'too-few-districts-to-draw': () =>
    'Wilayahnya terlalu sedikit untuk diundi. Undian perlu sedikitnya sepuluh wilayah, atau lebih sedikit gelombang.',
  'not-the-latest-import': () =>
    'Sebagian angka impor ini sudah digantikan impor yang lebih baru. Batalkan yang lebih baru dahulu.',
}

/** What an error page says. */
export const errors = {
  notFound: {
    title: 'Halaman tidak ditemukan',
    text: 'Alamat ini tidak ada, atau isinya sudah dihapus. Periksa alamatnya atau kembali ke beranda.',
  },
  forbidden: { title: 'Tidak berhak', text: 'Peran Anda tidak membuka halaman ini.' },
  conflict: { title: 'Tidak dapat dilakukan', text: '' },
  broken: {
    title: 'Ada kesalahan di pihak kami',
    text: 'Tidak ada yang berubah. Coba lagi; bila tetap terjadi, beri tahu administrator nomor ini:',
  },
  link: { title: 'Tautan tidak berlaku' },
  tooMany: { title: 'Terlalu sering' },
  tooLarge: { title: 'Terlalu besar' },
  goHome: 'Ke beranda',
}
