/** A file of registrations as an office exports it: a row per day and district, with a rise where and when it is told. */
import { addDays, daysFrom, weekdayOf, type Day } from '../../src/domain/time.js'
import { randomStream } from '../../src/statistics/random.js'

interface Season {
  districts: readonly string[]
  first: Day
  last: Day
  /** Mean of an ordinary day; weekends are quieter. */
  usual: number
  rise?: { district: string; from: Day; to: Day; factor: number }
  seed: number
}

const weekday = [1.1, 1.05, 1, 1, 0.95, 0.6, 0.3]

/** Counts scatter around what is usual as people do, and the same seed gives the same file. */
export function registrationFile(season: Season): File {
  const random = randomStream(season.seed)
  const rows = daysFrom(season.first, season.last).flatMap(day =>
    season.districts.map(district => {
      const { rise } = season
      const risen = rise?.district === district && day >= rise.from && day <= rise.to
      const mean = season.usual * weekday[weekdayOf(day)]! * (risen ? rise.factor : 1)
      return `${day},${district},mandiri,${random.poisson(mean)}`
    }),
  )
  return new File(
    [`tanggal,kabupaten,jalur,jumlah\n${rows.join('\n')}\n`],
    `pendaftaran-${addDays(season.last, 1)}.csv`,
  )
}
