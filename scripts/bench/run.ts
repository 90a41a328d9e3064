/** Measures this very tree on this machine. Absolute figures change with the machine; compare the ratios. */
import { availableParallelism } from 'node:os'
import { benchAlarms } from './alarms.js'
import { benchApi } from './api.js'
import { benchCalibration } from './calibration/index.js'
import { benchDesk } from './desk.js'
import { benchImportKills } from './import-kills.js'
import { benchImports } from './imports.js'
import { benchJudging } from './judging.js'
import { benchLogs } from './logs.js'
import { benchKills } from './kills.js'
import { benchStart } from './start-time.js'
import { benchVerdicts } from './verdicts/index.js'
import { benchWeb } from './web.js'

const parts: Record<string, { title: string; measure: (options: string[]) => Promise<void> }> = {
  web: { title: 'Pages', measure: benchWeb },
  desk: { title: 'The planner’s desk', measure: benchDesk },
  imports: { title: 'Imports', measure: benchImports },
  calibration: { title: 'Calibration', measure: benchCalibration },
  verdicts: { title: 'Verdicts on made-up seasons', measure: benchVerdicts },
  alarms: { title: 'Alarms beside farringtonFlexible', measure: benchAlarms },
  judging: { title: 'Judging the demo season', measure: benchJudging },
  logs: { title: 'Station logs', measure: benchLogs },
  api: { title: 'Malformed bodies to the API', measure: benchApi },
  'kills-import': { title: 'Killed while it imports', measure: benchImportKills },
  kills: { title: 'Killed while partners answer', measure: benchKills },
  start: { title: 'Start', measure: benchStart },
}

const words = process.argv.slice(2)
const options = words.filter(word => word.startsWith('--'))
const asked = words.filter(word => !word.startsWith('--'))
const unknown = asked.filter(name => !(name in parts))
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
console.log(`Node ${process.version}, ${availableParallelism()} processors`)
for (const [name, { title, measure }] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${title}`)
  await measure(options)
}
