import { expect } from 'chai'
import { keyBy } from '../../src/domain/group.js'
import { verdictChanges } from '../../src/domain/verdict-change.js'
import { words } from '../../src/language/words.js'
import { addFieldEvent } from '../../src/operations/save-field-event.js'
import { changeSettings, settingsSeen } from '../../src/operations/change-settings.js'
import { judgeCampaigns } from '../../src/operations/judge-campaign.js'
import { formats } from '../../src/views/formats.js'
import { verdictHistory, type PastVerdict } from '../../src/views/results/history.js'
import { verdictIn } from '../../src/web/results/facts.js'
import { copyOfTheDemo, type DemoCopy } from '../demo/copy.js'

describe('The history of a verdict', function () {
  this.timeout(300_000)
  let copy: DemoCopy
  let campaignId: string
  before(async () => {
    copy = await copyOfTheDemo()
    const campaigns = await copy.app.store.campaigns.list()
    campaignId = campaigns.find(({ name }) => name.startsWith('Pekerja Mandiri'))!.id
  })
  after(() => copy.close())

  async function past(): Promise<PastVerdict[]> {
    const all = await copy.app.store.analyses.history(campaignId)
    return all
      .filter(({ streamId }) => streamId === 'self')
      .map(analysis => ({ analysis, verdict: verdictIn(analysis) }))
  }

  const last = async () => {
    const [after, before] = await past()
    const kept = ({ verdict, analysis: { methodVersion } }: PastVerdict) => ({ verdict, methodVersion })
    return verdictChanges(kept(before!), kept(after!))
  }

  it('names a changed setting, and nothing else', async () => {
    const seen = settingsSeen(await copy.app.store.settings.all())
    await changeSettings(copy.app, await copy.actor('admin'), { change: { liftWorthHaving: 0.25 }, seen })
    await judgeCampaigns(copy.app)
    expect(await last()).to.deep.equal([{ kind: 'worth', before: 0.2, after: 0.25 }])
  })

  it('names what was going on that nobody had written down before', async () => {
    const [{ verdict }] = (await past()) as [PastVerdict]
    await addFieldEvent(copy.app, await copy.actor('planner'), {
      kind: 'employer-drive',
      title: 'Jemput bola di pasar',
      firstDay: verdict.firstDay!,
      lastDay: verdict.lastDay!,
      districtCodes: verdict.exposed.slice(0, 1),
      note: '',
    })
    await judgeCampaigns(copy.app)
    expect((await last()).map(({ kind }) => kind)).to.include('events')
  })

  it('is told in whole sentences in both languages, the first as the first', async () => {
    const districts = keyBy(await copy.app.store.districts.list(), ({ code }) => code)
    for (const language of ['id', 'en'] as const) {
      const given = { words: words[language], formats: formats(language, 'Asia/Jakarta'), districts }
      const { entries } = verdictHistory(given, await past())
      const t = words[language].results
      const worth = t.changes.worth(given.formats.percent(0.2), given.formats.percent(0.25))
      const told = entries.map(({ text }) => text)
      expect(
        told.filter(text => text.includes(worth)),
        told.join(' | '),
      ).to.have.length(1)
      expect(entries.at(-1)!.text).to.include(t.historyFirst)
      for (const text of told) expect(text).not.to.match(/undefined|NaN|\[object/)
    }
  })

  it('says that only the surroundings changed where nothing else did', async () => {
    const [{ verdict, analysis }] = (await past()) as [PastVerdict]
    const same = { verdict, methodVersion: analysis.methodVersion }
    expect(verdictChanges(same, same)).to.deep.equal([{ kind: 'around' }])
    const newer = { ...same, methodVersion: '2099-01-01' }
    expect(verdictChanges(same, newer)[0]!.kind).to.equal('method')
    const fewer = { ...same, verdict: { ...verdict, exposed: verdict.exposed.slice(1), verifiedShare: 0.4 } }
    expect(verdictChanges(same, fewer).map(({ kind }) => kind)).to.deep.equal(['districts', 'verified'])
  })
})
