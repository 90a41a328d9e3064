import { killWhilePartnersAnswer } from '../../test/support/partner-kills.js'
import { row } from './print.js'

/** 200 kills, or as many as `--kills=20` says. */
export async function benchKills(options: string[]): Promise<void> {
  const asked = options.find(option => option.startsWith('--kills='))
  const kills = asked ? Number(asked.slice('--kills='.length)) : 200
  const command = ['--enable-source-maps', 'dist/src/main.js']
  const report = await killWhilePartnersAnswer({ kills, seed: 20261122, command })
  row('Kills (SIGKILL) at random moments', String(report.kills))
  row('Answers confirmed', String(report.confirmed))
  row('Uploads confirmed', String(report.uploads))
  row('Requests cut off', String(report.cutOff))
  row('Lost, doubled or half-stored', String(report.problems.length))
  for (const problem of report.problems) console.log(`  ${problem}`)
  if (report.problems.length > 0) process.exitCode = 1
}
