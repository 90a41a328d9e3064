/** Figures on the map of another day. */
export const registrationMap = {
  map: 'Peta wilayah',
  mapOfDays: 'Peta pada hari itu',
  mapBefore: (day: string) => `Peta sebelum ${day}`,
  mapSince: (day: string) => `Peta sejak ${day}`,
  mapShare: (o: ApportionTexts) =>
    o.isForward
      ? `Sebelum ${o.day}, ${o.share} angka ${o.from} dihitung sebagai ${o.to}: perkiraan. ${o.source}. Jumlah seluruhnya tidak berubah.`
      : `Sejak ${o.day}, ${o.share} angka ${o.to} dihitung sebagai ${o.from}. Jumlah seluruhnya tidak berubah.`,
}

export interface ApportionTexts {
  day: string
  from: string
  to: string
  share: string
  source: string
  isForward: boolean
}
