/** What is run: written by the campaign's planner, checked by the other one. */
import type { Medium } from '../../../src/domain/outlet.js'
import { checkMaterial, returnMaterial } from '../../../src/operations/decide-material.js'
import { addMaterial, changeMaterial, type MaterialFacts } from '../../../src/operations/save-material.js'
import { person, type PersonKey } from './people.js'
import { at } from './season.js'
import { workdaysAfter, type Story } from './story.js'
import { readTable, type Row } from './tables.js'

type MaterialRow = Row<'campaign' | 'code' | 'title' | 'medium' | 'seconds' | 'returned' | 'script'>

const others: Partial<Record<string, PersonKey>> = { dewi: 'rizky', rizky: 'dewi' }

export function planMaterials(story: Story): void {
  const { root } = story.app.config
  const campaigns = readTable<'key' | 'by' | 'drafted'>(root, 'campaigns')
  for (const [index, row] of readTable<keyof MaterialRow>(root, 'materials').entries()) {
    const campaign = campaigns.find(({ key }) => key === row.campaign)!
    planMaterial(story, row, {
      by: campaign.by as PersonKey,
      written: workdaysAfter(story, campaign.drafted, 5),
      checked: workdaysAfter(story, campaign.drafted, 6),
      minute: String(10 + (index % 7) * 6),
    })
  }
}

function planMaterial(
  story: Story,
  row: MaterialRow,
  { by, written, checked, minute }: { by: PersonKey; written: string; checked: string; minute: string },
): void {
  const { app, materials } = story
  const id = () => materials.get(row.code)!
  const checker = () => person(story, others[by]!)
  story.at(at(written, `13.${minute}`), () => write(story, row, by))
  if (row.returned) {
    story.at(at(checked, `09.${minute}`), () => returnMaterial(app, checker(), id(), row.returned))
    story.at(at(checked, `11.${minute}`), () => mend(story, row, by))
  }
  story.at(at(checked, `15.${minute}`), () => checkMaterial(app, checker(), id()))
}

async function write(story: Story, row: MaterialRow, by: PersonKey): Promise<void> {
  const { id } = story.campaigns.get(row.campaign)!
  const facts = row.returned ? { ...factsOf(row), script: faulty(row.script) } : factsOf(row)
  const material = await addMaterial(story.app, person(story, by), id, facts)
  story.materials.set(row.code, material.id)
}

async function mend(story: Story, row: MaterialRow, by: PersonKey): Promise<void> {
  const { id, version } = (await story.app.store.materials.find(story.materials.get(row.code)!))!
  await changeMaterial(story.app, person(story, by), id, { ...factsOf(row), version })
}

/** The mistake that everybody makes with this rule. */
function faulty(script: string): string {
  return script.replace('atau lebih, atau membayar', 'atau lebih dan membayar')
}

function factsOf({ title, medium, seconds, script }: MaterialRow): MaterialFacts {
  return {
    title,
    medium: medium as Medium,
    language: 'id',
    script,
    seconds: seconds ? Number(seconds) : null,
  }
}
