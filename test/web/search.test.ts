import { expect } from 'chai'
import { outlets } from '../support/people.js'
import { anOrderOfGema } from '../support/planned.js'
import { startServer } from '../support/server.js'

describe('The search', () => {
  it('finds campaigns, outlets, orders and districts by a part of what they are called', async () => {
    const office = await startServer()
    const order = await anOrderOfGema(office)
    const bayu = await office.signedIn('bayu')
    const links = async (text: string) => {
      await bayu.open(`/search?q=${encodeURIComponent(text)}`)
      return bayu.all('main li a').map(link => link.getAttribute('href'))
    }
    expect(await links('rumah pek')).to.deep.equal([`/campaigns/${order.campaignId}`])
    expect(await links('gema')).to.deep.equal([`/outlets/${outlets.gema.id}`, `/orders/${order.id}`])
    expect(await links('MO-2026-0001')).to.deep.equal([`/orders/${order.id}`])
    expect(await links('Lamteng')).to.deep.equal(['/districts/18.02'])
    expect(await links('%')).to.deep.equal([])
    expect(bayu.text).to.contain('Tidak ada yang cocok')
    expect(await links('  ')).to.deep.equal([])
    await office.stop()
  })
})
