import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { galleryParts } from '../../src/views/gallery/pages.js'
import { paths } from '../../src/views/paths.js'
import { startServer } from '../support/server.js'

describe('The gallery of components', () => {
  it('shows every part in both languages, each a good page', async () => {
    const server = await startServer()
    for (const person of ['bayu', 'sari'] as const) {
      const visitor = await server.signedIn(person)
      for (const path of [paths.gallery, ...galleryParts.map(paths.galleryPart)]) {
        expect((await visitor.open(path)).status, path).to.equal(200)
      }
      expect(visitor.find('html').getAttribute('lang')).to.equal(person === 'bayu' ? 'id' : 'en')
    }
    await server.stop()
  })

  it('is not there in production', async () => {
    const server = await startServer({ env: { NODE_ENV: 'production' } })
    const bayu = await server.signedIn('bayu')
    for (const path of [paths.gallery, ...galleryParts.map(paths.galleryPart)]) {
      expect((await bayu.open(path)).status, path).to.equal(404)
    }
    expect(bayu.text).to.include(words.id.errors.notFound.title)
    await server.stop()
  })
})
