import type { Words } from '../../language/words.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

export interface ErrorPage extends Page {
  text: string
  reference: string
  home: { label: string; href: string }
  /** Where a lost or ended link is replaced. */
  newLink: { label: string; href: string } | null
}

export interface ErrorViews {
  'errors/show': ErrorPage
  'errors/partner': ErrorPage
}

export function errorPage(
  words: Words,
  what: { title: string; text: string; reference?: string; offersNewLink?: boolean },
): ErrorPage {
  return {
    title: what.title,
    trail: [],
    text: what.text,
    reference: what.reference ?? '',
    home: { label: words.errors.goHome, href: paths.home },
    newLink: what.offersNewLink ? { label: words.newLink.askHere, href: paths.newLink } : null,
  }
}
