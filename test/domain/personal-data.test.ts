import { expect } from 'chai'
import {
  looksLikeFirm,
  looksLikeNationalId,
  looksLikePerson,
  personalHeading,
} from '../../src/domain/personal-data.js'

describe('A national ID', () => {
  for (const text of [
    '1871014508900003',
    '1872011203850001',
    '1871 0145 0890 0003',
    'NIK: 1871014508900003',
    '1,87201E+15',
    '1.871E+15',
  ]) {
    it(`is seen in "${text}"`, () => expect(looksLikeNationalId(text)).to.equal(true))
  }
  for (const text of [
    '',
    '1234567',
    '0871014508900003',
    '1871013213900003',
    '1871017208900003',
    '18710145089000031',
    '187101450890000',
    '2011-10-31 00:00:00',
    '1.234.567',
  ]) {
    it(`is not seen in "${text}"`, () => expect(looksLikeNationalId(text)).to.equal(false))
  }
})

describe('A heading', () => {
  for (const heading of [
    'Nama',
    'NAMA PESERTA',
    'nama_lengkap',
    'Nama Tenaga Kerja',
    'Full name',
    'Nama TK',
  ]) {
    it(`"${heading}" is of names`, () => expect(personalHeading(heading)).to.equal('names'))
  }
  for (const heading of ['NIK', 'No. KTP', 'no_ktp', 'Nomor Induk Kependudukan']) {
    it(`"${heading}" is of national IDs`, () => expect(personalHeading(heading)).to.equal('national-ids'))
  }
  it('"Nama perusahaan" is of firms', () => expect(personalHeading('Nama perusahaan')).to.equal('firms'))
  for (const heading of [
    'Nama Kabupaten',
    'Nama kota',
    'Jumlah peserta',
    'Jumlah NIK',
    'Perusahaan',
    'Tenaga kerja',
    'Tanggal',
    '',
  ]) {
    it(`"${heading}" is of nobody`, () => expect(personalHeading(heading)).to.equal(undefined))
  }
})

describe('A name', () => {
  it('of a person has words of letters, one of them a common name', () => {
    expect(['Siti Nurhaliza', 'AGUS SETIAWAN', 'Ahmad Fauzi, S.E.'].map(looksLikePerson)).to.deep.equal([
      true,
      true,
      true,
    ])
    expect(
      ['Lampung Selatan', 'Siti', 'data sementara dari loket', 'Pulau Pinang'].map(looksLikePerson),
    ).to.deep.equal([false, false, false, false])
  })
  it('of a firm has its legal form', () => {
    expect(['PT Sumber Rejeki', 'CV. Maju Jaya', 'Bank Contoh Tbk'].map(looksLikeFirm)).to.deep.equal([
      true,
      true,
      true,
    ])
    expect(['PTK', 'Metro', 'TK-DHK'].map(looksLikeFirm)).to.deep.equal([false, false, false])
  })
})
