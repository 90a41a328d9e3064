/** How a handler answers: a page within its layout, or a redirect with a one-line notice. */
import type { Views } from '../views/registry.js'
import { bareLayout, partnerLayout, staffLayout, type LayoutFacts } from '../views/layout.js'
import type { Page } from '../views/page.js'
import type { Visit } from './visit.js'

type PageName = { [Name in keyof Views]: Views[Name] extends Page ? Name : never }[keyof Views]

/** Renders a page for the person who asks: staff see their navigation, others only the page. */
export function show<Name extends PageName>(
  visit: Visit,
  name: Name,
  page: Views[Name] & Page,
  status = 200,
): void {
  const facts = layoutFacts(visit)
  const body = visit.renderer(name, page)
  const document = visit.user
    ? visit.renderer('layouts/staff', staffLayout(facts, page, body, visit.user))
    : visit.renderer('layouts/bare', bareLayout(facts, page, body))
  visit.res.status(status).type('html').send(document.toString())
}

/** Partner pages carry no navigation, no script and the least of styles: they must open on a slow phone. */
export function showPartner<Name extends PageName>(
  visit: Visit,
  name: Name,
  page: Views[Name] & Page,
  status = 200,
): void {
  const document = visit.renderer(
    'layouts/partner',
    partnerLayout(layoutFacts(visit), page, visit.renderer(name, page)),
  )
  visit.res.status(status).type('html').send(document.toString())
}

export function redirect(visit: Visit, path: string, notice?: string): void {
  if (notice) visit.req.session.notice = notice
  visit.res.redirect(303, path)
}

function layoutFacts(visit: Visit): LayoutFacts {
  return {
    language: visit.language,
    words: visit.words,
    demo: visit.app.config.demo,
    path: pageOf(visit),
    notice: takeNotice(visit),
    printedAt: visit.formats.instant(visit.app.clock.now()),
  }
}

/** The page one is on. An answer to a form belongs to the page that holds it: only that can be opened again. */
function pageOf({ req }: Visit): string {
  const referrer = req.get('referer')
  if (req.method !== 'POST' || !referrer || !URL.canParse(referrer)) return req.originalUrl
  const { host, pathname, search } = new URL(referrer)
  return host === req.host ? pathname + search : req.originalUrl
}

function takeNotice({ req }: Visit): string {
  const notice = req.session?.notice ?? ''
  if (notice) delete req.session.notice
  return notice
}
