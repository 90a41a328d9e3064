/** Who every test tells of: the people of an office in Lampung and of the outlets it works with. All invented. */
import type { Role } from '../../src/domain/access.js'
import type { Contact } from '../../src/domain/contact.js'
import type { Medium, Outlet } from '../../src/domain/outlet.js'
import type { Language } from '../../src/domain/user.js'

/** Monday 16 November 2026, 09.00 in Bandar Lampung. */
export const storyBegins = '2026-11-16T02:00:00.000Z'

export const password = 'empat kuda minum di hulu sungai'

/** Ids one can recognise in a failure. */
const id = (group: number, number: number) => `00000000-0000-7000-8000-${group}0000000000${number}`

const person = (number: number, name: string, role: Role, language: Language = 'id') => {
  const email = `${name.split(' ')[0]!.toLowerCase()}@kantor.test`
  return { id: id(1, number), name, email, role, language }
}

export const people = {
  ratna: person(1, 'Ratna Dewi', 'admin'),
  bayu: person(2, 'Bayu Saputra', 'planner'),
  sari: person(3, 'Sari Wulandari', 'planner', 'en'),
  hendra: person(4, 'Hendra Gunawan', 'manager'),
  indah: person(5, 'Indah Lestari', 'manager', 'en'),
  maruli: person(6, 'Maruli Siregar', 'auditor'),
} as const

export type Person = keyof typeof people

const contact = (number: number, name: string, language: Language = 'id'): Contact => {
  const email = `${name.split(' ')[0]!.toLowerCase()}@media.test`
  const common = { phone: '0721 555 010', staleAt: null, createdAt: storyBegins, version: 1 }
  return { id: id(2, number), name, email, language, ...common }
}

/** Wayan serves two outlets; Dian reads English. */
export const contacts = {
  wayan: contact(1, 'Wayan Sudana'),
  dian: contact(2, 'Dian Maharani', 'en'),
} as const

const outlet = (number: number, name: string, medium: Medium): Outlet => ({
  id: id(3, number),
  name,
  medium,
  period: medium === 'print' ? 'daily' : 'continuous',
  ownerGroup: '',
  city: 'Bandar Lampung',
  licence: `ISR ${number}/2024`,
  licenceUntil: '2029-12-31',
  verifiedAt: storyBegins,
  verifiedBy: people.ratna.id,
  retiredAt: null,
  createdAt: storyBegins,
  version: 1,
})

export const outlets = {
  gema: outlet(1, 'Radio Gema Saburai', 'radio'),
  pesisir: outlet(2, 'Radio Pesisir Selatan', 'radio'),
  warta: outlet(3, 'Harian Warta Way Kanan', 'print'),
  baru: { ...outlet(4, 'TV Krakatau', 'tv'), verifiedAt: null, verifiedBy: null },
} as const

export const serves = [
  ['gema', 'wayan'],
  ['pesisir', 'wayan'],
  ['warta', 'dian'],
] as const

/** 18.71 Bandar Lampung, 18.01 Lampung Selatan, 18.08 Way Kanan. */
export const coverage = [
  ['gema', '18.71', 0.42],
  ['pesisir', '18.01', 0.3],
  ['warta', '18.08', 0.15],
] as const
