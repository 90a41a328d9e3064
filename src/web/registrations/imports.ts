import { may } from '../../domain/access.js'
import { Invalid } from '../../domain/errors.js'
import { receiveRegistrations, type Received } from '../../operations/receive-registrations.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { importsPage, type ImportList } from '../../views/registrations/imports-page.js'
import { countAttempt } from '../rate-limits.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'

const largestFile = 20_000_000

export const importRoutes: Route[] = [
  {
    method: 'get',
    path: '/registrations/imports',
    access: 'readResults',
    handle: visit => showImports(visit),
  },
  {
    method: 'post',
    path: '/registrations/imports',
    access: 'importRegistrations',
    upload: largestFile,
    handle: receive,
  },
]

async function showImports(visit: StaffVisit, state?: FormState): Promise<void> {
  const list = await importList(visit, 200)
  show(visit, 'registrations/imports', importsPage(visit, list, state ?? freshForm), state ? 422 : 200)
}

async function receive(visit: StaffVisit): Promise<void> {
  await countAttempt(visit, 'upload')
  const received = await orRefuse(
    {},
    () => receiveFile(visit),
    state => showImports(visit, state),
  )
  if (!received) return
  const { words } = visit
  redirect(
    visit,
    paths.registrationImport(received.id),
    received.waiting ? words.registrations.alreadyWaiting : '',
  )
}

async function receiveFile({ app, actor, req }: StaffVisit): Promise<Received> {
  const { file } = req
  if (!file || file.size === 0) throw new Invalid({ file: { code: 'file-missing' } })
  return receiveRegistrations(app, actor, { name: file.originalname, bytes: file.buffer, source: 'upload' })
}

export async function importList({ app, user }: StaffVisit, limit: number): Promise<ImportList> {
  const [imports, users] = await Promise.all([
    app.store.registrationImports.list(limit),
    app.store.users.list(),
  ])
  return {
    imports,
    users: new Map(users.map(({ id, name }) => [id, name])),
    mayImport: may(user.role, 'importRegistrations'),
  }
}
