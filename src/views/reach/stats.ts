import { costPerThousand, roughly } from '../../domain/reach-cost.js'
import type { StatModel } from '../components/registry.js'
import { pointsOver } from '../../domain/reach-points.js'
import type { ReachFacts, Texts } from './page.js'

/** The figures a manager asks for first, each with its range and what it means. */
export function reachStats({ words, formats }: Texts, facts: ReachFacts): StatModel[] {
  const t = words.reach
  const { people, cost, reach, districts } = facts
  const perThousand = costPerThousand(cost.spent, people)
  const rough = (rupiah: number) => formats.rupiah(roughly(rupiah))
  const points = (certainty: 'planned' | 'verified') =>
    formats.number(pointsOver(reach, districts, certainty))
  return [
    {
      label: t.peopleReached,
      figure: formats.number(roughly(people.estimate)),
      interval: t.peopleRange(formats.number(roughly(people.low)), formats.number(roughly(people.high))),
      meaning: t.peopleMeaning(formats.number(people.of)),
      tag: null,
    },
    {
      label: t.points,
      figure: points('verified'),
      interval: t.pointsPlanned(points('planned')),
      meaning: t.pointsMeaning,
      tag: null,
    },
    {
      label: t.perThousand,
      figure: perThousand ? t.peopleRange(rough(perThousand.low), rough(perThousand.high)) : t.none,
      interval: '',
      meaning: perThousand ? t.perThousandMeaning : t.perThousandNone,
      tag: null,
    },
    {
      label: t.perVerified,
      figure: cost.perVerifiedRun === null ? t.none : formats.rupiah(cost.perVerifiedRun),
      interval: '',
      meaning: t.perVerifiedMeaning(formats.rupiah(cost.spent)),
      tag: null,
    },
    {
      label: t.freeValue,
      figure: formats.rupiah(cost.freeValue),
      interval: '',
      meaning: t.freeMeaning,
      tag: null,
    },
  ]
}
