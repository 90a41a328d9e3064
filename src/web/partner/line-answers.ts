import { askedLines, type LineAnswer, type LineWord } from '../../domain/line-answer.js'
import { keyBy } from '../../domain/group.js'
import type { MediaOrder, OrderVersion } from '../../domain/media-order.js'
import { mayAnswerOrder } from '../../domain/media-order.js'
import { mustAllow } from '../../domain/errors.js'
import type { Problem } from '../../domain/problem.js'
import { answerOrder } from '../../operations/answer-order.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { lineWords, partnerLinesPage } from '../../views/partner/order-lines.js'
import { paths } from '../../views/paths.js'
import { minute } from '../form-fields.js'
import { countAttempt } from '../rate-limits.js'
import { typedFields, type Typed } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { found } from '../visit.js'

export async function showPartnerLines(visit: PartnerVisit): Promise<void> {
  await showLines(visit, freshForm, 200)
}

export async function answerPartnerLines(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const { order, version } = await askedOf(visit)
  const typed = typedFields(visit.req.body)
  const read = readAnswers(
    typed,
    askedLines(order, version).map(({ lineKey }) => lineKey),
  )
  if (!read.ok) return showLines(visit, { typed, problems: read.problems }, 422)
  const done = await orRefuse(
    typed,
    () =>
      answerOrder(visit.app, visit.actor, visit.link, { answer: 'by-line', lines: read.lines }).then(
        () => true,
      ),
    state => showLines(visit, state, 422),
  )
  if (done) visit.res.redirect(303, paths.partnerOrder(visit.token))
}

async function showLines(visit: PartnerVisit, state: FormState, status: number): Promise<void> {
  const { order, version } = await askedOf(visit)
  const ids = version.lines.flatMap(line => line.materials.map(({ materialId }) => materialId))
  const materials = keyBy(await visit.app.store.materials.listByIds(ids), material => material.id)
  const facts = { token: visit.token, order, version, materials }
  showPartner(
    visit,
    'partner/order-lines',
    partnerLinesPage(visit.words, visit.formats, facts, state),
    status,
  )
}

async function askedOf({ app, link }: PartnerVisit): Promise<{ order: MediaOrder; version: OrderVersion }> {
  const order = found(await app.store.mediaOrders.find(link.orderId!), 'order')
  mustAllow(mayAnswerOrder(order, link.orderVersion!))
  return { order, version: order.versions.find(({ number }) => number === link.orderVersion)! }
}

type Read =
  { ok: true; lines: Omit<LineAnswer, 'answeredAt'>[] } | { ok: false; problems: Record<string, Problem> }

/** Fields are named per line: `word-<key>`, `from-<key>`, `to-<key>`, `note-<key>`. */
function readAnswers(typed: Typed, lineKeys: readonly string[]): Read {
  const problems: Record<string, Problem> = {}
  const lines = lineKeys.map(lineKey => {
    const text = (name: string) => String([typed[`${name}-${lineKey}`] ?? ''].flat()[0]).trim()
    const answer = text('word') as LineWord
    if (!lineWords.includes(answer)) problems[`word-${lineKey}`] = { code: 'not-a-choice' }
    const note = text('note')
    if (note.length > 500) problems[`note-${lineKey}`] = { code: 'too-long', values: { most: 500 } }
    if (answer !== 'other-time') return { lineKey, answer, note, fromMinute: null, toMinute: null }
    const time = (name: string): number => {
      const read = minute().safeParse(text(name))
      if (!read.success)
        problems[`${name}-${lineKey}`] = { code: text(name) === '' ? 'required' : 'not-a-time' }
      return read.data ?? 0
    }
    const [fromMinute, toMinute] = [time('from'), time('to')]
    const crosses = toMinute <= fromMinute
    return { lineKey, answer, note, fromMinute, toMinute: crosses ? toMinute + 1440 : toMinute }
  })
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, lines }
}
