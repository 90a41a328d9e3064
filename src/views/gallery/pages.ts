/** A page per kind of component, for whoever builds screens: every one in all its states. */
import type { Words } from '../../language/words.js'
import type { Texts } from '../charts/texts.js'
import { formBuilder, freshForm } from '../components/fields.js'
import type { ChartModel, ConfirmPage, TableModel, TabsModel } from '../components/registry.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import { basics, type BasicsPage } from './basics.js'
import { cellExamples, chartExamples } from './charts.js'
import { formExamples, type FormsPage } from './forms.js'
import { tableExamples, type TablesPage } from './tables.js'

export const galleryParts = ['basics', 'forms', 'tables', 'charts', 'confirm', 'partner'] as const
export type GalleryPart = (typeof galleryParts)[number]

export interface ChartsPage extends Page {
  tabs: TabsModel
  charts: ChartModel[]
  cells: TableModel
}

export interface GalleryViews {
  'gallery/basics': BasicsPage
  'gallery/forms': FormsPage
  'gallery/tables': TablesPage
  'gallery/charts': ChartsPage
  'gallery/partner': FormsPage
}

export function basicsPage(words: Words): BasicsPage {
  return { ...frame(words, 'basics'), ...basics }
}

export function formsPage(words: Words, part: 'forms' | 'partner'): FormsPage {
  return {
    ...frame(words, part),
    action: paths.galleryPart(part),
    button: words.common.save,
    examples: formExamples(words),
  }
}

export function tablesPage(words: Words): TablesPage {
  return { ...frame(words, 'tables'), ...tableExamples(words) }
}

export function chartsPage(texts: Texts): ChartsPage {
  return { ...frame(texts.words, 'charts'), charts: chartExamples(texts), cells: cellExamples(texts) }
}

export function confirmExample(words: Words): ConfirmPage {
  const form = formBuilder(words, freshForm)
  return {
    title: 'Batalkan kampanye Rumah Pekerja?',
    trail: [{ label: words.system.galleryTitle, href: paths.gallery }],
    lede: 'Kampanye ini berjalan sejak 16 Mei 2011.',
    consequences: [
      '12 siaran yang belum tayang ditarik dari tiga media.',
      'Ketiga media mendapat surat bahwa ordernya ditarik.',
      'Siaran yang sudah tayang dan buktinya tetap tersimpan.',
    ],
    summary: form.summary,
    action: paths.galleryPart('confirm'),
    fields: [form.input('reason', words.common.reason, { kind: 'textarea', rows: 3 })],
    hidden: [],
    button: 'Batalkan kampanye',
    tone: 'danger',
    back: { label: words.common.back, href: paths.gallery },
  }
}

function frame({ system }: Words, current: GalleryPart) {
  return {
    title: `${system.galleryTitle}: ${current}`,
    trail: [{ label: system.galleryTitle, href: paths.gallery }],
    tabs: {
      label: system.galleryTitle,
      tabs: galleryParts.map(part => ({
        label: part,
        href: paths.galleryPart(part),
        current: part === current,
        count: '',
      })),
    },
  }
}
