import { expect } from 'chai'
import { suggestEvents } from '../../src/domain/field-event-suggestions.js'
import type { Spike } from '../../src/domain/analysis.js'
import { take } from '../support/registration-sheets.js'
import { startServer } from '../support/server.js'

const spike = (change: Partial<Spike>): Spike =>
  ({
    districtCode: '18.72',
    firstDay: '2026-10-20',
    lastDay: '2026-10-22',
    kind: 'spike',
    level: 'alert',
    excess: 40.4,
    ...change,
  }) as Spike
const facts = { lots: [], spikes: [], events: [], noted: [] }

describe('Suggested field events', () => {
  it('are noted from a large lot in a few taps, and then suggested no longer', async () => {
    const office = await startServer()
    const lots = ['2026-11-05;Metro;PT Satu;400', '2026-11-06;Metro;PT Dua;4', '2026-11-06;Mesuji;PT Tiga;5']
    await take(office.app, `tanggal;kabupaten;perusahaan;tenaga kerja\n${lots.join('\n')}\n`, {
      lots: 'alone',
    })
    const bayu = await office.signedIn('bayu')
    await bayu.open('/field-events')
    expect(bayu.text).to.contain('Satu perusahaan mendaftarkan 400 orang sekaligus.')
    await bayu.follow('Catat di Metro')
    expect(bayu.find('input[name=firstDay]').getAttribute('value')).to.equal('2026-11-05')
    await bayu.submit('Catat kegiatan', { title: 'Pendaftaran massal pabrik' })
    expect(bayu.text)
      .to.contain('Kegiatan tercatat.')
      .and.contain('Metro')
      .and.contain('Pendaftaran massal perusahaan')
    await bayu.open('/field-events')
    expect(bayu.text).to.not.contain('400 orang')
  })

  it('come of strong spikes of one district that neither an event, a note nor a lot explains', () => {
    const spikes = [
      spike({}),
      spike({ level: 'watch', districtCode: '18.11' }),
      spike({ kind: 'common-shock', districtCode: '18.08' }),
    ]
    expect(suggestEvents({ ...facts, spikes })).to.deep.equal([
      {
        kind: 'other',
        districtCode: '18.72',
        firstDay: '2026-10-20',
        lastDay: '2026-10-22',
        because: { spike: 40 },
      },
    ])
    const days = { firstDay: '2026-10-14', lastDay: '2026-10-14' }
    expect(suggestEvents({ ...facts, spikes, noted: [{ districtCode: '18.72', ...days }] })).to.deep.equal([])
    expect(suggestEvents({ ...facts, spikes, noted: [{ districtCode: '18.71', ...days }] })).to.have.length(1)
    const lot = { districtCode: '18.72', streamId: 'employer', day: '2026-10-20', size: 90, firmKey: 'a' }
    expect(suggestEvents({ ...facts, spikes, lots: [lot] }).map(({ because }) => because)).to.deep.equal([
      { lot: 90 },
    ])
  })
})
