/** Who may do what. One table, read by routes, operations, screens and the test that walks every route. */
import type { Decision } from './problem.js'
import { allowed, refused } from './problem.js'

export const roles = ['planner', 'manager', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

const everyone: readonly Role[] = roles

export const abilities = {
  readPlans: everyone,
  readResults: everyone,
  planCampaigns: ['planner'],
  approveCampaigns: ['manager'],
  writeMessages: ['planner', 'manager'],
  approveMessages: ['planner', 'manager'],
  approveOrders: ['planner', 'manager'],
  sendOrders: ['planner'],
  checkMaterials: ['planner', 'manager'],
  keepOutlets: ['planner', 'admin'],
  verifyOutlets: ['admin'],
  verifyRuns: ['planner', 'manager'],
  notePayments: ['planner', 'manager'],
  lockPeriods: ['manager', 'admin'],
  importRegistrations: ['planner', 'admin'],
  keepFieldEvents: ['planner', 'manager'],
  noteSpikes: ['planner', 'manager'],
  writeTargets: ['planner'],
  approveTargets: ['manager'],
  judge: ['planner', 'manager'],
  manageUsers: ['admin'],
  keepSettings: ['admin'],
  readMailbox: ['admin'],
  readAudit: ['admin', 'auditor'],
  takeAuditPacks: ['manager', 'admin', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Ability = keyof typeof abilities

export function may(role: Role, ability: Ability): boolean {
  return (abilities[ability] as readonly Role[]).includes(role)
}

/** Who writes never approves: refused when the person is among the authors. */
export function mayApproveWorkOf(authors: readonly string[], personId: string): Decision {
  return authors.includes(personId) ? refused('own-work') : allowed
}
