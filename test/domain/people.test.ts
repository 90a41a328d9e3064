import { expect } from 'chai'
import { abilities, may, mayApproveWorkOf, roles, type Ability } from '../../src/domain/access.js'
import { auditText, canonicalJson } from '../../src/domain/audit.js'
import { linkExpiry, linkIsOpen, type Link, type LinkKind } from '../../src/domain/link.js'
import { passwordProblem, userStatus } from '../../src/domain/user.js'
import { people, storyBegins as now } from '../support/people.js'

describe('Roles', () => {
  it('who writes is refused as approver, whatever the role', () => {
    expect(mayApproveWorkOf(['bayu'], 'hendra')).to.deep.equal({ ok: true })
    expect(mayApproveWorkOf(['hendra', 'bayu'], 'bayu')).to.deep.equal({
      ok: false,
      problem: { code: 'own-work' },
    })
  })

  it('the auditor reads everything but changes nothing', () => {
    const given = Object.keys(abilities).filter(ability => may('auditor', ability as Ability))
    expect(given).to.deep.equal(['readPlans', 'readResults', 'readAudit', 'takeAuditPacks'])
  })

  it('the administrator keeps accounts, and neither plans nor approves', () => {
    const refused: Ability[] = [
      'planCampaigns',
      'approveCampaigns',
      'approveOrders',
      'sendOrders',
      'approveTargets',
      'judge',
    ]
    for (const ability of refused) expect(may('admin', ability), ability).to.equal(false)
    for (const role of roles) expect(may(role, 'manageUsers'), role).to.equal(role === 'admin')
  })

  it('nobody both plans and approves campaigns', () => {
    for (const role of roles)
      expect(may(role, 'planCampaigns') && may(role, 'approveCampaigns'), role).to.equal(false)
  })
})

describe('Passwords', () => {
  const problem = (password: string) =>
    passwordProblem(password, { name: 'Bayu Saputra', email: 'bayu@kantor.test' })?.code

  it('are long enough, and not what anybody would try first', () => {
    expect(problem('sebelas1234')).to.equal('password-too-short')
    for (const easy of [
      'passwordpassword',
      'gaunggaung1234',
      'aaaaaaaaaaaaaaa',
      'bayu saputra 12',
      'jamsostek-jamsostek',
    ]) {
      expect(problem(easy), easy).to.equal('password-too-common')
    }
    for (const good of ['empat kuda minum', 'Ⅻ ombak pantai', 'কখগঘঙচছজঝঞটঠ'])
      expect(problem(good), good).to.equal(undefined)
  })

  it('count letters as people do', () => {
    expect(problem('🙂🙂🙂🙂🙂🙂')).to.equal('password-too-short')
  })
})

describe('Accounts', () => {
  it('are invited, active or ended', () => {
    const user = { ...people.bayu, createdAt: now, deactivatedAt: null, version: 1 }
    expect(userStatus(user, false)).to.equal('invited')
    expect(userStatus(user, true)).to.equal('active')
    expect(userStatus({ ...user, deactivatedAt: now }, true)).to.equal('deactivated')
  })
})

describe('Links', () => {
  const link = (kind: LinkKind, change: Partial<Link> = {}): Link => {
    const blank = {
      userId: null,
      contactId: null,
      week: null,
      orderId: null,
      orderVersion: null,
      usedAt: null,
      revokedAt: null,
    }
    return { id: 'x', kind, ...blank, createdAt: now, expiresAt: linkExpiry(kind, now), ...change }
  }
  const kinds: LinkKind[] = ['setup', 'sign-in', 'invitation', 'password-reset', 'week', 'order']

  it('are open until the moment they end', () => {
    for (const kind of kinds) {
      const it = link(kind)
      expect(linkIsOpen(it, now), kind).to.equal(true)
      expect(linkIsOpen(it, it.expiresAt), kind).to.equal(false)
      expect(linkIsOpen(link(kind, { revokedAt: now }), now), kind).to.equal(false)
    }
  })

  it('into an account work once; those of partners again and again', () => {
    const again = kinds.filter(kind => linkIsOpen(link(kind, { usedAt: now }), now))
    expect(again).to.deep.equal(['sign-in', 'week', 'order'])
  })

  it('to a new password end after two hours', () => {
    expect(linkExpiry('password-reset', now)).to.equal('2026-11-16T04:00:00.000Z')
  })
})

describe('The text an audit hash is taken of', () => {
  it('is the same for the same facts, in whatever order they came', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, { z: 1, y: 2 }], c: null } })).to.equal(
      '{"a":{"c":null,"d":[2,{"y":2,"z":1}]},"b":1}',
    )
  })

  it('is another one when any part is', () => {
    const event = {
      sequence: 1,
      at: now,
      actorKind: 'user',
      actorId: 'a',
      actorName: 'A',
      action: 'x',
      subjectKind: 's',
      subjectId: 'i',
      before: null,
      after: { n: 1 },
      previousHash: '',
    } as const
    const changes = [
      { sequence: 2 },
      { at: 'later' },
      { actorKind: 'system' },
      { actorId: 'b' },
      { actorName: 'B' },
      { action: 'y' },
      { subjectKind: 't' },
      { subjectId: 'j' },
      { before: {} },
      { after: { n: 2 } },
      { previousHash: 'h' },
    ] as const
    const texts = changes.map(change => auditText({ ...event, ...change }))
    expect(new Set([auditText(event), ...texts]).size).to.equal(changes.length + 1)
  })
})
