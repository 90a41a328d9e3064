export const setUp = {
  title: 'Menyiapkan kantor',
  lead: 'Yang masih diperlukan. Daftar ini hilang setelah semuanya selesai.',
  done: (steps: string) => `Sudah selesai: ${steps}.`,
  others: 'Dikerjakan rekan yang berwenang.',
  steps: {
    office: { label: 'Nama kantor', hint: 'Tampil pada order dan surat kepada media.' },
    people: {
      label: 'Perencana dan manajer',
      hint: 'Yang menulis tidak pernah menyetujui: perlu sedikitnya satu perencana dan satu manajer.',
    },
    districts: {
      label: 'Kabupaten/kota',
      hint: 'Daftar resmi sudah dimuat; periksa yang menjadi wilayah kantor.',
    },
    targets: { label: 'Target tahun ini', hint: 'Per kabupaten/kota, bulan, dan jalur; disetujui manajer.' },
    outlets: {
      label: 'Media dan narahubungnya',
      hint: 'Daftarkan satu per satu atau impor dari CSV atau XLSX; administrator memverifikasi.',
    },
    coverage: {
      label: 'Wilayah jangkauan',
      hint: 'Bagian penduduk tiap kabupaten/kota yang dijangkau tiap media.',
    },
    registrations: {
      label: 'Pendaftaran peserta',
      hint: 'Impor jumlah harian; makin panjang riwayatnya, makin tajam penilaiannya.',
    },
    campaign: { label: 'Kampanye pertama', hint: 'Tulis rencananya dalam empat bagian, lalu ajukan.' },
  },
}
