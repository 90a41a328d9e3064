/** The people of the office, all invented, and how they came in. */
import type { Role } from '../../../src/domain/access.js'
import type { UserActor } from '../../../src/domain/actor.js'
import type { Language, User } from '../../../src/domain/user.js'
import { choosePassword } from '../../../src/operations/choose-password.js'
import { inviteUser } from '../../../src/operations/invite-user.js'
import { makeLink } from '../../../src/operations/make-link.js'
import { setUpOffice } from '../../../src/operations/set-up-office.js'
import { addDays } from '../../../src/domain/time.js'
import { at, season } from './season.js'
import type { Story } from './story.js'

interface Person {
  name: string
  role: Role
  language?: Language
}

export const people = {
  yuli: { name: 'Yuli Astuti', role: 'admin' },
  dewi: { name: 'Dewi Anggraini', role: 'planner' },
  rizky: { name: 'Rizky Pratama', role: 'planner' },
  endang: { name: 'Endang Suryani', role: 'manager' },
  bambang: { name: 'Bambang Setiadi', role: 'manager' },
  tri: { name: 'Tri Wahyuni', role: 'auditor' },
} as const satisfies Record<string, Person>

export type PersonKey = keyof typeof people

const officeName = 'Jamsostek Lampung (simulasi)'
/** Nobody signs in with it: the demo is entered through links, and what is kept matches no password. */
const chosen = { password: 'laut tenang di teluk semaka', again: 'laut tenang di teluk semaka' }

export function planPeople(story: Story): void {
  const day = season.officeSetUp
  story.at(at(day, '08.15'), () => setUp(story))
  const others = (Object.keys(people) as PersonKey[]).filter(key => key !== 'yuli')
  for (const [index, key] of others.entries()) {
    story.at(at(day, `09.${10 + index * 4}`), () => invite(story, key))
    story.at(at(addDays(day, 1), `08.${10 + index * 7}`), () => accept(story, key))
  }
}

/** Who acts, as operations want to know it. */
export function person(story: Story, key: PersonKey): UserActor {
  const { id, name, role } = story.users.get(key)!
  return { kind: 'user', id, name, role }
}

async function setUp({ app, users }: Story): Promise<void> {
  const link = await makeLink(app, app.store, 'setup', {})
  const { name } = people.yuli
  const form = { officeName, name, email: addressOf('yuli'), language: 'id' as const, ...chosen }
  users.set('yuli', await setUpOffice(app, link, form))
}

async function invite(story: Story, key: PersonKey): Promise<void> {
  const { name, role }: Person = people[key]
  const invitation = { email: addressOf(key), name, role, language: 'id' as const }
  story.users.set(key, await inviteUser(story.app, person(story, 'yuli'), invitation))
}

async function accept({ app, users }: Story, key: PersonKey): Promise<void> {
  const user: User = users.get(key)!
  const invitation = (await app.store.outbox.listOfSubject(user.id)).at(-1)!
  const link = (await app.store.links.find(String(invitation.payload['linkId'])))!
  await choosePassword(app, link, chosen)
}

/** The top-level domain .example belongs to nobody. */
function addressOf(key: PersonKey): string {
  return `${key}@jamsostek-lampung.example`
}
