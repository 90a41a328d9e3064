import type { App } from '../../src/app.js'
import { words } from '../../src/language/words.js'
import { makeLink } from '../../src/operations/make-link.js'
import { paths } from '../../src/views/paths.js'
import { people, type Person } from './people.js'
import type { Visitor } from './visitor.js'

/** Comes in through a one-time link: a password takes its time on purpose, and only its own tests need one. */
export async function enterAs(visitor: Visitor, app: App, person: Person): Promise<void> {
  const { id: userId, language } = people[person]
  const link = await app.store.write(store => makeLink(app, store, 'sign-in', { userId }))
  await visitor.open(paths.oneTimeSignIn(app.tokens.ofLink(link.id)))
  await visitor.submit(words[language].accounts.oneTimeButton)
}
