import { expect } from 'chai'
import { sendWeekLinks } from '../../src/operations/send-week-links.js'
import { words } from '../../src/language/words.js'
import { putOnAir } from '../support/on-air.js'
import { contacts, outlets, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'

const t = words.id

/** Radio of the week from 16 November 2026: its link comes on Monday 23, its deadline is Tuesday 24. */
describe('Reminders of a week nobody answered', () => {
  let mail: MailServer
  let server: TestServer

  beforeEach(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url } })
    server.clock.set('2026-11-23T00:00:00.000Z')
    await putOnAir(server.app, { runs: 3 })
    await sendWeekLinks(server.app)
    await server.runJobs()
  })
  afterEach(async () => {
    await server.stop()
    await mail.stop()
  })

  /** What arrives at an hour of the office (UTC + 7), when everything due is done: who, and the subject's first word. */
  const arrives = async (day: string, time: string) => {
    const before = mail.letters.length
    server.clock.set(new Date(`${day}T${time}:00+07:00`).toISOString())
    await server.runJobs()
    await server.runJobs()
    return mail.letters.slice(before).map(({ recipient, subject }) => `${recipient} ${subject.split(' ')[0]}`)
  }

  it('come on the deadline, after it, to the second contact and to the planner, each once and only by day', async () => {
    const { store } = server.app
    await store.write(tx =>
      tx.contacts.assign({
        outletId: outlets.gema.id,
        contactId: contacts.dian.id,
        since: '2026-06-01',
        until: null,
      }),
    )
    const story: Record<string, string[]> = {}
    for (let day = 23; day <= 30; day++)
      for (const time of ['06:30', '08:05', '12:00', '21:00'])
        story[`${day} ${time}`] = await arrives(`2026-11-${day}`, time)
    story['1 08:05'] = await arrives('2026-12-01', '08:05')
    const sent = Object.entries(story).filter(([, letters]) => letters.length > 0)
    expect(sent).to.deep.equal([
      ['24 08:05', ['wayan@media.test Pengingat:']],
      ['26 08:05', ['wayan@media.test Pengingat:']],
      ['28 08:05', ['dian@media.test Reminder:']],
      ['30 08:05', ['bayu@kantor.test Belum']],
    ])
    const [, today, after, second, planner] = mail.letters
    expect(today!.text).to.include(t.reminders.today)
    expect(after!.text).to.include(t.reminders.passed('Selasa, 24 November 2026'))
    expect(second!.text).to.include(words.en.reminders.forColleague('Wayan Sudana'))
    expect(planner!.text).to.include('0721 555 010').and.include(`/outlets/${outlets.gema.id}`)
    const clerk = server.visitor()
    await clerk.open(linkIn(second!))
    expect([clerk.status, clerk.text.includes('Radio Gema Saburai')]).to.deep.equal([200, true])
  })

  it('go straight to the planner where there is no second contact', async () => {
    await arrives('2026-11-26', '08:05')
    expect(await arrives('2026-11-28', '08:05')).to.deep.equal(['bayu@kantor.test Belum'])
    expect(await arrives('2026-11-30', '08:05')).to.deep.equal([])
  })

  it('are not replayed after days without power: only the step of the day is sent', async () => {
    expect(await arrives('2026-11-30', '09:00')).to.deep.equal(['bayu@kantor.test Belum'])
    expect(await arrives('2026-12-01', '09:00')).to.deep.equal([])
  })

  it('written on a Sunday, on a holiday or at night wait for the next working morning', async () => {
    const holiday = {
      nameId: 'Libur',
      nameEn: 'Holiday',
      kind: 'public',
      family: 'national',
      provisional: false,
    } as const
    await server.app.store.write(tx => tx.holidays.insert([{ day: '2026-11-26', ...holiday }]))
    await arrives('2026-11-24', '08:05')
    expect(await arrives('2026-11-26', '09:00')).to.deep.equal([])
    expect(await arrives('2026-11-27', '06:00')).to.deep.equal([])
    expect(await arrives('2026-11-27', '08:05')).to.deep.equal(['wayan@media.test Pengingat:'])
    expect(await arrives('2026-11-29', '10:00')).to.deep.equal([])
  })

  it('held up by the mail server until the evening wait for the morning, and are then too late to be sent', async () => {
    mail.answer(451)
    await arrives('2026-11-24', '08:05')
    mail.answer()
    expect(await arrives('2026-11-24', '20:30')).to.deep.equal([])
    const after = (letters: string[]) => letters.filter(letter => letter.includes('Pengingat'))
    expect(after(await arrives('2026-11-25', '08:05'))).to.deep.equal([])
    const { dropped } = Object.fromEntries(
      (await server.app.store.outbox.listOfSubject(`${contacts.wayan.id} 2026-11-16`)).map(row => [
        row.droppedAt ? 'dropped' : 'other',
        row.kind,
      ]),
    )
    expect(dropped).to.equal('reminder')
  })

  it('stop when the week is answered, even one that already waits in the outbox', async () => {
    const week = await server.app.store.links.findWeek(contacts.wayan.id, '2026-11-16')
    const clerk = server.visitor()
    mail.answer(451)
    await arrives('2026-11-24', '08:05')
    mail.answer()
    await clerk.open(`/p/${server.app.tokens.ofLink(week!.id)}`)
    await clerk.submit(t.partner.allRan('3'))
    expect(await arrives('2026-11-24', '12:00')).to.deep.equal([])
    expect(await arrives('2026-11-26', '08:05')).to.deep.equal([])
  })

  it('stop when more time was asked, and go on from the new deadline; staff see it on the desk', async () => {
    const clerk = server.visitor()
    const link = await server.app.store.links.findWeek(contacts.wayan.id, '2026-11-16')
    await arrives('2026-11-24', '08:05')
    await clerk.open(`/p/${server.app.tokens.ofLink(link!.id)}`)
    expect(clerk.text).to.include(t.moreTime.hint('Jumat, 27 November 2026'))
    await clerk.submit(t.moreTime.ask)
    expect(clerk.text)
      .to.include(t.moreTime.saved)
      .and.include(`(${t.inbox.daysLeft('3')})`)
    expect(clerk.text).not.to.include(t.moreTime.ask)
    const bayu = await server.signedIn('bayu')
    await bayu.open('/')
    expect(bayu.text)
      .to.include(t.home.tasks['more-time'])
      .and.include('Wayan Sudana, sampai Jumat, 27 November 2026')
    expect(bayu.text).not.to.include(t.home.tasks['answers-overdue'])
    for (const day of ['25', '26', '27', '28', '29'])
      expect(await arrives(`2026-11-${day}`, '08:05'), day).to.deep.equal([])
    expect(await arrives('2026-11-30', '08:05')).to.deep.equal(['wayan@media.test Pengingat:'])
    await bayu.open('/')
    expect(bayu.text).to.include(t.home.tasks['answers-overdue'])
  })

  it('do not move the deadline when more time is asked too late, and pause all the same', async () => {
    server.clock.set('2026-11-25T03:00:00.000Z')
    const week = `/p/${server.app.tokens.ofLink((await server.app.store.links.findWeek(contacts.wayan.id, '2026-11-16'))!.id)}`
    const clerk = server.visitor()
    await clerk.open(week)
    await clerk.submit(t.moreTime.ask)
    expect(clerk.text)
      .to.include(t.moreTime.noted('Sabtu, 28 November 2026'))
      .and.include(t.partner.overdue('Selasa, 24 November 2026'))
    expect(await arrives('2026-11-26', '08:05')).to.deep.equal([])
    await clerk.post(`${week}/more-time`, {})
    expect([clerk.status, clerk.text.includes(t.problems['more-time-asked']())]).to.deep.equal([409, true])
    expect(await arrives('2026-11-28', '08:05')).to.deep.equal(['bayu@kantor.test Belum'])
  })

  it('reach nobody of a week that is locked', async () => {
    const lock = {
      throughDay: '2026-11-22',
      lockedAt: server.clock.now(),
      lockedBy: people.hendra.id,
    }
    const open = { reopenedAt: null, reopenedBy: null, reopenReason: null }
    await server.app.store.write(tx => tx.periodLocks.insert({ id: server.app.newId(), ...lock, ...open }))
    expect(await arrives('2026-11-26', '08:05')).to.deep.equal([])
  })
})
