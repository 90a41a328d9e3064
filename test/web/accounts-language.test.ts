import { expect } from 'chai'
import { NodeType } from 'node-html-parser'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { password, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

type Tongue = 'id' | 'en'
const other = { id: 'en', en: 'id' } as const

/** Every fixed text of a catalogue. */
function textsOf(section: object): string[] {
  return Object.values(section).flatMap(value => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? textsOf(value as object) : []
  })
}

/** A language is named in itself, whatever the page is in. */
const ownNames = [words.id.common.otherLanguage, words.en.common.otherLanguage]

const texts = { id: new Set(textsOf(words.id)), en: new Set(textsOf(words.en)) }

/** Texts on the page that only the other language has. */
function foreign(visitor: Visitor, language: Tongue): string[] {
  const shown = visitor
    .all('*')
    .flatMap(element => [
      ...element.childNodes
        .filter(node => node.nodeType === NodeType.TEXT_NODE)
        .map(node => node.textContent.trim()),
      ...['aria-label', 'title', 'placeholder', 'data-label', 'alt'].map(
        name => element.getAttribute(name) ?? '',
      ),
    ])
  return shown.filter(
    text => !ownNames.includes(text) && texts[other[language]].has(text) && !texts[language].has(text),
  )
}

describe('The language of the screens', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })
  after(() => server.stop())

  const languageOf = async (visitor: Visitor, accepts: string) => {
    const response = await visitor.send(paths.signIn, { headers: { 'Accept-Language': accepts } })
    return /<html lang="(\w+)">/.exec(await response.text())?.[1]
  }

  it('is the one the browser asks for, and Indonesian where it asks for neither', async () => {
    expect(await languageOf(server.visitor(), 'en-US,en;q=0.9')).to.equal('en')
    expect(await languageOf(server.visitor(), 'fr-FR, id;q=0.8, en;q=0.5')).to.equal('id')
    expect(await languageOf(server.visitor(), 'fr')).to.equal('id')
  })

  it('changes with one press, stays on the page and stays chosen', async () => {
    const visitor = await server.visitor('id').open('/sign-in?next=%2Fusers')
    await visitor.submit(words.id.common.otherLanguage)
    expect(visitor.path).to.equal('/sign-in?next=%2Fusers')
    expect(visitor.find('html').getAttribute('lang')).to.equal('en')
    expect((await visitor.open(paths.forgotten)).find('html').getAttribute('lang')).to.equal('en')
  })

  it('is kept in the account of who is signed in', async () => {
    const bayu = await server.signedIn('bayu')
    await (await bayu.open(paths.account)).submit(words.id.common.otherLanguage)
    expect((await server.app.store.users.find(people.bayu.id))?.language).to.equal('en')
  })

  it('changes beside a refused form too, and leads back to the page of the form', async () => {
    const hendra = await server.signedIn('hendra')
    await hendra.open(paths.account)
    await hendra.submit(words.id.accounts.changePassword, {})
    expect(hendra.status).to.equal(422)
    await hendra.submit(words.id.common.otherLanguage)
    expect([hendra.status, hendra.path]).to.deep.equal([200, paths.account])
  })

  it('never leads to another site', async () => {
    for (const next of ['//elsewhere.test', 'https://elsewhere.test', '/\\elsewhere.test']) {
      const body = new URLSearchParams({ language: 'en', next })
      const response = await server.visitor().send(paths.language, { method: 'POST', body })
      expect(response.headers.get('location'), next).to.equal('/')
    }
  })

  for (const language of ['id', 'en'] as const) {
    it(`is ${language} everywhere in the accounts, with not a word of the other`, async () => {
      const visitor = server.visitor(language)
      const t = words[language]
      const look = () => expect(foreign(visitor, language), visitor.path).to.deep.equal([])
      for (const path of [paths.signIn, paths.forgotten, paths.invitation('altered'), '/nowhere']) {
        await visitor.open(path)
        look()
      }
      await visitor.open(paths.signIn)
      await visitor.submit(t.common.signIn, {})
      look()
      const person = language === 'id' ? 'ratna' : 'indah'
      await visitor.submit(t.common.signIn, { email: people[person].email, password })
      for (const path of [paths.account, paths.users, '/nowhere']) {
        await visitor.open(path)
        look()
      }
    })
  }

  it('would not pass unseen if a page mixed them', async () => {
    const visitor = await server.visitor('id').open(paths.signIn)
    expect(foreign(visitor, 'en')).to.include(words.id.accounts.password)
  })
})
