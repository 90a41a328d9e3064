/** The frame around a page: who is signed in, where they may go, in which language. */
import { may, type Ability } from '../domain/access.js'
import type { Language, User } from '../domain/user.js'
import type { Words } from '../language/words.js'
import { assets } from './assets.js'
import type { SafeHtml } from './html.js'
import type { Crumb, LinkTo, Page } from './page.js'
import { paths } from './paths.js'

export interface LayoutFacts {
  language: Language
  words: Words
  demo: boolean
  path: string
  notice: string
  printedAt: string
}

export interface BareLayout {
  language: Language
  t: Words['common']
  title: string
  styles: string[]
  scripts: string[]
  /** Seconds until the page is fetched again where no script does it; 0 for never. */
  refresh: number
  demo: boolean
  notice: string
  path: string
  otherLanguage: Language
  languagePath: string
  body: SafeHtml
}

export interface StaffLayout extends BareLayout {
  printedAt: string
  trail: Crumb[]
  nav: { label: string; items: (LinkTo & { current: boolean })[] }[]
  search: { action: string; label: string }
  userName: string
  userRole: string
  accountLabel: string
  accountPath: string
  homePath: string
  signOutPath: string
}

export type PartnerLayout = BareLayout

export function bareLayout(facts: LayoutFacts, page: Page, body: SafeHtml): BareLayout {
  return {
    language: facts.language,
    t: facts.words.common,
    title: page.title,
    styles: [assets.staff],
    scripts: page.refresh || page.live ? [assets.script, assets.htmx] : [assets.script],
    refresh: page.refresh ?? 0,
    demo: facts.demo,
    notice: facts.notice,
    path: facts.path,
    otherLanguage: facts.language === 'id' ? 'en' : 'id',
    languagePath: paths.language,
    body,
  }
}

export function partnerLayout(facts: LayoutFacts, page: Page, body: SafeHtml): PartnerLayout {
  return { ...bareLayout(facts, page, body), styles: [assets.partner], scripts: [] }
}

export function staffLayout(facts: LayoutFacts, page: Page, body: SafeHtml, user: User): StaffLayout {
  return {
    ...bareLayout(facts, page, body),
    printedAt: facts.words.common.printed(facts.printedAt),
    trail: page.trail,
    nav: navigation(facts, user),
    search: { action: paths.search, label: facts.words.search.short },
    userName: user.name,
    userRole: facts.words.roleNames[user.role],
    accountLabel: facts.words.navigation.account,
    accountPath: paths.account,
    homePath: paths.home,
    signOutPath: paths.signOut,
  }
}

type Entry = [ability: Ability, key: Exclude<keyof Words['navigation'], 'groups'>, href: string]

const groups: { key: keyof Words['navigation']['groups']; entries: Entry[] }[] = [
  {
    key: 'work',
    entries: [
      ['readPlans', 'campaigns', paths.campaigns],
      ['readPlans', 'orders', paths.orders],
      ['readPlans', 'calendar', paths.calendar],
      ['verifyRuns', 'verification', paths.verification],
      ['lockPeriods', 'periodLocks', paths.periodLocks],
      ['readPlans', 'outlets', paths.outlets],
      ['readPlans', 'messages', paths.messages],
    ],
  },
  {
    key: 'results',
    entries: [
      ['planCampaigns', 'overview', paths.overview],
      ['readResults', 'pace', paths.pace],
      ['readResults', 'districts', paths.districts],
      ['readResults', 'reach', paths.reach],
      ['readResults', 'spikes', paths.spikes],
      ['readResults', 'comparisons', paths.comparisons],
      ['readResults', 'whereNext', paths.whereNext],
      ['readResults', 'method', paths.method],
      ['readResults', 'registrations', paths.registrations],
      ['readResults', 'targets', paths.targets],
      ['readResults', 'fieldEvents', paths.fieldEvents],
    ],
  },
  {
    key: 'system',
    entries: [
      ['manageUsers', 'users', paths.users],
      ['keepSettings', 'settings', paths.settings],
      ['readMailbox', 'mailbox', paths.mailbox],
      ['keepSettings', 'apiTokens', paths.apiTokens],
      ['keepSettings', 'jobs', paths.jobs],
      ['readAudit', 'audit', paths.audit],
      ['takeAuditPacks', 'auditPacks', paths.auditPacks],
    ],
  },
]

function navigation({ words, path }: LayoutFacts, user: User): StaffLayout['nav'] {
  const t = words.navigation
  const isHere = (href: string) => path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`)
  const home = {
    label: user.role === 'planner' ? t.desk : t.overview,
    href: paths.home,
    current: path === '/',
  }
  const shown = groups.map(({ key, entries }) => ({
    label: t.groups[key],
    items: entries
      .filter(([ability]) => may(user.role, ability))
      .map(([, label, href]) => ({ label: t[label], href, current: isHere(href) })),
  }))
  return [{ label: '', items: [home] }, ...shown.filter(group => group.items.length > 0)]
}
