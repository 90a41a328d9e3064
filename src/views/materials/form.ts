import type { Campaign } from '../../domain/campaign.js'
import type { StoredFile } from '../../domain/evidence.js'
import { materialLanguages, type Material } from '../../domain/material.js'
import { media } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { campaignTrail } from '../campaigns/head.js'
import { formBuilder, freshForm, type FormBuilder, type FormState } from '../components/fields.js'
import type { SummaryModel } from '../components/fields.js'
import { choices, field, row, type FormPart } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'

export interface MaterialFormPage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  version: string
  parts: FormPart[]
  /** How long the script takes to read, as it is typed. */
  reading: string
  countLabel: string
  button: string
  cancel: LinkTo
}

export interface MaterialForm {
  campaign: Campaign
  /** What is changed, or what a new version is made of; undefined for new material. */
  material: Material | undefined
  isVersion: boolean
  file: StoredFile | undefined
  largestFile: number
  reading: string
}

export function materialFormPage(
  words: Words,
  formats: Formats,
  given: MaterialForm,
  state: FormState = freshForm,
): MaterialFormPage {
  const t = words.materials
  const { campaign, material, isVersion } = given
  const form = formBuilder(words, state)
  const parts = [
    field(form.input('title', t.title, { value: material?.title ?? '' })),
    facts(words, form, material),
    field(
      form.input('script', t.script, {
        kind: 'textarea',
        rows: 8,
        value: material?.script ?? '',
        hint: t.scriptHint,
        optional: true,
      }),
    ),
    ...filePart(words, formats, form, given),
    field(
      form.input('seconds', t.seconds, {
        value: material?.seconds ? String(material.seconds) : '',
        optional: true,
        inputmode: 'numeric',
        width: 'narrow',
        hint: t.secondsHint,
      }),
    ),
  ]
  return {
    title: titleOf(words, given),
    lede: isVersion && material ? t.newVersionLead(material.code) : '',
    trail: campaignTrail(words, campaign),
    summary: form.summary,
    action: actionOf(given),
    version: material && !isVersion ? String(material.version) : '',
    parts,
    reading: given.reading,
    countLabel: t.count,
    button: words.common.save,
    cancel: {
      label: words.common.back,
      href: material ? paths.material(material.id) : paths.campaign(campaign.id),
    },
  }
}

function titleOf(words: Words, { material, isVersion }: MaterialForm): string {
  const t = words.materials
  if (!material) return t.add
  return isVersion ? `${t.newVersion}: ${material.title}` : material.title
}

function actionOf({ material, isVersion, campaign }: MaterialForm): string {
  if (!material) return paths.newMaterial(campaign.id)
  return isVersion ? paths.newMaterialVersion(material.id) : paths.materialEdit(material.id)
}

function facts(words: Words, form: FormBuilder, material: Material | undefined): FormPart {
  const t = words.materials
  return row(
    form.select(
      'medium',
      t.medium,
      media.map(medium => [medium, words.mediumNames[medium]] as const),
      { value: material?.medium ?? 'radio' },
    ),
    form.select(
      'language',
      t.language,
      materialLanguages.map(language => [language, t.languages[language]] as const),
      { value: material?.language ?? 'id' },
    ),
  )
}

function filePart(
  words: Words,
  formats: Formats,
  form: FormBuilder,
  { file, largestFile }: MaterialForm,
): FormPart[] {
  const t = words.materials
  const hint = t.fileHint(formats.bytes(largestFile))
  const known = file ? `${t.fileKept(file.originalName)} ` : ''
  const upload = field(form.input('file', t.file, { kind: 'file', optional: true, hint: known + hint }))
  if (!file) return [upload]
  return [upload, choices(form.checkboxes('dropFile', t.fileDrop, [['yes', t.fileDropYes]]))]
}
