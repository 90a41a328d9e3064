/** What an office needs before its work can begin: a list to go through once, each step by whoever may. */
import { may, type Ability, type Role } from './access.js'

export interface SetUpFacts {
  hasName: boolean
  hasPlanner: boolean
  hasManager: boolean
  hasDistricts: boolean
  /** Of this year, approved. */
  hasTargets: boolean
  hasVerifiedOutlet: boolean
  hasContact: boolean
  hasCoverage: boolean
  hasRegistrations: boolean
  hasCampaign: boolean
}

const steps = {
  office: ['keepSettings', ({ hasName }) => hasName],
  people: ['manageUsers', ({ hasPlanner, hasManager }) => hasPlanner && hasManager],
  districts: ['readResults', ({ hasDistricts }) => hasDistricts],
  targets: ['writeTargets', ({ hasTargets }) => hasTargets],
  outlets: ['keepOutlets', ({ hasVerifiedOutlet, hasContact }) => hasVerifiedOutlet && hasContact],
  coverage: ['keepOutlets', ({ hasCoverage }) => hasCoverage],
  registrations: ['importRegistrations', ({ hasRegistrations }) => hasRegistrations],
  campaign: ['planCampaigns', ({ hasCampaign }) => hasCampaign],
} as const satisfies Record<string, readonly [Ability, (facts: SetUpFacts) => boolean]>

export type SetUpStep = keyof typeof steps

export interface StepState {
  step: SetUpStep
  isDone: boolean
  /** Whether the reader may do it. */
  isTheirs: boolean
}

/** Every step with where it stands; nothing once all are done. */
export function setUpSteps(facts: SetUpFacts, role: Role): StepState[] {
  const states = (Object.keys(steps) as SetUpStep[]).map(step => {
    const [ability, isDone] = steps[step]
    return { step, isDone: isDone(facts), isTheirs: may(role, ability) }
  })
  return states.every(({ isDone }) => isDone) ? [] : states
}
