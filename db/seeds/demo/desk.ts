/** What lies on the planners' desk besides orders: prices, a claim to decide about, a new version of a spot, a plan copied. */
import type { Medium } from '../../../src/domain/outlet.js'
import type { RatePlan } from '../../../src/domain/rate.js'
import { copyCampaign } from '../../../src/operations/copy-campaign.js'
import { addMaterialVersion } from '../../../src/operations/save-material.js'
import { proposeMessage } from '../../../src/operations/save-message.js'
import { addRate } from '../../../src/operations/save-rate.js'
import { person } from './people.js'
import { at } from './season.js'
import type { Story } from './story.js'
import { aTone } from './tone.js'

export function planDesk(story: Story): void {
  story.at(at('2010-12-20', '09.40'), () => writeRates(story))
  story.at(at('2011-11-10', '10.15'), () => propose(story))
  story.at(at('2011-11-10', '14.05'), () => copy(story))
  story.at(at('2011-11-11', '15.20'), () => recordAnew(story))
}

type Asked = Pick<RatePlan, 'format' | 'seconds' | 'rupiah'>

/** What outlets of a medium ask at least; invented. */
const usualRates: Record<Medium, readonly Asked[]> = {
  radio: [
    { format: 'spot', seconds: 30, rupiah: 60_000 },
    { format: 'spot', seconds: 60, rupiah: 105_000 },
    { format: 'adlib', seconds: null, rupiah: 80_000 },
  ],
  tv: [
    { format: 'spot', seconds: 30, rupiah: 400_000 },
    { format: 'running-text', seconds: null, rupiah: 120_000 },
  ],
  print: [{ format: 'display', seconds: null, rupiah: 4_500 }],
  online: [{ format: 'banner', seconds: null, rupiah: 75_000 }],
}

/** Outlets differ by up to four tenths; half of the radio stations asked more from July on. */
async function writeRates(story: Story): Promise<void> {
  const planner = person(story, 'rizky')
  for (const [index, outlet] of [...story.outlets.values()].entries()) {
    const dearer = 1 + ((index * 3) % 5) / 10
    const valid = { validFrom: '2011-01-01', validTo: null }
    for (const rate of usualRates[outlet.medium]) {
      const rupiah = Math.round((rate.rupiah * dearer) / 500) * 500
      await addRate(story.app, planner, outlet.id, { ...rate, ...valid, rupiah })
      if (outlet.medium !== 'radio' || index % 2 === 0) continue
      const raised = Math.round((rupiah * 1.1) / 500) * 500
      await addRate(story.app, planner, outlet.id, {
        ...rate,
        ...valid,
        validFrom: '2011-07-01',
        rupiah: raised,
      })
    }
  }
}

async function propose(story: Story): Promise<void> {
  const facts = {
    programme: 'JKK',
    titleId: 'Iuran yang ditanggung pengusaha',
    titleEn: 'Contributions the employer bears',
    claimId:
      'Iuran jaminan kecelakaan kerja, jaminan kematian, dan jaminan pemeliharaan kesehatan ditanggung pengusaha.',
    claimEn: 'The employer bears the contributions for work accidents, death benefit and health care.',
    legalSource: 'UU 3/1992 Pasal 20 ayat (1)',
    sourceSeen: false,
  }
  await proposeMessage(story.app, person(story, 'rizky'), facts, null)
}

/** From 19 September 2011 to 20 February 2012: as many weeks, so that weekdays stay. */
async function copy(story: Story): Promise<void> {
  const { id, name } = story.campaigns.get('sekolah')!
  const plan = { name: `${name}, 2012`, days: 154, withOrders: false }
  await copyCampaign(story.app, person(story, 'dewi'), id, plan)
}

/** The station asked for a spot without silence at its end; the other planner is to listen to it. */
async function recordAnew(story: Story): Promise<void> {
  const id = story.materials.get('HT-R30A')!
  const { title, medium, language, script } = (await story.app.store.materials.find(id))!
  await addMaterialVersion(story.app, person(story, 'rizky'), id, {
    title,
    medium,
    language,
    script,
    seconds: 30,
    upload: { bytes: aTone(29.4), name: 'celengan-yang-tumbuh-v2.wav' },
  })
}
