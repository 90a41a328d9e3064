import type { Material } from '../../domain/material.js'
import type { Words } from '../../language/words.js'
import type { FactsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo } from '../page.js'
import { paths } from '../paths.js'
import type { MaterialDetails } from './show.js'

type Fact = FactsModel['facts'][number]

export function materialFacts(words: Words, formats: Formats, given: MaterialDetails): FactsModel {
  const t = words.materials
  const { material, replaces, replacedBy } = given
  const { medium, language, seconds } = material
  return {
    facts: [
      { label: t.medium, value: words.mediumNames[medium] },
      { label: t.language, value: t.languages[language as keyof typeof t.languages] ?? language },
      { label: t.seconds, value: seconds === null ? '–' : lengthText(words, formats, seconds) },
      ...fileFact(words, formats, given),
      ...(material.checkedAt || material.retiredAt ? [] : [dueFact(words, formats, given)]),
      ...(replaces ? [{ label: t.versionOf, value: versionLink(replaces) }] : []),
      ...(replacedBy ? [{ label: t.replacedBy, value: versionLink(replacedBy) }] : []),
    ],
  }
}

/** `30 seconds`, `30.4 seconds`. */
export function lengthText(words: Words, formats: Formats, seconds: number): string {
  return words.materials.lengthIs(
    Number.isInteger(seconds) ? formats.number(seconds) : formats.decimal(seconds),
  )
}

function fileFact(words: Words, formats: Formats, { material, file }: MaterialDetails): Fact[] {
  if (!file) return []
  const t = words.materials
  const { width, height, bytes, originalName } = file
  const measures = [
    ...(material.fileSeconds === null ? [] : [t.filePlays(lengthText(words, formats, material.fileSeconds))]),
    ...(width && height ? [t.fileSize(formats.number(width), formats.number(height))] : []),
    formats.bytes(bytes),
  ]
  return [{ label: t.file, value: { strong: originalName, soft: measures.join(' · '), to: '' } }]
}

function dueFact(words: Words, formats: Formats, { due, leadDays, material }: MaterialDetails): Fact {
  const t = words.materials
  const [deadline, first] = [formats.dayMedium(due.deadline), formats.dayMedium(due.firstRun)]
  return {
    label: t.due,
    value: {
      strong: due.isOrdered ? t.dueIs(deadline, first) : t.dueUnordered(deadline, first),
      soft: t.dueRule(formats.number(leadDays), words.mediumNames[material.medium]),
      to: '',
    },
  }
}

function versionLink({ id, code, title }: Material): LinkTo {
  return { label: `${code} ${title}`, href: paths.material(id) }
}
