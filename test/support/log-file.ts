/** The log of a week as a station makes it. Twelve ordered: as ordered, late, short, another material, one missing, one gift; and what is no run. */
export const logRows: string[][] = [
  ['Log siar Radio Gema Saburai'],
  ['Tanggal', 'Jam', 'Materi', 'Durasi'],
  ['16/11/2026', '06.05', 'Jaminan hari tua', '30'],
  ['16/11/2026', '07.12', 'Jaminan hari tua', '30'],
  ['17/11/2026', '06.31', 'JHT jaminan hari tua', '30'],
  ['17/11/2026', '08.40', 'Jaminan hari tua', '30'],
  ['18/11/2026', '06.22', 'Jaminan hari tua', '15'],
  ['18/11/2026', '07.30', 'Jaminan hari tua', '30'],
  ['19/11/2026', '06.02', 'Jaminan hari tua', '30'],
  ['19/11/2026', '07.44', 'Jaminan hari tua', '30'],
  ['19/11/2026', '12.10', 'Jaminan hari tua', '30'],
  ['20/11/2026', '06.50', 'Kopi Cap Gajah', '30'],
  ['20/11/2026', '07.20', 'Jaminan hari tua', '30'],
  ['21/11/2026', '', 'Jaminan hari tua', '30'],
  ['21/11/2026', '06.15', 'Jaminan hari tua', '30'],
  ['Jumlah', '12'],
]

export const csv = (lines: readonly (readonly string[])[]) => lines.map(cells => cells.join(';')).join('\n')
