import type { Campaign } from '../../domain/campaign.js'
import type { StoredFile } from '../../domain/evidence.js'
import type { Due } from '../../domain/material-deadline.js'
import { lengthDiffers } from '../../domain/material-file.js'
import { materialStatus, mayEditMaterial, type Material } from '../../domain/material.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { campaignTrail } from '../campaigns/head.js'
import type { FactsModel, PageHeadModel, TableModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import { lengthText, materialFacts } from './facts.js'
import { materialTag } from './tag.js'

export interface MaterialPage extends Page {
  head: PageHeadModel
  /** Why it came back or is no longer used; what has to be mended. */
  remarks: string[]
  waiting: string
  facts: FactsModel
  script: { title: string; text: string; reading: string; none: string }
  /** The version it takes the place of, to compare with. */
  before: { label: string; text: string } | null
  file: {
    title: string
    kind: 'audio' | 'video' | 'image' | 'other'
    href: string
    name: string
    download: string
  } | null
  check: {
    lede: string
    action: string
    label: string
    returnAction: string
    returnLabel: string
    reasonLabel: string
  } | null
  orders: { title: string; table: TableModel; note: string }
  retire: { label: string; lede: string; action: string; reasonLabel: string } | null
}

export interface MaterialDetails {
  material: Material
  campaign: Campaign
  file: StoredFile | undefined
  /** The version before this one and the one after it. */
  replaces: Material | undefined
  replacedBy: Material | undefined
  due: Due
  leadDays: number
  today: Day
  reading: string
  orders: { table: TableModel; isSent: boolean }
  mayEdit: boolean
  mayCheck: boolean
  isOwn: boolean
}

export function materialPage(words: Words, formats: Formats, given: MaterialDetails): MaterialPage {
  const t = words.materials
  const { material } = given
  const status = materialStatus(material)
  const waits = status === 'unchecked'
  return {
    title: material.title,
    trail: campaignTrail(words, given.campaign),
    head: {
      title: material.title,
      lede: material.code,
      tag: materialTag(words, material),
      updated: '',
      links: linksOf(words, given),
      actions: [],
    },
    remarks: remarksOf(words, formats, material),
    waiting: waits && given.isOwn ? t.ownWork : '',
    facts: materialFacts(words, formats, given),
    script: {
      title: t.script,
      text: material.script,
      reading: given.reading,
      none: material.script ? '' : t.noScript,
    },
    before: beforeOf(words, given),
    file: filePart(words, given),
    check: waits && given.mayCheck && !given.isOwn ? checkForm(words, given) : null,
    orders: {
      title: t.orders,
      table: given.orders.table,
      note: status === 'retired' && given.orders.isSent ? t.ordersKeep : '',
    },
    retire: given.mayEdit && status !== 'retired' ? retireForm(words, material) : null,
  }
}

function linksOf(words: Words, { material, mayEdit, replacedBy }: MaterialDetails): PageHeadModel['links'] {
  if (!mayEdit) return []
  if (mayEditMaterial(material).ok)
    return [{ label: words.common.edit, href: paths.materialEdit(material.id), tone: 'plain' }]
  if (materialStatus(material) !== 'checked' || replacedBy) return []
  return [{ label: words.materials.newVersion, href: paths.newMaterialVersion(material.id), tone: 'plain' }]
}

function remarksOf(words: Words, formats: Formats, material: Material): string[] {
  const { seconds, fileSeconds } = material
  const length = (count: number | null) => lengthText(words, formats, count ?? 0)
  return [
    ...[material.retireReason, material.returnReason].filter(reason => reason !== null),
    ...(lengthDiffers(material) ? [words.materials.lengthDiffers(length(fileSeconds), length(seconds))] : []),
  ]
}

function beforeOf(words: Words, { material, replaces }: MaterialDetails): MaterialPage['before'] {
  if (!replaces || replaces.script === material.script || replaces.script === '') return null
  return { label: words.materials.before(replaces.code), text: replaces.script }
}

function filePart(words: Words, { material, file }: MaterialDetails): MaterialPage['file'] {
  if (!file) return null
  const kind = (['audio', 'video', 'image'] as const).find(it => file.mediaType.startsWith(`${it}/`))
  return {
    title: words.materials.file,
    // Browsers draw no TIFF.
    kind: file.mediaType === 'image/tiff' ? 'other' : (kind ?? 'other'),
    href: paths.materialFile(material.id),
    name: file.originalName,
    download: words.materials.download,
  }
}

function checkForm(words: Words, { material, replaces }: MaterialDetails): MaterialPage['check'] {
  const t = words.materials
  return {
    lede: [t.checkLead, ...(replaces ? [t.checkReplaces(replaces.code)] : [])].join(' '),
    action: paths.materialCheck(material.id),
    label: t.check,
    returnAction: paths.materialReturn(material.id),
    returnLabel: t.returnIt,
    reasonLabel: t.returnReason,
  }
}

function retireForm(words: Words, { id }: Material): MaterialPage['retire'] {
  const t = words.materials
  return {
    label: t.retire,
    lede: t.retireLead,
    action: paths.materialRetirement(id),
    reasonLabel: t.retireReason,
  }
}
