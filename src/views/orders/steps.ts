import { may, mayApproveWorkOf, type Role } from '../../domain/access.js'
import {
  latestVersion,
  mayCancelOrder,
  orderStatus,
  type MediaOrder,
  type OrderStatus,
} from '../../domain/media-order.js'
import type { Words } from '../../language/words.js'
import type { LinkTo } from '../page.js'
import { paths } from '../paths.js'

/** What the reader may do next with an order. */
export interface OrderSteps {
  decide: {
    title: string
    approve: LinkTo
    returnAction: string
    returnLabel: string
    reasonLabel: string
  } | null
  waiting: string
  submit: LinkTo | null
  send: (LinkTo & { hint: string }) | null
  addLine: LinkTo | null
  revise: { action: string; label: string; lede: string; reasonLabel: string } | null
  accept: LinkTo | null
  /** The outlet answered to single lines: what it asked for may be taken over at once. */
  answered: { title: string; lede: string; action: string; label: string; reason: string } | null
  cancel: LinkTo | null
  close: LinkTo | null
}

export function orderSteps(
  words: Words,
  order: MediaOrder,
  reader: { id: string; role: Role; recipients: string },
): OrderSteps {
  const t = words.orders
  const status = orderStatus(order)
  const plans = may(reader.role, 'planCampaigns')
  const { authors, submittedBy, lines } = latestVersion(order)
  const own = !mayApproveWorkOf([...authors, submittedBy ?? ''], reader.id).ok
  const open = plans && (status === 'draft' || status === 'returned')
  const decides = status === 'submitted' && may(reader.role, 'approveOrders')
  return {
    close:
      plans && status === 'accepted'
        ? { label: words.makegoods.close, href: paths.orderClosure(order.id) }
        : null,
    decide: decides && !own ? decision(words, order) : null,
    waiting: status === 'submitted' && own ? t.ownWork : '',
    submit: open && lines.length > 0 ? { label: t.submit, href: paths.orderSubmission(order.id) } : null,
    send:
      plans && status === 'approved'
        ? { label: t.send, href: paths.orderSending(order.id), hint: t.sendLead(reader.recipients) }
        : null,
    addLine: open ? { label: t.lineAdd, href: paths.newOrderLine(order.id) } : null,
    revise: plans && revisable.includes(status) ? revision(words, order) : null,
    accept:
      plans && (status === 'sent' || status === 'answered')
        ? { label: t.acceptOnBehalf, href: paths.orderAcceptance(order.id) }
        : null,
    answered: plans && status === 'answered' ? otherwise(words, order) : null,
    cancel:
      plans && mayCancelOrder(order).ok
        ? { label: words.orderCancellation.cancel, href: paths.orderCancellation(order.id) }
        : null,
  }
}

const revisable: readonly OrderStatus[] = ['approved', 'sent', 'answered', 'accepted', 'declined']

function decision(words: Words, order: MediaOrder): OrderSteps['decide'] {
  const t = words.orders
  return {
    title: t.decideTitle,
    approve: { label: t.approve, href: paths.orderApproval(order.id) },
    returnAction: paths.orderReturn(order.id),
    returnLabel: t.returnIt,
    reasonLabel: t.returnReason,
  }
}

function revision(words: Words, order: MediaOrder): OrderSteps['revise'] {
  const t = words.orders
  return {
    action: paths.orderRevision(order.id),
    label: t.revise,
    lede: t.reviseLead,
    reasonLabel: t.reviseReason,
  }
}

function otherwise(words: Words, order: MediaOrder): OrderSteps['answered'] {
  const t = words.orderAnswers
  const asksForTimes = latestVersion(order).answers.some(({ answer }) => answer === 'other-time')
  return {
    title: t.decideTitle,
    lede: t.decideLead,
    action: paths.orderRevision(order.id),
    label: asksForTimes ? t.takeTimes : '',
    reason: t.takeTimesReason,
  }
}
