import { may, mayApproveWorkOf, type Role } from '../../domain/access.js'
import { latestVersion, orderStatus, type MediaOrder, type OrderStatus } from '../../domain/media-order.js'
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
  accept: { action: string; label: string; howLabel: string; paper: string; call: string } | null
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
    decide: decides && !own ? decision(words, order) : null,
    waiting: status === 'submitted' && own ? t.ownWork : '',
    submit: open && lines.length > 0 ? { label: t.submit, href: paths.orderSubmission(order.id) } : null,
    send:
      plans && status === 'approved'
        ? { label: t.send, href: paths.orderSending(order.id), hint: t.sendLead(reader.recipients) }
        : null,
    addLine: open ? { label: t.lineAdd, href: paths.newOrderLine(order.id) } : null,
    revise: plans && revisable.includes(status) ? revision(words, order) : null,
    accept: plans && status === 'sent' ? acceptance(words, order) : null,
  }
}

const revisable: readonly OrderStatus[] = ['approved', 'sent', 'accepted', 'declined']

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

function acceptance(words: Words, order: MediaOrder): OrderSteps['accept'] {
  const t = words.orders
  return {
    action: paths.orderAcceptance(order.id),
    label: t.acceptOnBehalf,
    howLabel: t.acceptHow,
    paper: t.acceptPaper,
    call: t.acceptCall,
  }
}
