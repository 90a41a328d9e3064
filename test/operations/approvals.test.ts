import { expect } from 'chai'
import {
  changeMessage,
  approveMessage,
  proposeMessage,
  returnMessage,
} from '../../src/operations/save-message.js'
import { approveCampaign, returnCampaign, submitCampaign } from '../../src/operations/decide-campaign.js'
import { changeCampaign, draftCampaign } from '../../src/operations/save-campaign.js'
import { checkMaterial, returnMaterial } from '../../src/operations/decide-material.js'
import { addMaterial, changeMaterial } from '../../src/operations/save-material.js'
import type { UserActor } from '../../src/domain/actor.js'
import { randomStream } from '../../src/statistics/random.js'
import { actorOf, aPlan } from '../support/planned.js'
import type { Person } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'

/** Everybody who may write or decide, and who, in the order they come: people act as it pleases them. */
const names = ['bayu', 'sari', 'hendra', 'indah'] as const satisfies readonly Person[]

interface Work {
  /** True when the act makes whoever does it a writer. */
  acts: { writes: boolean; do(actor: UserActor, step: number): Promise<unknown> }[]
  approvedBy(): Promise<string | null>
}

describe('Two approvals by one person', () => {
  let office: TestServer
  before(async () => {
    office = await startServer()
  })
  after(() => office.stop())

  for (const [what, begin] of Object.entries({ campaign, message, material })) {
    it(`are impossible for a ${what}, in whatever order people write, submit, return and approve`, async () => {
      let approved = 0
      for (let seed = 1; seed <= 12; seed++) {
        const random = randomStream(seed)
        const first = actorOf(names[random.below(2)]!)
        const work = await begin(first)
        const wrote = new Set([first.id])
        for (let step = 0; step < 40; step++) {
          const actor = actorOf(names[random.below(names.length)]!)
          const act = work.acts[random.below(work.acts.length)]!
          const done = await act.do(actor, step).then(
            () => true,
            () => false,
          )
          if (done && act.writes) wrote.add(actor.id)
          const by = await work.approvedBy()
          if (by === null) continue
          expect([...wrote], `${what} ${seed}`).not.to.include(by)
          approved++
          break
        }
      }
      expect(approved).to.be.greaterThan(5)
    })
  }

  async function campaign(first: UserActor): Promise<Work> {
    const { app } = office
    const { id } = await draftCampaign(app, first, aPlan)
    const now = async () => (await app.store.campaigns.find(id))!
    return {
      approvedBy: async () => (await now()).approvedBy,
      acts: [
        {
          writes: true,
          do: async (actor, step) =>
            changeCampaign(app, actor, id, { name: `Nama ${step}`, version: (await now()).version }),
        },
        { writes: true, do: actor => submitCampaign(app, actor, id) },
        { writes: false, do: actor => approveCampaign(app, actor, id) },
        { writes: false, do: actor => returnCampaign(app, actor, id, 'Perbaiki') },
      ],
    }
  }

  async function message(first: UserActor): Promise<Work> {
    const { app } = office
    const text = { titleId: 'JHT', titleEn: 'JHT', claimId: 'Tabungan', claimEn: 'Savings' }
    const facts = { programme: 'JHT', ...text, legalSource: 'UU 3/1992', sourceSeen: true }
    const { id } = await proposeMessage(app, first, facts, null)
    const now = async () => (await app.store.messages.find(id))!
    return {
      approvedBy: async () => (await now()).approvedBy,
      acts: [
        {
          writes: true,
          do: async (actor, step) =>
            changeMessage(app, actor, id, {
              ...facts,
              claimId: `Isi ${step}`,
              version: (await now()).version,
            }),
        },
        { writes: false, do: actor => approveMessage(app, actor, id) },
        { writes: false, do: actor => returnMessage(app, actor, id, 'Perbaiki') },
      ],
    }
  }

  async function material(first: UserActor): Promise<Work> {
    const { app } = office
    const owner = await draftCampaign(app, first, aPlan)
    const facts = { title: 'Spot', medium: 'radio', language: 'id', script: 'Daftar.', seconds: 30 } as const
    const { id } = await addMaterial(app, first, owner.id, facts)
    const now = async () => (await app.store.materials.find(id))!
    return {
      approvedBy: async () => (await now()).checkedBy,
      acts: [
        {
          writes: true,
          do: async (actor, step) =>
            changeMaterial(app, actor, id, {
              ...facts,
              title: `Spot ${step}`,
              version: (await now()).version,
            }),
        },
        { writes: false, do: actor => checkMaterial(app, actor, id) },
        { writes: false, do: actor => returnMaterial(app, actor, id, 'Perbaiki') },
      ],
    }
  }
})
