import type { Day } from './time.js'
import type { Language } from './user.js'

/** How workers become members: on their own, or enrolled by their employer in lots. Never mixed in one estimate. */
export interface Stream {
  id: string
  kind: 'self' | 'employer'
  position: number
  names: StreamName[]
}

/** The name a stream had in a period: TK-LHK in 2011 is BPU today. */
export interface StreamName {
  nameId: string
  nameEn: string
  validFrom: Day
  validTo: Day | null
}

export function streamName(stream: Stream, day: Day, language: Language): string {
  const name =
    stream.names.find(n => n.validFrom <= day && (n.validTo === null || day <= n.validTo)) ??
    stream.names.at(-1)
  if (!name) return stream.id
  return language === 'id' ? name.nameId : name.nameEn
}
