/** What must never be stored: names of people, their national ID numbers, names of firms. Found before a file is kept. */

/**
 * A NIK has 16 digits: six of a place (province 11–96), then the day of birth as DDMMYY, the day of women plus 40.
 * Excel shortens it to `1,87105E+15`, which gives it away as well.
 */
export function looksLikeNationalId(text: string): boolean {
  if (text.length < 8 || !/\d/.test(text)) return false
  if (/^\d[.,]\d{3,}E\+15$/i.test(text)) return true
  const digits = /(?<!\d)\d{16}(?!\d)/.exec(text.replace(/(?<=\d)[ .-](?=\d)/g, ''))?.[0]
  if (!digits) return false
  const part = (from: number, to: number) => Number(digits.slice(from, to))
  const [province, written, month] = [part(0, 2), part(6, 8), part(8, 10)]
  const day = written > 40 ? written - 40 : written
  return province >= 11 && province <= 96 && day >= 1 && day <= 31 && month >= 1 && month <= 12
}

const person = /\b(?:nama|name|nm)\b/
const personOf =
  /\b(?:peserta|pekerja|tenaga kerja|naker|tk|pegawai|karyawan|lengkap|pendaftar|anggota|ibu|orang|member|worker|person|full|first|last|penduduk|ktp|petugas|operator|pic)\b/
const place =
  /\b(?:kab|kabupaten|kota|wilayah|daerah|district|regency|city|state|region|cabang|provinsi|negeri|kecamatan|area)\b/
const firm = /\b(?:perusahaan|badan usaha|pemberi kerja|npp|company|firm|employer)\b/
const identity = /\b(?:nik|no ktp|nomor ktp|ktp|kpj|nomor induk)\b/

export type PersonalHeading = 'names' | 'national-ids' | 'firms'

/** What a heading says its column holds; a heading of a count ("jumlah peserta") says nothing of the kind. */
export function personalHeading(heading: string): PersonalHeading | undefined {
  const plain = heading
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  if (/\b(?:jumlah|jml|total|banyak|count|number of)\b/.test(plain)) return undefined
  if (identity.test(plain)) return 'national-ids'
  if ((person.test(plain) && firm.test(plain)) || /\bnpp\b/.test(plain)) return 'firms'
  if (person.test(plain) && personOf.test(plain)) return 'names'
  return plain === 'nama' || plain === 'name' ? 'names' : undefined
}

/** "Perusahaan" above words is a firm; above numbers it is the stream that firms enrol. */
export function firmHeading(heading: string): boolean {
  const plain = heading.toLowerCase().replace(/[^a-z]+/g, ' ')
  return firm.test(plain) && !/\b(?:jumlah|jml|total|banyak|count|number of|jenis|jalur|sektor)\b/.test(plain)
}

export function namesPlace(heading: string): boolean {
  return place.test(heading.toLowerCase().replace(/[^a-z]+/g, ' '))
}

/** Given names and family names that are common in Indonesia: a column with several of them holds people. */
const commonNames = new Set(
  (
    'abdul abdullah achmad ade adi aditya agung agus ahmad aisyah akbar ali alif amin ana andi andika anggraini ani anita arif aris arya asep astuti ' +
    'ayu bambang bayu budi budiman cahya cahyo citra darma dedi desi devi dewi dian diah dimas dina dwi edi efendi eka eko ' +
    'endang erna fadli fajar fatimah fauzi febri firmansyah fitri fitriani gunawan hadi halimah handayani hari hasan hasanah hendra heri herman hidayat ' +
    'hidayah husen ibrahim ika ilham imam indah indra intan irawan iskandar ismail iwan jamal joko kartika kurnia kurniawan kusuma lestari lia linda ' +
    'lina made mahendra marlina maulana mega muhamad muhammad mulyadi mulyani nanda nining novita nugroho nur nurhayati nurul oktavia permana pratama ' +
    'prasetyo purnomo puspita putra putri putu rahayu rahman rahmat rahmawati ramadhan ratna rendi reza riski rizki rizky rina rini rudi rusdi safitri ' +
    'samsul santi santoso saputra sari setiawan setiawati siti slamet sofyan sri sudirman sugeng suharto sukma sulastri sumarni sunarto supriyadi surya ' +
    'susanti susanto sutrisno suryani syahputra taufik teguh tri umar utami wahyu wahyuni wahyudi wati wawan wibowo widodo wijaya wulandari yani yanti ' +
    'yudi yuliana yulianti yuni yusuf zainal zulkifli'
  ).split(' '),
)

/** Two to five words of letters alone, one of them a common name. */
export function looksLikePerson(text: string): boolean {
  const words = text.toLowerCase().replace(/[.,']/g, ' ').trim().split(/\s+/)
  if (words.length < 2 || words.length > 5 || !words.every(word => /^[a-z]+$/.test(word))) return false
  return words.some(word => commonNames.has(word))
}

/** A firm by its legal form, which stands before its name or after it. */
export function looksLikeFirm(text: string): boolean {
  return (
    /^(?:pt|cv|ud|pd|fa|koperasi|yayasan)\b\.?\s+\S{2,}/i.test(text) ||
    /\b(?:tbk|persero|ltd|inc)\.?$/i.test(text)
  )
}
