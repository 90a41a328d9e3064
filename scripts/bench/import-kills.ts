import { killWhileImporting } from '../../test/support/import-kills.js'
import { row } from './print.js'

/** 50 kills, or as many as `--kills=20` says. */
export async function benchImportKills(options: string[]): Promise<void> {
  const asked = options.find(option => option.startsWith('--kills='))
  const kills = asked ? Number(asked.slice('--kills='.length)) : 50
  const report = await killWhileImporting({ kills, rows: 20_000, seed: 20261122 })
  row('Imports of 20,000 rows killed (SIGKILL)', String(report.kills))
  row('Over before the kill', String(report.tooLate))
  row('Left nothing, left the whole', `${report.nothing}, ${report.whole}`)
  row('Left a part, or could not be repeated', String(report.problems.length))
  for (const problem of report.problems) console.log(`  ${problem}`)
  if (report.problems.length > 0) process.exitCode = 1
}
