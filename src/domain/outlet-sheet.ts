/** What the columns of a sheet of outlets or of their coverage are, found from the headings people give them. */
import { aliasKey } from './district.js'
import type { TableRow } from './table.js'

export const outletRoles = [
  'name',
  'medium',
  'period',
  'city',
  'ownerGroup',
  'licence',
  'licenceUntil',
] as const
export const coverageRoles = ['name', 'district', 'share', 'source', 'asOf'] as const
export type SheetRole = (typeof outletRoles)[number] | (typeof coverageRoles)[number]

/** A column of shares headed by the name of its district: `share 18.71`. */
export type ColumnRole = SheetRole | 'ignored' | `share ${string}`

export type SheetKind = 'outlets' | 'coverage'

export interface OutletSheet {
  kind: SheetKind
  headings: string[]
  roles: ColumnRole[]
  /** The line the headings stand on. */
  headingLine: number
}

const names: Record<SheetRole, string> = {
  name: 'nama media|media|nama|nama outlet|outlet|nama stasiun|stasiun|nama radio|nama mitra|mitra|mitra media|nama media massa|name|outlet name|station',
  medium: 'jenis|jenis media|medium|tipe|tipe media|kategori|type|media type',
  period: 'terbit|periode|periode terbit|frekuensi terbit|period|appears',
  city: 'kota|kota kedudukan|kedudukan|domisili|lokasi|city|alamat kota',
  ownerGroup:
    'pemilik|grup|group|kelompok|kelompok pemilik|grup pemilik|owner|owner group|badan hukum|perusahaan',
  licence:
    'izin|ijin|no izin|nomor izin|ipp|isr|ipp isr|no ipp|izin ipp isr|verifikasi|verifikasi pers|licence|license',
  licenceUntil:
    'berlaku sampai|izin berlaku sampai|berlaku s d|berlaku hingga|masa berlaku|izin sampai|licence until|valid until',
  district:
    'kabupaten|kabupaten kota|kab kota|kab|wilayah|daerah|wilayah jangkauan|kota kabupaten|district|kab kota jangkauan',
  share: 'jangkauan|persen|persentase|cakupan|bagian|porsi|share|coverage|jangkauan persen|reach',
  source: 'sumber|sumber data|source',
  asOf: 'per tanggal|per|tanggal data|tanggal|as of|date',
}

const roleOf = new Map(
  Object.entries(names).flatMap(([role, list]) => list.split('|').map(name => [name, role as SheetRole])),
)

/**
 * The first row that names an outlet column and one more that belongs to a sheet of its kind. Titles above are skipped;
 * nothing where no row is a heading.
 */
export function findOutletSheet(
  rows: readonly TableRow[],
  districts: ReadonlyMap<string, string>,
): OutletSheet | undefined {
  for (const row of rows.slice(0, 40)) {
    const roles = rolesOf(row.cells, districts)
    if (!roles.includes('name')) continue
    const kind = kindOf(roles)
    if (!kind) continue
    const used: readonly string[] = kind === 'outlets' ? outletRoles : coverageRoles
    return {
      kind,
      headings: row.cells,
      roles: roles.map(role => (used.includes(role) || role.startsWith('share ') ? role : 'ignored')),
      headingLine: row.line,
    }
  }
  return undefined
}

function kindOf(roles: readonly ColumnRole[]): SheetKind | undefined {
  const perDistrict = roles.filter(role => role.startsWith('share ')).length
  if ((roles.includes('district') && roles.includes('share')) || perDistrict > 0) return 'coverage'
  return roles.includes('medium') ? 'outlets' : undefined
}

/** Each role once: of two columns that claim it, the first has it. */
function rolesOf(cells: readonly string[], districts: ReadonlyMap<string, string>): ColumnRole[] {
  const taken = new Set<ColumnRole>()
  return cells.map(cell => {
    const plain = plainHeading(cell)
    const code = plain === '' ? undefined : districts.get(aliasKey(cell.replace(/\(?%\)?/g, '')))
    const role: ColumnRole = roleOf.get(plain) ?? (code ? `share ${code}` : 'ignored')
    if (role === 'ignored' || taken.has(role)) return 'ignored'
    taken.add(role)
    return role
  })
}

function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
