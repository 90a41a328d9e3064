/** As many districts as the country has, invented but for those of Lampung. */
import type { App } from '../../src/app.js'

const others = Array.from({ length: 500 }, (_, i) => {
  const [province, district] = [31 + Math.floor(i / 50), (i % 50) + 1]
  return `${province}.${String(district).padStart(2, '0')}`
})

const lampung = ['18.01', '18.02', '18.03', '18.04', '18.05', '18.06', '18.07', '18.08', '18.09', '18.10']

export const nationalCodes = [...lampung, '18.11', '18.12', '18.71', '18.72', ...others]

export async function insertNation({ store, clock }: App): Promise<void> {
  const template = (await store.districts.find('18.72'))!
  const unplaced = { bpsCode: null, tileColumn: null, tileRow: null }
  await store.write(async tx => {
    await tx.districts.insert(
      others.map(code => ({ ...template, ...unplaced, code, name: `Kabupaten ${code}`, shortName: code })),
    )
    const createdAt = clock.now()
    await tx.districts.insertAliases(
      others.map(code => ({ alias: code, districtCode: code, learnedFrom: 'bench', createdAt })),
    )
  })
}
