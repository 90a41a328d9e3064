/** Classes of about equally many districts: each a step of tint and of texture. */
import { groupBy } from '../../../domain/group.js'

export interface ValueClass {
  /** 1 to 5; 0 stands for no value. */
  step: number
  least: number
  most: number
}

const mostClasses = 5

/** Equal values are never parted, so ties make fewer classes. */
export function quantileClasses(values: readonly number[]): ValueClass[] {
  const sorted = values.toSorted((a, b) => a - b)
  const firstAt = new Map<number, number>()
  sorted.forEach((value, i) => firstAt.has(value) || firstAt.set(value, i))
  const groups = [
    ...groupBy(sorted, value => Math.floor((firstAt.get(value)! * mostClasses) / sorted.length)).values(),
  ]
  const steps = groups.length
  return groups.map((group, i) => ({
    step: steps === 1 ? 3 : 1 + Math.round((i * (mostClasses - 1)) / (steps - 1)),
    least: group[0]!,
    most: group.at(-1)!,
  }))
}

export function stepOf(classes: readonly ValueClass[], value: number | null): number {
  if (value === null) return 0
  return classes.find(({ least, most }) => value >= least && value <= most)?.step ?? 0
}
