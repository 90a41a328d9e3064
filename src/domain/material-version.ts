import type { Material } from './material.js'

/** `M01.2` is the second version of `M01`. */
function baseOf(code: string): string {
  return code.replace(/\.\d+$/, '')
}

/** The code of a new material of a campaign. */
export function newCode(known: readonly Pick<Material, 'code'>[]): string {
  const bases = new Set(known.map(({ code }) => baseOf(code)))
  let number = bases.size + 1
  while (bases.has(codeOf(number))) number++
  return codeOf(number)
}

const codeOf = (number: number) => `M${String(number).padStart(2, '0')}`

/** The code of the next version of a material. */
export function nextVersionCode(material: Pick<Material, 'code'>, known: readonly Pick<Material, 'code'>[]) {
  const base = baseOf(material.code)
  const numbers = known.filter(({ code }) => baseOf(code) === base).map(({ code }) => versionOf(code))
  return `${base}.${Math.max(1, ...numbers) + 1}`
}

function versionOf(code: string): number {
  return Number(/\.(\d+)$/.exec(code)?.[1] ?? 1)
}

type Rotation = { materialId: string; weight: number }[]

/** A rotation with every withdrawn material replaced by the checked version that took its place, where there is one. */
export function withLatestVersions(rotation: Rotation, materials: readonly Material[]): Rotation {
  const weights = new Map<string, number>()
  for (const { materialId, weight } of rotation) {
    const id = latestOf(materialId, materials)
    weights.set(id, (weights.get(id) ?? 0) + weight)
  }
  return [...weights].map(([materialId, weight]) => ({ materialId, weight }))
}

function latestOf(id: string, materials: readonly Material[]): string {
  const material = materials.find(it => it.id === id)
  if (!material?.retiredAt) return id
  const successor = materials.find(it => it.replacesId === id && it.checkedAt)
  return successor ? latestOf(successor.id, materials) : id
}
