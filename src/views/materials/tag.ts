import { materialStatus, type Material, type MaterialStatus } from '../../domain/material.js'
import { isPastDeadline, type Due } from '../../domain/material-deadline.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { Cell, Tag } from '../page.js'

const tones: Record<MaterialStatus, Tag['tone']> = {
  unchecked: 'wait',
  returned: 'bad',
  checked: 'good',
  retired: 'plain',
}

export function materialTag(words: Words, material: Material): Tag {
  const status = materialStatus(material)
  return { label: words.materials.statusNames[status], tone: tones[status] }
}

/** When a material is due, where that still matters: what is checked or withdrawn waits for nobody. */
export function dueCell(
  words: Words,
  formats: Formats,
  { material, due, today }: { material: Material; due: Due | undefined; today: Day },
): Cell {
  if (!due || !['unchecked', 'returned'].includes(materialStatus(material))) return '–'
  const day = formats.dayMedium(due.deadline)
  return isPastDeadline(due.deadline, today)
    ? { tag: { label: `${day}: ${words.materials.duePast}`, tone: 'bad' } }
    : day
}
