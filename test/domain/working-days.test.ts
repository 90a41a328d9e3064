import { expect } from 'chai'
import { daysOff, workingDaysBefore } from '../../src/domain/working-days.js'

describe('Working days', () => {
  const holiday = { nameId: 'Maulid', nameEn: 'Mawlid', family: 'islamic', provisional: false } as const
  const off = daysOff([
    { ...holiday, day: '2026-11-12', kind: 'public' },
    { ...holiday, day: '2026-11-13', kind: 'shared-leave' },
  ])

  it('leave out weekends, holidays and the shared leave around them', () => {
    expect(workingDaysBefore('2026-11-16', 1, new Set())).to.equal('2026-11-13')
    expect(workingDaysBefore('2026-11-16', 5, new Set())).to.equal('2026-11-09')
    expect(workingDaysBefore('2026-11-16', 1, off)).to.equal('2026-11-11')
    expect(workingDaysBefore('2026-11-16', 3, off)).to.equal('2026-11-09')
    expect(workingDaysBefore('2026-11-15', 0, off)).to.equal('2026-11-15')
  })
})
