/** Routes are data: a method, a path, who may, and what happens. None can be written without its access. */
import type { Ability } from '../domain/access.js'
import type { LinkKind } from '../domain/link.js'
import type { LinkVisit, PartnerVisit, StaffVisit, Visit } from './visit.js'

type Handled = void | Promise<void>

export type PartnerLinkKind = Extract<LinkKind, 'week' | 'order'>
export type AccountLinkKind = Exclude<LinkKind, PartnerLinkKind>

export type Route = {
  method: 'get' | 'post'
  path: string
  /** The largest file a form of this route may bring, in bytes; without it, no file is read. */
  upload?: number
} & (
  | { access: 'anyone'; handle(visit: Visit): Handled }
  | { access: 'signed-in' | Ability; handle(visit: StaffVisit): Handled }
  | { access: { link: AccountLinkKind }; handle(visit: LinkVisit): Handled }
  | { access: { link: PartnerLinkKind }; handle(visit: PartnerVisit): Handled }
)
