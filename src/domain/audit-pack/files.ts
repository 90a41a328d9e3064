/** The text files of an audit pack: one row per line of JSON, keys sorted, so that the same facts are the same bytes. */
import { canonicalJson } from '../audit.js'
import { groupBy, keyBy } from '../group.js'
import type { PackFacts } from './facts.js'
import { stepsReached } from '../payment.js'
import { payable } from './payment.js'

export interface PackFile {
  path: string
  text: string
  /** Whether each line is a row with a hash of its own. */
  isRows: boolean
}

export function packFiles(facts: PackFacts): PackFile[] {
  const numbers = numbersOf(facts)
  const materials = keyBy(facts.materials, ({ id }) => id)
  return [
    rows('campaigns.jsonl', facts.campaigns),
    rows('outlets.jsonl', facts.outlets),
    rows('people.jsonl', facts.people),
    rows(
      'orders.jsonl',
      facts.orders.map(({ versions: _, ...order }) => order),
    ),
    rows(
      'order-versions.jsonl',
      facts.orders.flatMap(({ number, versions }) =>
        versions.map(({ number: version, ...rest }) => ({ order: number, version, ...rest })),
      ),
    ),
    rows(
      'materials.jsonl',
      facts.materials.map(({ script: _, ...material }) => ({
        ...material,
        scriptFile: scriptPath(material),
      })),
    ),
    ...facts.materials.map(material => ({
      path: scriptPath(material),
      text: `${material.script}\n`,
      isRows: false,
    })),
    rows(
      'broadcasts.jsonl',
      facts.broadcasts.map(broadcast => ({
        broadcast: numbers.get(broadcast.id),
        material: materials.get(broadcast.materialId)?.code,
        ...broadcast,
      })),
    ),
    rows('confirmations.jsonl', numbered(facts.confirmations, numbers)),
    rows('verifications.jsonl', numbered(facts.verifications, numbers)),
    rows(
      'evidence.jsonl',
      facts.evidence.map(({ broadcastIds, ...evidence }) => ({
        ...evidence,
        file: evidence.sha256 && evidencePath(evidence.sha256),
        broadcasts: broadcastIds.map(id => numbers.get(id)).toSorted((a, b) => Number(a) - Number(b)),
      })),
    ),
    rows('reconciliation.jsonl', reconciliation(facts, numbers)),
    rows(
      'makegoods.jsonl',
      facts.makegoods.map(makegood => ({ broadcast: numbers.get(makegood.missedId), ...makegood })),
    ),
    rows('payment.jsonl', payments(facts, numbers)),
    rows('payment-steps.jsonl', paymentSteps(facts)),
    rows('events.jsonl', facts.events),
  ]
}

/** Every broadcast has a number within the pack: 1 is the first that was to run. */
function numbersOf({ broadcasts }: PackFacts): Map<string, number> {
  return new Map(broadcasts.map(({ id }, i) => [id, i + 1]))
}

function numbered(items: readonly { broadcastId: string }[], numbers: Map<string, number>): object[] {
  return items.map(item => ({ broadcast: numbers.get(item.broadcastId), ...item }))
}

/** Ordered beside answered, one row per broadcast, with what differs. */
function reconciliation(facts: PackFacts, numbers: Map<string, number>): object[] {
  const answers = currentAnswers(facts)
  return facts.broadcasts.map(broadcast => {
    const answer = answers.get(broadcast.id)
    const differs = [
      ...(answer?.actualDay && answer.actualDay !== broadcast.day ? ['day'] : []),
      ...(isOutside(answer?.actualMinute ?? null, broadcast) ? ['time'] : []),
      ...(answer?.actualSeconds && answer.actualSeconds !== broadcast.seconds ? ['length'] : []),
      ...(answer?.actualMaterialId && answer.actualMaterialId !== broadcast.materialId ? ['material'] : []),
    ]
    const { day, fromMinute, toMinute } = broadcast
    const ordered = { day, fromMinute, toMinute, seconds: broadcast.seconds }
    return {
      broadcast: numbers.get(broadcast.id),
      broadcastId: broadcast.id,
      ordered,
      answer: answer?.answer ?? null,
      actualDay: answer?.actualDay ?? null,
      actualMinute: answer?.actualMinute ?? null,
      actualSeconds: answer?.actualSeconds ?? null,
      differs,
    }
  })
}

function isOutside(
  minute: number | null,
  { fromMinute, toMinute }: { fromMinute: number; toMinute: number },
) {
  return minute !== null && (minute < fromMinute || minute > toMinute)
}

function payments(facts: PackFacts, numbers: Map<string, number>): object[] {
  const answers = currentAnswers(facts)
  const current = facts.verifications.filter(({ isCurrent }) => isCurrent)
  const judged = keyBy(current, ({ broadcastId }) => broadcastId)
  const orders = keyBy(facts.orders, ({ id }) => id)
  return facts.broadcasts.map(broadcast => ({
    broadcast: numbers.get(broadcast.id),
    broadcastId: broadcast.id,
    order: orders.get(broadcast.orderId)?.number,
    priceKind: broadcast.priceKind,
    rupiah: broadcast.rupiah,
    state: payable(broadcast, answers.get(broadcast.id), judged.get(broadcast.id)),
    verifiedBy: judged.get(broadcast.id)?.decidedBy ?? null,
  }))
}

/** Where each order's payment file went, every note of it, and which of them hold. */
function paymentSteps({ payments: notes, orders }: PackFacts): object[] {
  const numberOf = new Map(orders.map(({ id, number }) => [id, number]))
  const perOrder = groupBy(notes, ({ orderId }) => orderId)
  return [...perOrder].flatMap(([orderId, own]) => {
    const holding = stepsReached(own)
    return own.map(note => ({ order: numberOf.get(orderId), holds: holding.includes(note), ...note }))
  })
}

function currentAnswers({ confirmations }: PackFacts) {
  const current = confirmations.filter(({ isCurrent }) => isCurrent)
  return keyBy(current, ({ broadcastId }) => broadcastId)
}

/** What each file of evidence is called in the pack. */
export function evidencePath(sha256: string): string {
  return `evidence/${sha256}`
}

/** The files of evidence, each once. */
export function evidenceHashes({ evidence }: PackFacts): string[] {
  return [...groupBy(evidence, ({ sha256 }) => sha256).keys()].filter(hash => hash !== null).toSorted()
}

function scriptPath({ code, id }: { code: string; id: string }): string {
  return `scripts/${code.replace(/[^A-Za-z0-9-]/g, '_')}-${id}.txt`
}

function rows(path: string, items: readonly object[]): PackFile {
  return { path, text: items.map(item => `${canonicalJson(item)}\n`).join(''), isRows: true }
}
