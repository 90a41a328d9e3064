import { expect } from 'chai'
import { judged, planted, truths, type Judged } from './planted-truths.js'

describe('The planted truths of the demo season', function () {
  this.timeout(300_000)

  for (const {
    name,
    key,
    planted: [low, high],
    kind,
  } of truths) {
    it(`"${name}" is told to be ${kind}, with an interval that holds what was planted`, async () => {
      for (const each of await judged(name)) {
        expect(each.verdict.kind).to.equal(kind)
        const truth = await planted(key, each)
        expect(truth).to.be.within(low - 1e-9, high + 1e-9)
        const lift = each.verdict.estimate!.lift
        if (kind !== 'confounded') expect(truth).to.be.within(lift.low, lift.high)
      }
    })
  }

  it('the confounded campaign would have been believed, had nobody written down the inspections', async () => {
    const [self] = (await judged('Wajib Daftar, Wajib Tahu')).filter(({ streamId }) => streamId === 'self')
    const { lift, p } = self!.verdict.estimate!
    expect(lift.low).to.be.above(0)
    expect(p).to.be.below(0.05)
    const reason = self!.verdict.reasons.find(({ code }) => code === 'field-events')!
    expect(reason.values['names']).to.equal('Pemeriksaan bersama Disnaker di tiga kabupaten')
  })

  it('spills over into a neighbour that is kept out of the comparison', async () => {
    const [{ verdict }] = (await judged('Untuk Anak yang Terus Sekolah')) as [Judged]
    expect(verdict.exposed).to.deep.equal(['18.02', '18.72'])
    expect(verdict.estimate!.comparison).not.to.include('18.07')
  })

  it('judges no campaign that is still on air', async () => {
    for (const { verdict } of await judged('Hari Tua Dimulai Sekarang')) {
      expect(verdict.kind).to.equal('cannot-judge')
      expect(verdict.reasons.map(({ code }) => code)).to.deep.equal(['window-not-over'])
    }
  })
})
