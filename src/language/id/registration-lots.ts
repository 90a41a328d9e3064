/** Lists of employer lots: what is asked and told of them. */
export const importLots = {
  lotsColumn: 'Perusahaan, sebagai sidik rahasia',
  lotsColumnHint: 'Nama dan nomor perusahaan tidak disimpan. Sidik ini hanya menandai perusahaan yang sama.',
  lotMeaning: 'Tenaga kerja dalam daftar ini',
  lotMeaningNames: {
    inside: 'Sudah termasuk dalam jumlah harian: daftar ini hanya menandai harinya',
    alone: 'Belum termasuk: jumlah per hari dihitung dari daftar ini',
  },
  lotFacts: {
    added: 'Pendaftaran perusahaan baru',
    changed: 'Ukurannya berubah',
    same: 'Sudah diketahui',
    workers: 'Tenaga kerja, baru atau berubah',
    firms: 'Perusahaan berbeda',
  },
}
