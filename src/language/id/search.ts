export const search = {
  title: 'Cari',
  label: 'Kampanye, media, order, atau wilayah',
  short: 'Cari (tekan /)',
  hint: 'Tulis sebagian nama, kode, atau nomor.',
  nothing: (text: string) => `Tidak ada yang cocok dengan "${text}".`,
  more: 'Masih ada yang lain. Tulis lebih lengkap.',
  groups: { campaigns: 'Kampanye', outlets: 'Media', orders: 'Media order', districts: 'Wilayah' },
}
